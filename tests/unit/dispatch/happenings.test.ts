import { expect, it } from 'vitest';
import { openSqlite } from '../../../src/adapters/store/sqlite.ts';
import { ChannelId, GuildId, MessageId } from '../../../src/core/ids.ts';
import { createHappenings } from '../../../src/dispatch/happenings.ts';
import type { Happening } from '../../../src/incoming.ts';
import { noIndexFiles } from '../../../src/ports/index-files.ts';
import { bindServices } from '../../../src/services/services.ts';
import { fakeCache } from '../../fakes/fake-cache.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';
import { recordingLog } from '../../fixtures/store/recording-log.ts';

const guildId = GuildId.parse('100000000000000001');
const messageId = MessageId.parse('300000000000000001');
const channelId = ChannelId.parse('200000000000000001');

const happenings: readonly Happening[] = [
  { kind: 'messages-deleted', guildId, messageIds: [messageId] },
  { kind: 'message-edited', guildId, messageId },
  { kind: 'channel-deleted', guildId, channelId },
  { kind: 'guild-left', guildId },
  { kind: 'guild-there', guildId },
  { kind: 'guilds-known', guildIds: [guildId], shardId: 0, shardCount: 1 },
];

const nothing = () => Promise.reject(new TypeError('nothing is sent here'));

async function arranged() {
  const clock = fakeClock();
  const { log, said } = recordingLog();
  const database = await openSqlite({ file: ':memory:', clock });
  const services = bindServices({
    database,
    cache: fakeCache(new Map(), clock.now),
    dayKeys: { keyOf: nothing },
    indexFiles: noIndexFiles,
    files: { read: () => Promise.reject(new TypeError('no file is read here')) },
    web: {
      check: () => Promise.reject(new TypeError('no page is read here')),
      readPage: () => Promise.reject(new TypeError('no page is read here')),
    },
    pictures: { draw: nothing },
    analyzer: null,
    modelCosts: { prices: null, embeddingPrice: null, dollarsAMonth: null },
    embedder: null,
    messages: {
      post: nothing,
      edit: nothing,
      remove: nothing,
      tell: nothing,
      look: nothing,
      findOwn: nothing,
    },
    guilds: { describe: nothing, channel: nothing },
    clock,
    log,
    wakeOutbox: () => {},
    newId: () => 'AAAAAAAAAAAA',
    pseudonym: (memberId) => memberId,
    installation: { version: '0', operatorContact: null, models: null, privacyPolicy: '' },
  });
  return { database, said, handle: createHappenings({ services, log }) };
}

it.each(happenings)(
  'a store that fails while $kind is noted is written to the log, and stops nothing',
  async (happening) => {
    const { database, said, handle } = await arranged();
    await database.close();

    await expect(handle(happening)).resolves.toBeUndefined();

    expect(said).toMatchObject([
      {
        message: 'what happened could not be noted',
        facts: { kind: happening.kind, ...(happening.kind === 'guilds-known' ? {} : { guildId }) },
      },
    ]);
  },
);

it.each(happenings.filter(({ kind }) => kind !== 'guild-left'))(
  '$kind of what nothing is known of is passed over in silence',
  async (happening) => {
    const { database, said, handle } = await arranged();

    await handle(happening);

    expect(said).toEqual([]);
    await database.close();
  },
);
