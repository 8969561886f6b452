import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { GuildId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { casesIn, guildId, report } from './contested.ts';
import { moderator, written } from './moderating.ts';
import {
  absent,
  buttonsTo,
  changeSettings,
  type RunningBot,
  runningBot,
  sureQuestion,
  textOf,
} from './running-bot.ts';

const dayMs = 86_400_000;
const unknown = 'best pasta recipe with basil';
const often = 'which striker scored at Wembley';
const seldom = 'cheapest flights from Lisbon';

const ask = (bot: RunningBot, userId: string, query: string) =>
  bot.discord.as(userId).slash('claim lookup', { query });

/** The text of the one file a message carries. */
async function fileOf(message: APIMessage | undefined): Promise<string> {
  const [attachment] = message?.attachments ?? [];
  return (await fetch(attachment?.url ?? absent())).text();
}

/** A week in which members asked and reported, and a moderator resolved one case of two. */
async function busyWeek() {
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
async function resolve(bot: RunningBot, number: number): Promise<void> {
  const max = moderator(bot);
  const found = (await casesIn(bot)).find((each) => each.number === number) ?? absent();
  const queue = await max.slash('queue');
  const opened = await max.pick(queue.message ?? absent(), 'Open a case', found.id);
  const form = await max.press(opened.message ?? absent(), 'No action');
  await max.submit(form, { answer: 'It is fine.' });
}

describe('/digest', () => {
  it('shows moderators alone what was asked, what waits, what is contested and what was done', async () => {
    const { bot } = await busyWeek();
    const contested = (await casesIn(bot)).find(({ subject }) => subject.kind === 'message') ?? absent();
    await resolve(bot, contested.number);

    const answer = await moderator(bot).slash('digest');

    const said = textOf(answer.message);
    expect(answer.ephemeral).toBe(true);
    expect(said).toContain('February 24, 2026 to March 2, 2026 (UTC), next to the 7 days before.');
    expect(said).toContain('Today is not over yet.');
    expect(said.indexOf('What needs someone')).toBeLessThan(said.indexOf('What members asked'));
    expect(said).toContain('1 question put to the moderators is open');
    expect(said).toContain('7 questions (0 before) · 2 answered (29%) · 5 without a known claim\n');
    expect(said).toContain('1 summary opened (0 before)');
    expect(said).toContain('“This was it”: 1; “This was not it”: 0.');
    expect(said).toMatch(
      /\*\*2×\*\* \(0 before\) iraqi-militias-in-syria\/c\w+ “.*” · 2 askers · this was it 1/,
    );
    expect(said).toContain(`×2 · Case ${contested.number} · resolved`);
    expect(said).toContain(String.raw`“The \*\*contested\*\* post.”`);
    expect(said).toContain('3 new (0 before) · 1 resolved (0 before)');
    expect(said).toContain('3 hours in the median');
    expect(said).toContain(`“${often}” · 3 questions`);
    expect(said).toContain(`“${unknown}” · put to the moderators once`);
    expect(said).toContain('1 further question is not shown');
    expect(said).not.toContain(seldom);
    for (const member of [ids.mia, ids.noor, ids.sam]) expect(said).not.toContain(member);
  });

  it('opens a claim and a case beside it', async () => {
    const { bot } = await busyWeek();
    const max = moderator(bot);
    const { message = absent() } = await max.slash('digest');
    const [claims = '', cases = ''] = [
      buttonsTo(message, 'digest.claim'),
      buttonsTo(message, 'digest.case'),
    ].flat();
    const [, contested = absent()] = await casesIn(bot);

    const claim = await max.pick(message, claims, firstOption(message, claims));
    const opened = await max.pick(message, cases, contested.id);

    expect([claim.kind, opened.kind]).toEqual(['message', 'message']);
    expect(textOf(claim.message)).toContain('salaried by the Iraqi government');
    expect(textOf(opened.message)).toContain(`Case ${contested.number}`);
  });

  it('is given as CSV and JSON to whoever asks, with no asker, reporter or question of a few in it', async () => {
    const { bot } = await busyWeek();
    const max = moderator(bot);
    const { message = absent() } = await max.slash('digest', { period: 'month' });

    const [csv, json] = [await max.press(message, 'CSV'), await max.press(message, 'JSON')];

    const table = await fileOf(csv.message);
    const document = JSON.parse(await fileOf(json.message));
    expect([csv.ephemeral, json.ephemeral]).toEqual([true, true]);
    expect(csv.message?.attachments[0]?.filename).toBe('digest-2026-02-01-to-2026-03-02.csv');
    expect(table).toContain('questions,,,asked,7,0\r\n');
    expect(document).toMatchObject({
      period: { from: '2026-02-01', to: '2026-03-02' },
      questions: { now: { asked: 7, answered: 2, unanswered: 5 } },
      feedback: { yes: 1, no: 0, since: null },
    });
    const written = `${table}${JSON.stringify(document)}`;
    expect(table).toContain(`unanswered,group 1,${often},questions,3,\r\n`);
    for (const secret of [seldom, unknown, ids.mia, ids.noor, ids.sam]) expect(written).not.toContain(secret);
  });

  it('compares with the period before, and says since when feedback is kept', async () => {
    const { bot, clock } = await busyWeek();
    clock.advance(7 * dayMs);
    await ask(bot, ids.mia, sureQuestion);

    const week = textOf((await moderator(bot).slash('digest')).message);
    const past = textOf((await moderator(bot).slash('digest', { until: '2026-03-08' })).message);
    const year = textOf((await moderator(bot).slash('digest', { period: 'year' })).message);

    expect(week).toContain('1 question (7 before) · 1 answered (100%)');
    expect(week).toContain('**1×** (2 before)');
    expect(past).not.toContain('Today is not over yet.');
    expect(year).toContain('kept for 90 days: counted from December 9, 2025.');
  });

  it('lists cases that have waited too long', async () => {
    const { bot, clock } = await busyWeek();
    await changeSettings(bot, guildId, { ...defaultGuildSettings, ageingHours: 48 });
    clock.advance(2 * dayMs);

    const said = textOf((await moderator(bot).slash('digest')).message);

    expect(said).toContain('3 cases have waited too long');
  });

  it('is one line for a quiet week, and shows nothing of another server', async () => {
    const bot = await runningBot({ clock: fakeClock() });
    const otherGuild = GuildId.parse(ids.otherGuild);
    await bot.inDatabase(({ inquiries }) => inquiries.add(exampleInquiry({ guildId: otherGuild })));

    const ours = await moderator(bot).slash('digest');
    const theirs = await bot.discord.as(ids.olu, { channelId: ids.otherGeneral }).slash('digest');

    expect(textOf(ours.message)).toContain('A quiet week: nothing was asked, reported or resolved.');
    expect(textOf(ours.message)).not.toContain('question');
    expect(textOf(theirs.message)).toContain('1 question (0 before)');
  });

  it('is refused to members, and so are its files', async () => {
    const { bot } = await busyWeek();
    const { message = absent() } = await moderator(bot).slash('digest');
    const mia = bot.discord.as(ids.mia);

    const [csv = absent()] = buttonsTo(message, 'digest.csv');
    const [command, button] = [await mia.slash('digest'), await mia.pressForged(message, csv)];

    for (const answer of [command, button])
      expect(textOf(answer.message)).toContain('This needs the permission');
    expect(button.message?.attachments ?? []).toEqual([]);
  });

  it.each([
    { options: { since: 'last monday' }, says: 'Footnote cannot use the date “last monday”.' },
    {
      options: { since: '2026-03-02', until: '2026-03-01' },
      says: 'The first day (2026-03-02) is after the last one',
    },
    { options: { since: '2024-01-01' }, says: 'a digest covers at most 366' },
  ])('says what is wrong with $options', async ({ options, says }) => {
    const bot = await runningBot({ clock: fakeClock() });

    const answer = await moderator(bot).slash('digest', options);

    expect(textOf(answer.message)).toContain(says);
  });
});

/** The first value a menu of a message offers. */
function firstOption(message: APIMessage, customId: string): string {
  let value: string | undefined;
  JSON.stringify(message.components, (_key, node: unknown) => {
    if (typeof node === 'object' && node !== null && 'custom_id' in node && node.custom_id === customId)
      value = JSON.stringify(node).match(/"value":"([^"]+)"/)?.[1];
    return node;
  });
  return value ?? absent();
}
