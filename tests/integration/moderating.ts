import type { APIMessage } from 'discord-api-types/v10';
import { expect, onTestFinished } from 'vitest';
import { openLog } from '../../src/adapters/log.ts';
import { buildApp } from '../../src/app.ts';
import type { Actor } from '../../src/sandbox/acts.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import { cards, contested, report as reportIn, withModerators } from './contested.ts';
import { absent, type RunningBot, runningBot } from './running-bot.ts';
import { settled, settlingActor } from './settling-actor.ts';

/** How long something that happens by itself is waited for. */
export const soon = { timeout: 30_000, interval: 20 };

/** A moderator in the moderators' channel, who waits for answers that take their time. */
export function moderator(bot: RunningBot, userId: string = ids.max): Actor {
  return settlingActor(bot.discord.as(userId, { channelId: ids.moderators }));
}

/** Has a member report a message, and waits until it is done. */
export function report(...reported: Parameters<typeof reportIn>): Promise<Answer> {
  return settled(reportIn(...reported));
}

/** The newest message of everyone's in the moderators' channel. */
export function card(bot: RunningBot): APIMessage {
  const all = bot.discord.world.messages.inChannel(ids.moderators);
  return all.findLast(({ onlyFor }) => onlyFor === null)?.message ?? absent();
}

/** Lets time go on until the one card of the moderators' channel says `text`. */
export async function cardSays(bot: RunningBot, text: string, clock?: FakeClock): Promise<void> {
  await expect
    .poll(() => {
      clock?.advance(1_000);
      return cards(bot);
    }, soon)
    .toEqual([expect.stringContaining(text)]);
}

/** A message of Sam's, for others to report. */
export function written(bot: RunningBot, text = contested): Promise<APIMessage> {
  return bot.discord.as(ids.sam, { channelId: ids.general }).write(text);
}

/** A bot with a moderators' channel and one reported message, whose card is there. */
export async function botWithCase(clock?: FakeClock) {
  const bot = await runningBot(clock === undefined ? {} : { clock });
  await withModerators(bot);
  const message = await written(bot);
  await report(bot, ids.mia, message, { 'tell-me': ['yes'] });
  await cardSays(bot, 'Case 1 · open', clock);
  return { bot, message };
}

/**
 * Starts a second process' worth of bot on the same data, with the same Discord.
 *
 * @returns every line it logs
 */
export async function secondBot({ config }: RunningBot, clock?: FakeClock): Promise<readonly string[]> {
  const lines: string[] = [];
  const app = await buildApp(config, {
    ...(clock === undefined ? {} : { clock }),
    log: openLog('debug', { write: (line) => void lines.push(line) }),
  });
  onTestFinished(() => app.stop());
  await app.start();
  return lines;
}

/** Lets time go on until everything that was to be sent has been. */
export async function untilNothingWaits(
  { inDatabase }: RunningBot,
  clock: FakeClock,
  stepMs = 1_000,
): Promise<void> {
  await expect
    .poll(() => {
      clock.advance(stepMs);
      return inDatabase(({ outbox }) => outbox.nextDue());
    }, soon)
    .toBeNull();
}
