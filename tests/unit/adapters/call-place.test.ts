import { ApplicationCommandType, ChannelType, InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { channel, id, member, payload, read } from './some-payload.ts';

describe('an interaction of Discord', () => {
  it.each([
    { type: ChannelType.PublicThread, isPrivateThread: false },
    { type: ChannelType.AnnouncementThread, isPrivateThread: false },
    { type: ChannelType.PrivateThread, isPrivateThread: true },
  ])('in a thread of type $type knows the channel around it', ({ type, isPrivateThread }) => {
    const thread = { id, type, parent_id: channel };

    const received = read(
      payload({
        type: InteractionType.ModalSubmit,
        channel: thread,
        data: { custom_id: 'a', components: [] },
      }),
    );

    expect(received?.call.place).toEqual({
      channelId: id,
      parentId: channel,
      isThread: true,
      isPrivateThread,
      slowModeSeconds: 0,
    });
  });

  it('in a channel of a category does not take the category for a channel', () => {
    const inCategory = { id: channel, type: ChannelType.GuildText, parent_id: id };

    const received = read(
      payload({
        type: InteractionType.ModalSubmit,
        channel: inCategory,
        data: { custom_id: 'a', components: [] },
      }),
    );

    expect(received?.call.place.parentId).toBeNull();
  });

  it('in direct messages has no server and no permissions', () => {
    const received = read(
      payload({
        type: InteractionType.ApplicationCommand,
        guild_id: undefined,
        guild_locale: undefined,
        member: undefined,
        user: { id: member },
        data: { type: ApplicationCommandType.ChatInput, name: 'help' },
      }),
    );

    expect(received?.call).toMatchObject({
      guildId: null,
      guildLocale: 'de',
      command: 'help',
      member: { id: member, permissions: 0n, roles: [] },
    });
  });
});
