import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { DigestChoice } from '../../src/core/digest-choice.ts';
import type { GuildSettings } from '../../src/core/guild-settings.ts';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids, type WorldPlan } from '../../src/sandbox/plan.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { guildId, withModerators } from './contested.ts';
import { soon, untilNothingWaits } from './moderating.ts';
import { buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** In milliseconds. */
export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** The request that posts a digest. */
export const posting = `POST /channels/${ids.moderators}/messages`;

/** Every Monday at nine in Berlin. */
export const mondayAtNine: DigestChoice = {
  every: 'week',
  weekday: 1,
  at: '09:00',
  zone: 'Europe/Berlin',
  proposedZone: 'UTC',
};

let interactions = 1_400_000_000_000_000_000n;

/** An interaction that was not handled yet. */
export function anInteraction(): InteractionId {
  interactions += 1n;
  return InteractionId.parse(String(interactions));
}

/** Has an admin change settings. */
export async function choose(
  bot: RunningBot,
  change: Partial<Pick<GuildSettings, 'moderatorsChannel'>> & { digest?: DigestChoice },
): Promise<void> {
  const outcome = await bot.app.services.changeSettings({
    interactionId: anInteraction(),
    guildId,
    memberId: UserId.parse(ids.ada),
    change,
    takesOpenChannel: true,
  });
  expect(outcome.kind).toBe('saved');
}

/** A bot whose server has a moderators' channel and a schedule, at a moment. */
export async function scheduled(at: string, digest: DigestChoice = mondayAtNine, world?: WorldPlan) {
  const clock = fakeClock(Date.parse(at));
  const bot = await runningBot({ clock, ...(world === undefined ? {} : { world }) });
  await withModerators(bot);
  await choose(bot, { digest });
  return { bot, clock };
}

/** The digests posted in a channel. */
export function digestsIn(bot: RunningBot, channelId: string = ids.moderators): readonly APIMessage[] {
  return bot.discord.world.messages
    .inChannel(channelId)
    .map(({ message }) => message)
    .filter((message) => buttonsTo(message, 'digest.csv').length > 0);
}

/** Where the digests of the server stand. */
export const turn = (bot: RunningBot) => bot.inDatabase(({ digests }) => digests.turn(guildId));

/** Lets time go on until nothing is due and nothing waits. */
export async function passed(bot: RunningBot, clock: FakeClock, ms: number): Promise<void> {
  clock.advance(ms);
  await expect
    .poll(
      () => {
        clock.advance(1_000);
        return bot.inDatabase(({ digests }) => digests.due(clock.now(), 1));
      },
      { ...soon, interval: 10 },
    )
    .toEqual([]);
  await untilNothingWaits(bot, clock);
}

/** What the owner of the server was told directly. */
export function told(bot: RunningBot): readonly string[] {
  const { id } = bot.discord.world.directChannel(ids.ada);
  return bot.discord.world.messages.inChannel(id).map(({ message }) => textOf(message));
}
