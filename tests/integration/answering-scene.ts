import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { UserId, WatcherId, WatchId } from '../../src/core/ids.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { nodesOf } from '../unit/cards/card-nodes.ts';
import { guildId } from './contested.ts';
import { moderator } from './moderating.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** What three members type, how a fourth puts it to the moderators, and how a fifth watches it. */
const typed = [
  'which striker scored at wembley',
  'which strikers scored at wembley',
  'Striker scored at wembley?',
];
export const put = 'Which striker scored at Wembley';
export const watched = 'Which striker scored at the Wembley';
/** Of the shipped dossier. */
export const claim = 'iraqi-militias-in-syria/c01';

type Scene = { readonly bot: RunningBot; readonly clock: FakeClock };

const ask = (bot: RunningBot, userId: string, query: string) =>
  bot.discord.as(userId).slash('claim lookup', { query });

export async function putToModerators(bot: RunningBot, userId: string, question: string): Promise<void> {
  const member = bot.discord.as(userId);
  const nothing = await ask(bot, userId, question);
  const asking = await member.press(nothing.message ?? absent(), 'Ask the moderators');
  await (await member.submit(asking, { 'tell-me': ['yes'] })).settled();
}

/** Has a member watch a question, as the store keeps it. */
export function watch(bot: RunningBot, userId: string, text: string): Promise<WatchId> {
  const watcher = {
    id: WatcherId.parse(exampleId()),
    guildId,
    memberId: UserId.parse(userId),
    locale: 'en-US',
    batch: null,
    waitingSince: null,
  };
  const id = WatchId.parse(exampleId());
  return bot.inDatabase(async ({ watches }) => {
    await watches.addWatcher(watcher);
    await watches.add(watcher, { kind: 'question', id, text, answer: null, telling: false });
    return id;
  });
}

/** Three members ask the same on one day. */
export async function asked(questions: readonly string[] = typed): Promise<Scene> {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  for (const [index, member] of [ids.mia, ids.noor, ids.sam].entries())
    await ask(bot, member, questions[index] ?? absent());
  return { bot, clock };
}

/** Nobody but one member asks, and puts it to the moderators. */
export async function putAlone(): Promise<Scene> {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  await putToModerators(bot, ids.mia, put);
  return { bot, clock };
}

/** The values a menu of a message offers. */
export function offered(message: APIMessage | undefined, route: string): readonly string[] {
  const [menu] = nodesOf(message?.components ?? []).filter((node) =>
    String(node['custom_id'] ?? '').startsWith(`1:${route}:`),
  );
  return nodesOf(menu?.['options'] ?? []).map(({ value }) => String(value));
}

/** The private card of the first question of a new digest. */
export async function opened(bot: RunningBot, userId: string = ids.max): Promise<APIMessage> {
  const digest = await moderator(bot, userId).slash('digest');
  const [key = absent()] = offered(digest.message, 'question.open');
  const card = await moderator(bot, userId).pick(digest.message ?? absent(), 'Answer a question…', key);
  expect([card.kind, card.ephemeral]).toEqual(['message', true]);
  return card.message ?? absent();
}

/** Names a claim as the answer to the question of that card. */
export async function name(
  bot: RunningBot,
  card: APIMessage,
  reference = claim,
  userId: string = ids.max,
): Promise<Answer> {
  const form = await moderator(bot, userId).press(card, 'Name a claim…');
  return moderator(bot, userId).submit(form, { answer: reference });
}

export async function draft(bot: RunningBot, card: APIMessage, fields: Readonly<Record<string, string>>) {
  const form = await moderator(bot).press(card, 'Draft a new claim…');
  return { form, done: await moderator(bot).submit(form, fields) };
}

/** What a member was told in direct messages, oldest first. */
export function told(bot: RunningBot, userId: string): readonly string[] {
  const direct = bot.discord.world.directChannel(userId).id;
  return bot.discord.world.messages.inChannel(direct).map(({ message }) => textOf(message));
}
