import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { noteTaker } from '../../../src/adapters/discord/happenings.ts';
import { openLog } from '../../../src/adapters/log.ts';
import type { Happening } from '../../../src/incoming.ts';

const guild = '1290000000000000100';
const channel = '1290000000000000110';
const message = '1290000000000000120';
const other = '1290000000000000121';
const member = '1290000000000000301';
const bot = '1290000000000000001';
const editedAt = '2026-08-01T12:00:00.000000+00:00';

/** What is noted when Discord sends `d` as the event `t`, and what is logged then. */
function noted(t: string, d: object) {
  const happenings: Happening[] = [];
  const log: string[] = [];
  const notes = noteTaker(openLog('debug', { write: (line) => void log.push(line) }));
  // Only what is read is written down, so that the type of the whole event cannot be met.
  const event = { t, d, op: 0, s: 1 } as unknown as GatewayDispatchPayload;
  notes.take(event, bot, async (happening) => void happenings.push(happening));
  return { happenings, log };
}

const edit = { id: message, channel_id: channel, guild_id: guild, author: { id: member } };

describe('an event of the Gateway', () => {
  it.each<{ t: string; d: object; happening: object; why: string }>([
    {
      t: 'MESSAGE_DELETE',
      d: { id: message, channel_id: channel, guild_id: guild },
      happening: { kind: 'messages-deleted', guildId: guild, messageIds: [message] },
      why: 'a message was deleted',
    },
    {
      t: 'MESSAGE_DELETE_BULK',
      d: { ids: [message, other], channel_id: channel, guild_id: guild },
      happening: { kind: 'messages-deleted', guildId: guild, messageIds: [message, other] },
      why: 'many were deleted at once',
    },
    {
      t: 'MESSAGE_UPDATE',
      d: { ...edit, edited_timestamp: editedAt },
      happening: { kind: 'message-edited', guildId: guild, messageId: message },
      why: 'a member changed a message',
    },
    {
      t: 'MESSAGE_UPDATE',
      d: { ...edit, author: { id: other, bot: true }, edited_timestamp: editedAt },
      happening: { kind: 'message-edited', guildId: guild, messageId: message },
      why: 'another bot changed one',
    },
    {
      t: 'CHANNEL_DELETE',
      d: { id: channel, guild_id: guild, type: 0 },
      happening: { kind: 'channel-deleted', guildId: guild, channelId: channel },
      why: 'a channel was deleted',
    },
    {
      t: 'THREAD_DELETE',
      d: { id: channel, guild_id: guild, parent_id: other, type: 11 },
      happening: { kind: 'channel-deleted', guildId: guild, channelId: channel },
      why: 'a thread was deleted',
    },
    {
      t: 'GUILD_DELETE',
      d: { id: guild },
      happening: { kind: 'guild-left', guildId: guild },
      why: 'the bot was removed',
    },
    {
      t: 'GUILD_CREATE',
      d: { id: guild, name: 'A server' },
      happening: { kind: 'guild-there', guildId: guild },
      why: 'a server became known',
    },
    {
      t: 'READY',
      d: { guilds: [{ id: guild, unavailable: true }], shard: [1, 2] },
      happening: { kind: 'guilds-known', guildIds: [guild], shardId: 1, shardCount: 2 },
      why: 'a connection says which servers it serves',
    },
    {
      t: 'READY',
      d: { guilds: [] },
      happening: { kind: 'guilds-known', guildIds: [], shardId: 0, shardCount: 1 },
      why: 'the only connection says so',
    },
  ])('$t is noted: $why', ({ t, d, happening }) => {
    expect(noted(t, d).happenings).toEqual([happening]);
  });

  it.each([
    { t: 'MESSAGE_CREATE', d: edit, why: 'new messages are none of its business' },
    { t: 'MESSAGE_UPDATE', d: { ...edit, edited_timestamp: null }, why: 'only a preview was added' },
    { t: 'MESSAGE_UPDATE', d: edit, why: 'it does not say that anybody changed the text' },
    {
      t: 'MESSAGE_UPDATE',
      d: { ...edit, author: { id: bot, bot: true }, edited_timestamp: editedAt },
      why: 'the bot changed its own card',
    },
    {
      t: 'MESSAGE_UPDATE',
      d: { ...edit, guild_id: undefined, edited_timestamp: editedAt },
      why: 'it is a direct message',
    },
    { t: 'MESSAGE_DELETE', d: { id: message, channel_id: channel }, why: 'it was a direct message' },
    { t: 'CHANNEL_DELETE', d: { id: channel, type: 1 }, why: 'it was a channel of direct messages' },
    { t: 'GUILD_DELETE', d: { id: guild, unavailable: true }, why: 'Discord has an outage' },
    { t: 'GUILD_CREATE', d: { id: guild, unavailable: true }, why: 'the outage goes on' },
    { t: 'INTERACTION_CREATE', d: { id: message }, why: 'interactions are answered elsewhere' },
    { t: 'SOMETHING_NEW', d: {}, why: 'nobody knows it' },
  ])('$t is dropped: $why', ({ t, d }) => {
    expect(noted(t, d)).toEqual({ happenings: [], log: [] });
  });

  it('that cannot be read is a line in the log, without what it holds', () => {
    const { happenings, log } = noted('MESSAGE_DELETE', { id: 'canary-4711', guild_id: guild });

    expect(happenings).toEqual([]);
    expect(log.join('')).toContain('MESSAGE_DELETE');
    expect(log.join('')).not.toContain('canary-4711');
  });
});

describe('the note-taker', () => {
  it('is settled when everything noted has been dealt with', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const notes = noteTaker(openLog('silent', { write: () => {} }));
    const done: string[] = [];
    // The parts of the event that are read.
    const event = { t: 'GUILD_DELETE', d: { id: guild }, op: 0, s: 1 } as unknown as GatewayDispatchPayload;

    notes.take(event, bot, () => promise.then(() => void done.push('dealt with')));
    const settled = notes.settled().then(() => void done.push('settled'));
    resolve();
    await settled;

    expect(done).toEqual(['dealt with', 'settled']);
  });
});
