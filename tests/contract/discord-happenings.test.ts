import { describe, expect, it } from 'vitest';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { ChannelId } from '../../src/core/ids.ts';
import type { Happening } from '../../src/incoming.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { discordAtLoopback } from './discord-at-loopback.ts';

const general = ChannelId.parse(ids.general);

/** A connected bot, and what it has noted since it knew both servers. */
async function arranged() {
  const { loopback, discord, world } = await discordAtLoopback();
  const noted: Happening[] = [];
  await discord.connect(
    async () => {},
    [],
    async (happening) => void noted.push(happening),
  );
  await expect.poll(() => noted).toHaveLength(3);
  return { loopback, discord, world, known: noted.splice(0), noted };
}

describe('a connected bot', () => {
  it('learns which servers it is in', async () => {
    const { known } = await arranged();

    expect(known).toEqual([
      { kind: 'guilds-known', guildIds: [ids.guild, ids.otherGuild], shardId: 0, shardCount: 1 },
      { kind: 'guild-there', guildId: ids.guild },
      { kind: 'guild-there', guildId: ids.otherGuild },
    ]);
  });

  it('notes in order what becomes of messages, channels and servers, and nothing else', async () => {
    const { loopback, discord, world, noted } = await arranged();
    const mia = loopback.as(ids.mia);
    const max = loopback.as(ids.max);
    const [first, second, third] = [await mia.write('one'), await mia.write('two'), await mia.write('three')];
    const own = await discord.messages.post(general, sentenceCard('A card.'), { nonce: '1' });
    await discord.messages.edit(general, own, sentenceCard('A later card.'));

    await mia.edit(first.id, 'one, but different');
    await mia.remove(first.id);
    await max.removeMany([second.id, third.id]);
    world.removeChannel(ids.thread);
    world.removeChannel(ids.news);
    world.leaveGuild(ids.guild, 'outage');
    world.joinGuild(ids.guild);
    world.leaveGuild(ids.otherGuild, 'removed');

    const guildId = ids.guild;
    const expected = [
      { kind: 'message-edited', guildId, messageId: first.id },
      { kind: 'messages-deleted', guildId, messageIds: [first.id] },
      { kind: 'messages-deleted', guildId, messageIds: [second.id, third.id] },
      { kind: 'channel-deleted', guildId, channelId: ids.thread },
      { kind: 'channel-deleted', guildId, channelId: ids.news },
      { kind: 'guild-there', guildId },
      { kind: 'guild-left', guildId: ids.otherGuild },
    ];
    await expect.poll(() => noted).toHaveLength(expected.length);
    expect(noted).toEqual(expected);
  });
});
