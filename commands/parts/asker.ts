import type { GuildCall } from '../../src/command.ts';
import type { ChannelId, GuildId } from '../../src/core/ids.ts';
import type { Asker } from '../../src/services/asking/record-inquiry.ts';
import type { Sharing } from '../../src/services/asking/share-card.ts';

/** Who asks in this call. */
export function askerOf(call: GuildCall): Asker {
  return { interactionId: call.id, guildId: call.guildId, memberId: call.member.id, locale: call.locale };
}

/** Where this call would share a card, and what member and bot may do there. */
export function sharingOf(call: GuildCall): Sharing {
  const { channelId, parentId, isThread, slowModeSeconds } = call.place;
  return {
    guildId: call.guildId,
    channelId,
    parentId,
    isThread,
    slowModeSeconds,
    memberId: call.member.id,
    memberPermissions: call.member.permissions,
    botPermissions: call.botPermissions,
  };
}

/** Where this call looks for a pinned dossier: its thread first, then the channel. */
export function whereOf({ guildId, place }: GuildCall): { guildId: GuildId; pinnedIn: readonly ChannelId[] } {
  return {
    guildId,
    pinnedIn: place.parentId === null ? [place.channelId] : [place.channelId, place.parentId],
  };
}
