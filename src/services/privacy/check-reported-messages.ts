import type { Case } from '../../core/case.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { CaseId, GuildId } from '../../core/ids.ts';
import { retention } from '../../core/retention.ts';
import { isOfMessage } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';
import { checkShownMessages } from './check-shown-messages.ts';
import { forgetClosed, forgetDeleted } from './forget-messages.ts';

const portion = 50;

/** A case whose message Footnote cannot see, and until when its text is kept all the same. */
export type Closing = { readonly guildId: GuildId; readonly caseId: CaseId; readonly untilMs: number };

/** What a look at the messages whose text is kept came to, as counts. */
export type Checked = {
  readonly looked: number;
  /** Deleted, their texts forgotten. */
  readonly gone: number;
  /** Not to be seen for too long, their texts forgotten. */
  readonly closed: number;
  /** Discord did not say; they are looked at again in the next night. */
  readonly failed: number;
  /** Not to be seen, but reported so lately that moderators may still read the text. */
  readonly closing: readonly Closing[];
};

/**
 * Looks at every message whose text is kept, one after the other, and forgets the texts of those that are gone; then at those
 * whose text only a dossier shows.
 *
 * A text Footnote cannot look up any more is kept until the case is 24 hours old: a member can report a message in a
 * channel that is closed to Footnote. As every message is looked at once a day, no text outlives the loss of access by
 * more than 24 hours, either, provided that those in `closing` are looked at again when their time has come.
 *
 * @param stop - ends it before the next look
 */
export async function checkReportedMessages(deps: BoundDeps, stop: AbortSignal): Promise<Checked> {
  const counts = { gone: 0, closed: 0, failed: 0, there: 0 };
  const closing: Closing[] = [];
  let looked = 0;
  let after: CaseId | null = null;
  for (;;) {
    const last: CaseId | null = after;
    const cases: readonly Case[] = await deps.database.snapshot((stores) =>
      stores.cases.withText(last, portion),
    );
    for (const found of cases) {
      if (stop.aborted) break;
      const fate = await look(deps, found);
      looked += 1;
      if (typeof fate === 'string') counts[fate] += 1;
      else closing.push(fate);
    }
    after = cases.at(-1)?.id ?? null;
    if (after === null || cases.length < portion || stop.aborted) break;
  }
  const shown = await checkShownMessages(deps, stop);
  const { gone, closed, failed } = counts;
  return {
    looked: looked + shown.looked,
    gone: gone + shown.gone,
    closed,
    failed: failed + shown.failed,
    closing,
  };
}

/** Looks at one reported message once more. */
export async function checkReportedMessage(
  deps: BoundDeps,
  { guildId, caseId }: Pick<Closing, 'guildId' | 'caseId'>,
): Promise<void> {
  const found = await deps.database.snapshot((stores) => stores.cases.find(guildId, caseId));
  if (found !== null && isOfMessage(found) && found.subject.text !== null) await look(deps, found);
}

async function look(deps: BoundDeps, found: Case): Promise<'there' | 'gone' | 'closed' | 'failed' | Closing> {
  if (!isOfMessage(found)) return 'there';
  const { guildId, id: caseId, openedAt, subject } = found;
  const { channelId, messageId } = subject;
  try {
    const seen = await deps.messages.look(channelId, messageId);
    if (seen === 'gone') {
      await forgetDeleted(deps, { guildId, messageIds: [messageId] });
      return 'gone';
    }
    if (seen !== 'closed') return 'there';
    const untilMs = openedAt + retention.unseenTextHours * 3_600_000;
    if (deps.clock.now() < untilMs) return { guildId, caseId, untilMs };
    await forgetClosed(deps, { guildId, messageId });
    return 'closed';
  } catch (error) {
    deps.log.warn({ guildId, error: errorFacts(error) }, 'a reported message could not be looked up');
    return 'failed';
  }
}
