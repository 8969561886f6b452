import { DatabaseSync } from 'node:sqlite';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { databaseFile } from '../../src/outside.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import {
  casesIn,
  contested,
  firstValue,
  formText,
  guildId,
  report,
  reportsIn,
  subjectIn,
} from './contested.ts';
import { absent, changeSettings, type RunningBot, runningBot, sureQuestion, textOf } from './running-bot.ts';

describe('/report link', () => {
  const linkTo = ({ channel_id, id }: APIMessage) =>
    `https://discord.com/channels/${ids.guild}/${channel_id}/${id}`;
  const byLink = (bot: RunningBot, link: string, more = {}) =>
    bot.discord.as(ids.mia).slash('report link', { message: link, reason: 'misleading', ...more });

  it('opens a case with the link alone, and says so', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);

    const answer = await byLink(bot, linkTo(message), { details: 'see the budget', 'tell-me': true });

    expect(textOf(answer.message)).toContain('Reported: case 1');
    expect(textOf(answer.message)).toContain('cannot read the text of a message from its link');
    expect(await subjectIn(bot)).toMatchObject({
      messageId: message.id,
      authorId: ids.noor,
      text: null,
      reach: 'everyone',
    });
    expect(await reportsIn(bot)).toMatchObject([
      { details: 'see the budget', outcome: 'wanted', statement: null },
    ]);
  });

  it('shares its case with reports by the menu, which bring the text', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);

    await byLink(bot, linkTo(message));
    await report(bot, ids.sam, message);

    expect(await casesIn(bot)).toHaveLength(1);
    expect(await subjectIn(bot)).toMatchObject({ text: contested, textFrom: 'content' });
  });

  it.each([
    { why: 'it is no link', link: () => 'https://evil.example/1/2/3', says: 'not a link to a message' },
    {
      why: 'it leads to another server',
      link: () => `https://discord.com/channels/${ids.otherGuild}/${ids.otherGeneral}/1290000000000000999`,
      says: 'not in this server',
    },
    {
      why: 'the message is gone',
      link: () => `https://discord.com/channels/${ids.guild}/${ids.general}/1290000000000000999`,
      says: 'no such message any more',
    },
    {
      why: 'it names this server and a channel of another',
      link: (theirs: APIMessage) =>
        `https://discord.com/channels/${ids.guild}/${ids.otherGeneral}/${theirs.id}`,
      says: 'Footnote cannot see that message',
    },
  ])('is refused when $why', async ({ link, says }) => {
    const bot = await runningBot();
    const theirs = await bot.discord.as(ids.olu).write(contested);

    const answer = await byLink(bot, link(theirs));

    expect(textOf(answer.message)).toContain(says);
    expect(await casesIn(bot)).toEqual([]);
  });

  it.each([
    { id: (theirs: APIMessage) => theirs.id, why: 'there' },
    { id: () => '1290000000000000999', why: 'not there' },
  ])('is refused in the same words where the member sees no channel, for a message $why', async ({ id }) => {
    const bot = await runningBot();
    const theirs = await bot.discord.as(ids.max, { channelId: ids.moderators }).write(contested);

    const answer = await byLink(bot, linkTo({ ...theirs, id: id(theirs) }));

    expect(textOf(answer.message)).toContain('Footnote cannot see that message');
    expect(await casesIn(bot)).toEqual([]);
  });

  it('is refused when Footnote cannot see the channel', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor, { channelId: ids.news }).write(contested);
    bot.discord.world.setBotPermissions(ids.news, 0n);

    const answer = await byLink(bot, linkTo(message));

    expect(textOf(answer.message)).toContain('Footnote cannot see that message');
  });
});

describe('asking the moderators', () => {
  const question = 'is the lighthouse keeper paid by the ferry company?';

  async function ask(bot: RunningBot, userId: string, fields: Record<string, string | string[]> = {}) {
    const member = bot.discord.as(userId);
    const card = await member.slash('claim lookup', { query: question });
    const form = await member.press(card.message ?? absent(), 'Ask the moderators');
    return { form, answer: await member.submit(form, fields) };
  }

  it('offers the question that no claim answers, and opens one case for all who ask it', async () => {
    const bot = await runningBot();

    const first = await ask(bot, ids.mia, { 'tell-me': ['yes'] });
    const second = await ask(bot, ids.sam, { question: `  ${question.toUpperCase()}!!` });

    expect(firstValue(first.form, 'question')).toBe(question);
    expect(formText(first.form)).toContain('and not who asked it');
    expect(textOf(first.answer.message)).toContain('Asked: case 1');
    expect(textOf(second.answer.message)).toContain('Asked: case 1');
    expect(await casesIn(bot)).toMatchObject([{ subject: { kind: 'question', text: question } }]);
    expect((await reportsIn(bot)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['wanted', null],
      ['not-wanted', null],
    ]);
  });

  it('joins the member, who is named to nobody but stored, to nothing else they asked that day', async () => {
    const bot = await runningBot();
    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });

    await ask(bot, ids.mia);
    await ask(bot, ids.mia);

    const raw = new DatabaseSync(databaseFile(bot.config), { readOnly: true });
    const inquiries = raw.prepare('select asker, outcome, text from inquiries order by outcome').all();
    raw.close();
    expect(inquiries.map(({ outcome, text }) => [outcome, text])).toEqual([
      ['answered', null],
      ['unanswered', null],
      ['unanswered', null],
    ]);
    expect(new Set(inquiries.map(({ asker }) => asker)).size).toBe(3);
  });

  it('takes personal data out of what is asked', async () => {
    const bot = await runningBot();

    await ask(bot, ids.mia, { question: 'did a.b@mail.example or <@1290000000000000302> pay?' });

    expect(await casesIn(bot)).toMatchObject([{ subject: { text: 'did [e-mail] or [mention] pay?' } }]);
  });

  it('refuses a question without a word, and one that was asked before', async () => {
    const bot = await runningBot();

    const empty = await ask(bot, ids.mia, { question: '?!' });
    await ask(bot, ids.mia);
    const again = await ask(bot, ids.mia);

    expect(textOf(empty.answer.message)).toContain('There is no word in your question');
    expect(textOf(again.answer.message)).toContain('You have reported this already: case 1');
    expect(await casesIn(bot)).toHaveLength(1);
  });

  it('opens with an empty field where the server keeps no questions', async () => {
    const bot = await runningBot();
    await changeSettings(bot, guildId, { ...defaultGuildSettings, keepsQuestionTexts: false });

    const { form } = await ask(bot, ids.mia, { question });

    expect(firstValue(form, 'question')).toBeUndefined();
  });

  it('is offered after "none of these" as well', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const list = await mia.slash('claim lookup', { query: 'who pays the militias' });
    const none = await mia.press(list.message ?? absent(), 'None of these');

    const form = await mia.press(none.message ?? absent(), 'Ask the moderators');

    expect(firstValue(form, 'question')).toBe('who pays the militias');
  });
});

describe('reporting a problem with a summary', () => {
  it('reaches this server’s moderators, of a shared dossier too', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const card = await mia.slash('summary');
    const form = await mia.press(card.message ?? absent(), 'Report a problem');

    const answer = await mia.submit(form, {
      details: 'it leaves out the budget',
      statement: 'the second line',
    });

    expect(textOf(answer.message)).toContain('Reported: case 1');
    expect(await casesIn(bot)).toMatchObject([
      { guildId, subject: { kind: 'summary', slug: 'iraqi-militias-in-syria' } },
    ]);
    expect(await reportsIn(bot)).toMatchObject([
      { reason: null, details: 'it leaves out the budget', statement: 'the second line' },
    ]);
  });
});
