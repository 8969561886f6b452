import { FootnoteError } from '../../core/errors.ts';
import type { ClaimId, DossierId, GuildId, UserId } from '../../core/ids.ts';
import { WebAddress } from '../../core/web-address.ts';
import type { PageAnswer } from '../../ports/web.ts';
import type { BoundDeps } from '../deps.ts';
import { type FormToShow, openForm } from './write-form.ts';

/** How long a moderator waits for a page, in ms; a site is left alone between two requests, so that it may take seconds. */
const patienceMs = 20_000;

/** What was found out about a source, and the form in which a moderator looks at it and writes the note. */
export type SourceProposal = {
  readonly answer: PageAnswer;
  /** Where the source is: the address as it was given, or where it has moved for good. */
  readonly url: string;
  readonly dossierId: DossierId;
  readonly claimId: ClaimId;
  readonly form: FormToShow;
};

/**
 * Reads a page that a moderator wants to cite and proposes publisher, headline and date. Nothing is taken unseen; a page that cannot be
 * read is cited all the same, by what the moderator writes.
 *
 * @throws FootnoteError `source.address` when that is no address of the public web, `dossier.unknown`
 */
export async function proposeSource(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    dossierId,
    revision,
    claimId,
    address,
  }: {
    readonly guildId: GuildId;
    readonly memberId: UserId;
    readonly dossierId: DossierId;
    readonly revision: number;
    readonly claimId: ClaimId;
    readonly address: string;
  },
): Promise<SourceProposal> {
  const given = WebAddress.safeParse(address.trim().replace(/^<(.*)>$/, '$1'));
  if (!given.success) throw new FootnoteError('source.address');
  const answer = await readInTime(deps, given.data);
  const url = answer.found === 'page' ? (WebAddress.safeParse(answer.url).data ?? given.data) : given.data;
  const { publisher = null, title = null, date = null } = answer.found === 'page' ? answer.facts : {};
  const form = await openForm(deps, {
    guildId,
    memberId,
    dossierId,
    revision,
    form: { kind: 'add-source', claimId, url },
    fields: { publisher: publisher ?? '', headline: title ?? '', date: date ?? '' },
  });
  return { answer, url, dossierId, claimId, form };
}

async function readInTime({ web, clock }: BoundDeps, url: string): Promise<PageAnswer> {
  const ending = new AbortController();
  const cancel = clock.after(patienceMs, () => ending.abort());
  try {
    return await web.readPage(url, ending.signal);
  } catch (error) {
    if (ending.signal.aborted) return { found: 'failed' };
    throw error;
  } finally {
    cancel();
  }
}
