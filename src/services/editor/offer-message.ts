import { z } from 'zod';
import { textOrigins } from '../../core/case.ts';
import { FootnoteError } from '../../core/errors.ts';
import { ChannelId, type DraftId, GuildId, MessageId, type RoleId, UserId } from '../../core/ids.ts';
import type { SeenMessage } from '../../ports/message.ts';
import { keepDraft, readDraft } from '../context/drafts.ts';
import type { BoundDeps } from '../deps.ts';
import { linkedMessage, placeOfLink, reachOf } from '../linked-message.ts';
import { textOf } from '../message-text.ts';
import type { ReadText } from '../privacy/erased-since.ts';
import { isRecentlyDeleted } from '../reports/file-report.ts';
import type { MessageToDraft } from './draft-message.ts';
import { refuseUnwanted } from './refuse-unwanted.ts';

/** A button does not bring the message along; this is what is kept of it until it is pressed. */
const KeptMessage = z.object({
  guildId: GuildId,
  channelId: ChannelId,
  messageId: MessageId,
  authorId: UserId.nullable(),
  text: z.string(),
  textFrom: z.enum(textOrigins).nullable(),
  readAt: z.number(),
});
type KeptMessage = z.infer<typeof KeptMessage>;

/**
 * Keeps a message for the moderator who may want a dossier of it; null where it holds no text.
 *
 * @param input - `readAt`: when the message was read, in milliseconds since 1970
 */
export async function offerMessage(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    target,
    readAt,
  }: {
    readonly guildId: GuildId;
    readonly memberId: UserId;
    readonly target: SeenMessage;
    readonly readAt: number;
  },
): Promise<DraftId | null> {
  const kept = keptOf(guildId, target, readAt);
  return kept === null ? null : keepDraft(deps, memberId, kept);
}

/**
 * The message that was kept for a button.
 *
 * @throws FootnoteError `draft.gone` when it has expired, or is not this moderator's, `dossier.post-deleted`, and as
 * `refuseUnwanted` does
 */
export async function offeredMessage(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    draftId,
  }: { readonly guildId: GuildId; readonly memberId: UserId; readonly draftId: DraftId },
): Promise<MessageToDraft> {
  const kept = await readDraft(deps, memberId, draftId, KeptMessage);
  if (kept.guildId !== guildId) throw new FootnoteError('draft.gone');
  await refuseNow(deps, kept);
  const channel = await deps.guilds.channel(guildId, kept.channelId);
  const parentId = channel?.parentId ?? null;
  // Before anybody looks at its text, a model included.
  if (isRecentlyDeleted(deps, { ...kept, parentId })) throw new FootnoteError('dossier.post-deleted');
  return {
    ...kept,
    parentId,
    reach: channel === null ? null : reachOf(channel),
  };
}

/**
 * The message that a link leads to.
 *
 * @throws FootnoteError `message.own` or `message.system` for what no member wrote, `dossier.link-no-text` where Discord gives no
 * text, and as `placeOfLink`, `linkedMessage` and `refuseUnwanted` do
 */
export async function messageByLink(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    roles,
    link,
  }: {
    readonly guildId: GuildId;
    readonly memberId: UserId;
    /** The member's, which tell whether they see the channel. */
    readonly roles: readonly RoleId[];
    readonly link: string;
  },
): Promise<MessageToDraft> {
  const place = placeOfLink(guildId, link);
  const readAt = deps.clock.now();
  const { target, parentId, reach } = await linkedMessage(deps, place, { id: memberId, roles });
  if (target.own) throw new FootnoteError('message.own');
  if (target.system) throw new FootnoteError('message.system');
  const kept = keptOf(guildId, target, readAt);
  await refuseNow(deps, kept ?? { ...target, text: null, readAt });
  if (kept === null) throw new FootnoteError('dossier.link-no-text');
  return { ...kept, parentId, reach };
}

function refuseNow({ database }: BoundDeps, read: ReadText): Promise<void> {
  return database.snapshot((stores) => refuseUnwanted(stores, read));
}

function keptOf(guildId: GuildId, target: SeenMessage, readAt: number): KeptMessage | null {
  const { channelId, messageId, authorId } = target;
  const { text, textFrom } = textOf(target);
  return text === null ? null : { guildId, channelId, messageId, authorId, text, textFrom, readAt };
}
