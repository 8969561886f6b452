import { z } from 'zod';
import { textOrigins } from '../../core/case.ts';
import { FootnoteError } from '../../core/errors.ts';
import { ChannelId, type DraftId, GuildId, MessageId, type RoleId, UserId } from '../../core/ids.ts';
import type { SeenMessage } from '../../ports/message.ts';
import { keepDraft, readDraft } from '../context/drafts.ts';
import type { BoundDeps } from '../deps.ts';
import { linkedMessage, placeOfLink, reachOf } from '../linked-message.ts';
import { textOf } from '../message-text.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { isRecentlyDeleted } from '../reports/file-report.ts';
import type { MessageToDraft } from './draft-message.ts';

/** A button does not bring the message along; this is what is kept of it until it is pressed. */
const KeptMessage = z.object({
  guildId: GuildId,
  channelId: ChannelId,
  messageId: MessageId,
  authorId: UserId.nullable(),
  text: z.string(),
  textFrom: z.enum(textOrigins).nullable(),
});
type KeptMessage = z.infer<typeof KeptMessage>;

/** Keeps a message for the moderator who may want a dossier of it; null where it holds no text. */
export async function offerMessage(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    target,
  }: { readonly guildId: GuildId; readonly memberId: UserId; readonly target: SeenMessage },
): Promise<DraftId | null> {
  const kept = keptOf(guildId, target);
  return kept === null ? null : keepDraft(deps, memberId, kept);
}

/**
 * The message that was kept for a button.
 *
 * @throws FootnoteError `draft.gone` when it has expired, or is not this moderator's, `dossier.author-opted-out`, `dossier.post-deleted`
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
  await refuseOptedOut(deps, kept.authorId);
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
 * @throws FootnoteError `message.own` or `message.system` for what no member wrote, `dossier.author-opted-out`,
 * `dossier.link-no-text` where Discord gives no text, and as `placeOfLink` and `linkedMessage` do
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
  const { target, parentId, reach } = await linkedMessage(deps, place, { id: memberId, roles });
  if (target.own) throw new FootnoteError('message.own');
  if (target.system) throw new FootnoteError('message.system');
  await refuseOptedOut(deps, target.authorId);
  const kept = keptOf(guildId, target);
  if (kept === null) throw new FootnoteError('dossier.link-no-text');
  return { ...kept, parentId, reach };
}

async function refuseOptedOut({ database }: BoundDeps, authorId: UserId | null): Promise<void> {
  if (await database.snapshot((stores) => authorOptedOut(stores, authorId)))
    throw new FootnoteError('dossier.author-opted-out');
}

function keptOf(guildId: GuildId, target: SeenMessage): KeptMessage | null {
  const { channelId, messageId, authorId } = target;
  const { text, textFrom } = textOf(target);
  return text === null ? null : { guildId, channelId, messageId, authorId, text, textFrom };
}
