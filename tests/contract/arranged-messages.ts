import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { ChannelId, MessageId } from '../../src/core/ids.ts';
import type { Loopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { discordAtLoopback } from './discord-at-loopback.ts';

export const general = ChannelId.parse(ids.general);
export const news = ChannelId.parse(ids.news);
export const nowhere = ChannelId.parse('1290000000000000999');
export const noMessage = MessageId.parse('1290000000000000998');
export const card = sentenceCard('A card.');

/** The bot's messages on a loopback Discord with a clock of its own. */
export async function arranged() {
  const clock = fakeClock();
  const { loopback, discord, world } = await discordAtLoopback({ clock });
  return { clock, loopback, world, messages: discord.messages };
}

/** A message as Discord keeps it. */
export const stored = (loopback: Loopback, id: string) => loopback.world.messages.get(id)?.message;
