import type { APIMessage } from 'discord-api-types/v10';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { casesIn, report } from './contested.ts';
import { moderator, written } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, sureQuestion } from './running-bot.ts';

/** What no claim answers: put to the moderators, asked by three on one day, and asked by one alone. */
export const unknown = 'best pasta recipe with basil';
export const often = 'which striker scored at Wembley';
export const seldom = 'cheapest flights from Lisbon';

/** Has a member ask. */
export const ask = (bot: RunningBot, userId: string, query: string) =>
  bot.discord.as(userId).slash('claim lookup', { query });

/** The text of the one file a message carries. */
export async function fileOf(message: APIMessage | undefined): Promise<string> {
  const [attachment] = message?.attachments ?? [];
  return (await fetch(attachment?.url ?? absent())).text();
}

/** A week in which members asked and reported, and a moderator resolved one case of two. */
export async function busyWeek() {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  const answered = await ask(bot, ids.mia, sureQuestion);
  const [fits = absent()] = buttonsTo(answered.message, 'claim.fit');
  await bot.discord.as(ids.mia).press(answered.message ?? absent(), fits);
  await ask(bot, ids.noor, sureQuestion);
  const nothing = await ask(bot, ids.sam, unknown);
  const asking = await bot.discord.as(ids.sam).press(nothing.message ?? absent(), 'Ask the moderators');
  await (await bot.discord.as(ids.sam).submit(asking, {})).settled();
  for (const member of [ids.mia, ids.noor, ids.sam]) await ask(bot, member, often);
  await ask(bot, ids.noor, seldom);
  await bot.discord.as(ids.mia).slash('summary');
  const message = await written(bot, 'The **contested** post.');
  await report(bot, ids.mia, message);
  await report(bot, ids.noor, message);
  await report(bot, ids.mia, await written(bot, 'Another post.'));
  clock.advance(3 * 3_600_000);
  return { bot, clock };
}

/** Has a moderator resolve a case with no action taken. */
export async function resolve(bot: RunningBot, number: number): Promise<void> {
  const max = moderator(bot);
  const found = (await casesIn(bot)).find((each) => each.number === number) ?? absent();
  const queue = await max.slash('queue');
  const opened = await max.pick(queue.message ?? absent(), 'Open a case', found.id);
  const form = await max.press(opened.message ?? absent(), 'No action');
  await max.submit(form, { answer: 'It is fine.' });
}

/** The first value a menu of a message offers. */
export function firstOption(message: APIMessage, customId: string): string {
  let value: string | undefined;
  JSON.stringify(message.components, (_key, node: unknown) => {
    if (typeof node === 'object' && node !== null && 'custom_id' in node && node.custom_id === customId)
      value = JSON.stringify(node).match(/"value":"([^"]+)"/)?.[1];
    return node;
  });
  return value ?? absent();
}
