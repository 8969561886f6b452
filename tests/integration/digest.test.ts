import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { GuildId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { casesIn, guildId } from './contested.ts';
import { ask, busyWeek, fileOf, firstOption, often, resolve, seldom, unknown } from './digest-scene.ts';
import { moderator } from './moderating.ts';
import { absent, buttonsTo, changeSettings, runningBot, sureQuestion, textOf } from './running-bot.ts';

const dayMs = 86_400_000;

describe('/digest', () => {
  it('shows moderators alone what was asked, what waits, what is contested and what was done', async () => {
    const { bot } = await busyWeek();
    const contested = (await casesIn(bot)).find(({ subject }) => subject.kind === 'message') ?? absent();
    await resolve(bot, contested.number);

    const answer = await moderator(bot).slash('digest');

    const said = textOf(answer.message);
    expect(answer.ephemeral).toBe(true);
    expect(said).toContain('February 24, 2026 to March 2, 2026 (UTC), compared with the 7 days before.');
    expect(said).toContain('Today is not over yet.');
    expect(said.indexOf('What needs someone')).toBeLessThan(said.indexOf('What members asked'));
    expect(said).toContain('1 question put to the moderators is open');
    expect(said).toContain('7 questions (0 before) · 2 answered (29%) · 5 without a known claim\n');
    expect(said).toContain('1 summary opened (0 before)');
    expect(said).toContain('“This was it”: 1; “This was not it”: 0.');
    expect(said).toMatch(
      /\*\*2×\*\* \(0 before\) iraqi-militias-in-syria\/c\w+ “.*” · 2 askers · this was it 1/,
    );
    expect(said).toContain(`2 reports · Case ${contested.number} · resolved`);
    expect(said).toContain(String.raw`“The \*\*contested\*\* post.”`);
    expect(said).toContain('3 new (0 before) · 1 resolved (0 before)');
    expect(said).toContain('Resolution time of 1 case: median 3 hours, 90th percentile 3 hours');
    expect(said).not.toContain('Handling time');
    expect(said).toContain(`3 questions · “${often}”`);
    expect(said).toContain(`put to the moderators once · “${unknown}”`);
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
      feedback: { yes: 1, no: 0 },
    });
    const written = `${table}${JSON.stringify(document)}`;
    expect(table).toContain(`unanswered,group 1,${often},questions,3,\r\n`);
    for (const secret of [seldom, unknown, ids.mia, ids.noor, ids.sam]) expect(written).not.toContain(secret);
  });

  it('compares with the period before', async () => {
    const { bot, clock } = await busyWeek();
    clock.advance(7 * dayMs);
    await ask(bot, ids.mia, sureQuestion);

    const week = textOf((await moderator(bot).slash('digest')).message);
    const past = textOf((await moderator(bot).slash('digest', { until: '2026-03-08' })).message);

    expect(week).toContain('1 question (7 before) · 1 answered (100%)');
    expect(week).toContain('**1×** (2 before)');
    expect(past).not.toContain('Today is not over yet.');
  });

  it('lists cases that have waited too long', async () => {
    const { bot, clock } = await busyWeek();
    await changeSettings(bot, guildId, { ...defaultGuildSettings, ageingHours: 48 });
    clock.advance(2 * dayMs);

    const said = textOf((await moderator(bot).slash('digest')).message);

    expect(said).toContain('3 cases have waited too long');
    expect(said.match(/Case 1 · /g)).toHaveLength(1);
    expect(said).toContain('Case 1 · question · open');
    expect(said).not.toContain('put to the moderators is open');
  });

  it('opens the queue beside it', async () => {
    const { bot, clock } = await busyWeek();
    clock.advance(2 * dayMs);
    const max = moderator(bot);
    const { message = absent() } = await max.slash('digest');

    const [ageing, all] = [
      await max.press(message, 'Ageing cases'),
      await max.press(message, 'All open cases'),
    ];

    expect([ageing.kind, all.kind]).toEqual(['message', 'message']);
    expect([ageing.ephemeral, all.ephemeral]).toEqual([true, true]);
    for (const { message: queue } of [ageing, all]) expect(textOf(queue)).toContain('Case 3');
  });

  it('counts handling from when a moderator took a case', async () => {
    const { bot, clock } = await busyWeek();
    const max = moderator(bot);
    const [, contested = absent()] = await casesIn(bot);
    const queue = await max.slash('queue');
    const opened = await max.pick(queue.message ?? absent(), 'Open a case', contested.id);
    await max.press(opened.message ?? absent(), 'Take');
    clock.advance(2 * 3_600_000);
    await resolve(bot, contested.number);

    const said = textOf((await max.slash('digest')).message);

    expect(said).toContain('Resolution time of 1 case: median 5 hours');
    expect(said).toContain('Handling time of 1 case that a moderator took: median 2 hours');
  });

  it('is one line for a quiet week, and shows nothing of another server', async () => {
    const bot = await runningBot({ clock: fakeClock() });
    const otherGuild = GuildId.parse(ids.otherGuild);
    await bot.inDatabase(({ inquiries }) => inquiries.add(exampleInquiry({ guildId: otherGuild })));

    const ours = await moderator(bot).slash('digest');
    const theirs = await bot.discord.as(ids.olu, { channelId: ids.otherGeneral }).slash('digest');

    expect(textOf(ours.message)).toContain('A quiet week: nothing was asked, reported, resolved or changed.');
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
