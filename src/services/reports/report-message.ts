import { z } from 'zod';
import { knownReaches, type MessageSubject, textOrigins } from '../../core/case.ts';
import { ClaimReference } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import { ChannelId, type DraftId, GuildId, MessageId, UserId } from '../../core/ids.ts';
import type { ReportReason } from '../../core/report.ts';
import { keepDraft, readDraft } from '../context/drafts.ts';
import type { BoundDeps } from '../deps.ts';
import { markEdited } from '../privacy/forget-messages.ts';
import { fileReport, type Receipt, type Reporting } from './file-report.ts';
import { type Pointed, readReported } from './read-reported.ts';

/** What a form for reporting a message is opened with. */
export type ReportDraft = {
  readonly draftId: DraftId;
  /** What the field for the statement holds at first; null: there is no such field. */
  readonly statement: string | null;
  readonly hasText: boolean;
  readonly inPrivateThread: boolean;
};

/** What was chosen and written in that form. */
export type ReportForm = {
  readonly reason: ReportReason;
  readonly statement: string | null;
  readonly details: string | null;
  readonly wantsOutcome: boolean;
};

/** Discord does not send the message along when the form is sent; this is what is kept of it until then. */
const KeptMessage = z.object({
  guildId: GuildId,
  channelId: ChannelId,
  parentId: ChannelId.nullable(),
  messageId: MessageId,
  authorId: UserId.nullable(),
  text: z.string().nullable(),
  textFrom: z.enum(textOrigins).nullable(),
  attachments: z.int().min(0),
  reach: z.enum(knownReaches).nullable(),
  claims: z.array(ClaimReference),
  /** When it was read; what happens to it from then on, the text does not show. */
  readAt: z.number(),
});
type KeptMessage = z.infer<typeof KeptMessage>;

/**
 * Prepares the form in which a message is reported. It costs a look at the store and at the index, and no request to
 * Discord: a form must be the first answer.
 *
 * @throws FootnoteError as `readReported` does
 */
export async function draftReport(deps: BoundDeps, pointed: Pointed): Promise<ReportDraft> {
  const readAt = deps.clock.now();
  const { subject, statement } = await readReported(deps, pointed);
  const { kind: _, fate: __, ...kept } = subject;
  const draft = { ...kept, guildId: pointed.guildId, claims: [...kept.claims], readAt } satisfies KeptMessage;
  return {
    draftId: await keepDraft(deps, pointed.memberId, draft),
    statement,
    hasText: subject.text !== null,
    inPrivateThread: subject.reach === 'private-thread',
  };
}

/**
 * Files the report of the message that the form was opened for.
 *
 * @throws FootnoteError `draft.gone` when the form has expired or is not this member's, and as `fileReport` does
 */
export async function submitReport(
  deps: BoundDeps,
  { draftId, form, ...reporting }: Reporting & { readonly draftId: DraftId; readonly form: ReportForm },
): Promise<Receipt> {
  const { guildId, readAt, ...message } = await readDraft(deps, reporting.memberId, draftId, KeptMessage);
  if (guildId !== reporting.guildId) throw new FootnoteError('draft.gone');
  // The draft stays for its time: of a second delivery, whichever process has it, only the store can tell that it is one.
  const receipt = await fileMessage(deps, reporting, form, {
    subject: { kind: 'message', fate: 'there', ...message },
    readAt,
  });
  const { messageId } = message;
  // An edit that is heard of while the form is open finds no case yet.
  if (deps.recentlyEdited.hasSince(messageId, readAt)) await markEdited(deps, { guildId, messageId });
  return receipt;
}

/** Files the report of a message that was read at `readAt`, in milliseconds since 1970. */
export function fileMessage(
  deps: BoundDeps,
  reporting: Reporting,
  form: ReportForm,
  { subject, readAt }: { readonly subject: MessageSubject; readonly readAt: number },
): Promise<Receipt> {
  return fileReport(deps, reporting, { ...form, subject, key: subject.messageId, readAt });
}
