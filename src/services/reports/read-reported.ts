import type { MessageSubject, Reach } from '../../core/case.ts';
import { parseClaimReference } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { ChannelId, GuildId, UserId } from '../../core/ids.ts';
import { withoutText } from '../../core/join-subject.ts';
import { type ClaimInText, claimsInText, forForm } from '../../core/matching/claims-in-text.ts';
import { reportLimits } from '../../core/report.ts';
import type { SeenMessage } from '../../ports/message.ts';
import type { BoundDeps } from '../deps.ts';
import { textOf } from '../message-text.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';

/** A message somebody wants to report, and where it is. */
export type Pointed = {
  readonly guildId: GuildId;
  readonly memberId: UserId;
  readonly target: SeenMessage;
  /** The channel its thread belongs to. */
  readonly parentId: ChannelId | null;
  readonly reach: Reach;
};

/** A message as a report of it is written down. */
export type ReadMessage = {
  readonly subject: MessageSubject;
  /** What of it is probably meant, for the form; null when its author wants none of their messages processed. */
  readonly statement: string | null;
};

/** A message this short is its own statement, in UTF-16 code units. */
const shortChars = 300;

/**
 * Reads what a member points at: its text, and the known claims it makes.
 *
 * @throws FootnoteError `message.own` or `message.system` for what no member wrote, `report.again` with the case's
 * `number`, `report.too-many` or `report.server-busy`
 */
export async function readReported(deps: BoundDeps, pointed: Pointed): Promise<ReadMessage> {
  const { guildId, memberId, target } = pointed;
  if (target.own) throw new FootnoteError('message.own');
  if (target.system) throw new FootnoteError('message.system');
  await deps.reportCoolDown.check(pointed);
  const optedOut = await deps.database.snapshot(async (stores) => {
    const { cases } = stores;
    const known = await cases.ofSubject(guildId, { kind: 'message', key: target.messageId });
    const reports = known === null ? [] : await cases.reports(guildId, known.id);
    if (known !== null && reports.some(({ reporterId }) => reporterId === memberId))
      throw new FootnoteError('report.again', { number: known.number });
    return authorOptedOut(stores, target.authorId);
  });

  const subject = subjectOf(pointed);
  if (optedOut) return { subject: withoutText(subject), statement: null };
  if (subject.text === null) return { subject, statement: '' };
  const { index } = await deps.catalogs.of(guildId);
  const found = claimsInText(subject.text, index, forForm);
  const claims = found.map(({ id }) => parseClaimReference(id));
  return { subject: { ...subject, claims }, statement: statementOf(subject.text, found[0]) };
}

function subjectOf({ target, parentId, reach }: Pointed): MessageSubject {
  const { channelId, messageId, authorId, attachments } = target;
  return {
    kind: 'message',
    channelId,
    // The first entry of a thread stands for a message of the channel the thread is in.
    parentId: parentId === channelId ? null : parentId,
    messageId,
    authorId,
    ...textOf(target),
    attachments,
    reach,
    fate: 'there',
    claims: [],
  };
}

/** The sentences of the surest claim, as many as the field holds; else a short text as a whole; else nothing. */
function statementOf(text: string, surest: ClaimInText | undefined): string {
  let statement = '';
  for (const sentence of surest?.sentences ?? []) {
    const longer = statement === '' ? sentence : `${statement} ${sentence}`;
    if (longer.length > reportLimits.statementChars) break;
    statement = longer;
  }
  if (statement !== '') return statement;
  return text.length <= shortChars ? text.trim() : '';
}
