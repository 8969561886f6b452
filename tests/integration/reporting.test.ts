import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { userObject } from '../../src/sandbox/api-objects.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { controlOf } from '../unit/cards/card-nodes.ts';
import {
  casesIn,
  contested,
  firstValue,
  formText,
  menuOn,
  report,
  reportsIn,
  subjectIn,
  withModerators,
} from './contested.ts';
import { type RunningBot, runningBot, textOf } from './running-bot.ts';

describe('reporting a message by its menu', () => {
  it('opens a form with the statement that makes a known claim, and gives a case number', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const message = await bot.discord.as(ids.noor).write(`Good morning! ${contested} See you.`);

    const form = await menuOn(bot, ids.mia, message);
    const answer = await bot.discord
      .as(ids.mia)
      .submit(form, { reason: ['disputed-facts'], details: 'see the budget' });

    expect(form.kind).toBe('modal');
    expect(firstValue(form, 'statement')).toBe(contested);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('Reported: case 1');
    expect(textOf(answer.message)).toContain('It goes to the moderators’ channel');
    expect(await subjectIn(bot)).toMatchObject({
      messageId: message.id,
      authorId: ids.noor,
      text: `Good morning! ${contested} See you.`,
      textFrom: 'content',
      claims: [{ slug: 'iraqi-militias-in-syria', key: expect.any(String) }],
    });
    expect(await reportsIn(bot)).toMatchObject([
      {
        reason: 'disputed-facts',
        statement: contested,
        details: 'see the budget',
        outcome: 'not-wanted',
        weight: 1,
      },
    ]);
  });

  it('says where moderators find it when they have no channel', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);

    const answer = await report(bot, ids.mia, message);

    expect(textOf(answer.message)).toContain('moderators will find it in /queue');
  });

  it.each([
    {
      what: 'a short message that makes no known claim, as its own statement',
      extra: {},
      content: 'The moon is hollow.',
      seen: { text: 'The moon is hollow.', textFrom: 'content', claims: [] },
      statement: 'The moon is hollow.',
    },
    {
      what: 'a long message that makes no known claim, without guessing the statement',
      extra: {},
      content: 'The moon is hollow and so on. '.repeat(20),
      seen: { textFrom: 'content' },
      statement: undefined,
    },
    {
      what: 'the text of an embed where there is nothing else',
      extra: { embeds: [{ title: 'A headline', description: contested }] },
      content: '',
      seen: { text: `A headline\n${contested}`, textFrom: 'embed' },
      statement: contested,
    },
    {
      what: 'the content before the text of an embed',
      extra: { embeds: [{ title: 'A headline' }] },
      content: contested,
      seen: { text: contested, textFrom: 'content' },
      statement: contested,
    },
  ])('reads $what', async ({ extra, content, seen, statement }) => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(content, extra);

    const form = await menuOn(bot, ids.mia, message);
    await bot.discord.as(ids.mia).submit(form, { reason: ['other'] });

    expect(firstValue(form, 'statement')).toBe(statement);
    expect(await subjectIn(bot)).toMatchObject(seen);
  });

  it('reads the message that a forward shows', async () => {
    const bot = await runningBot();
    const original = await bot.discord.as(ids.noor, { channelId: ids.news }).write(contested);
    const forward = await bot.discord.as(ids.sam).forward(original.id);

    await report(bot, ids.mia, forward);

    expect(await subjectIn(bot)).toMatchObject({ authorId: ids.sam, text: contested, textFrom: 'forward' });
  });

  it('takes a message of attachments only, and says that moderators get the link', async () => {
    const bot = await runningBot();
    const file = {
      id: '1',
      filename: 'a.png',
      size: 1,
      url: 'https://x.example/a.png',
      proxy_url: 'https://x.example/a.png',
    };
    const message = await bot.discord.as(ids.noor).write('', { attachments: [file] });

    const form = await menuOn(bot, ids.mia, message);
    const answer = await bot.discord.as(ids.mia).submit(form, { reason: ['manipulated-media'] });

    expect(formText(form)).toContain('Moderators get the link of this message, not its text.');
    expect(firstValue(form, 'statement')).toBeUndefined();
    expect(textOf(answer.message)).toContain('Moderators get the link of the message, not its text.');
    expect(await subjectIn(bot)).toMatchObject({ text: null, attachments: 1 });
  });

  it.each([
    { who: 'a bot', extra: { author: { id: '1290000000000000399', username: 'b', bot: true } } },
    { who: 'a webhook', extra: { webhook_id: '1290000000000000398' } },
  ])('takes a message of $who, without an author', async ({ extra }) => {
    const bot = await runningBot();
    const { author: change, ...rest } = { author: {}, ...extra };
    const person = { ...userObject({ id: ids.noor, name: 'Noor', bot: false }), ...change };
    const message = await bot.discord.as(ids.noor).write(contested, { ...rest, author: person });

    await report(bot, ids.mia, message);

    expect(await subjectIn(bot)).toMatchObject({ authorId: null, text: contested });
  });

  it.each([
    {
      what: 'its own messages',
      extra: (bot: RunningBot) => ({ author: userObject(bot.discord.world.bot) }),
      says: 'Footnote wrote that message itself',
    },
    {
      what: 'Discord’s own notices',
      extra: () => ({ type: MessageType.UserJoin }),
      says: 'a notice of Discord’s',
    },
  ])('refuses $what and says why', async ({ extra, says }) => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested, extra(bot));

    const answer = await menuOn(bot, ids.mia, message);

    expect(answer.kind).toBe('message');
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain(says);
    expect(await casesIn(bot)).toEqual([]);
  });

  it('keeps neither text nor statement of a member who wants nothing processed, and opens a case all the same', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);
    await bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 0));

    const form = await menuOn(bot, ids.mia, message);
    const answer = await bot.discord.as(ids.mia).submit(form, { reason: ['misleading'] });

    expect(controlOf(form.modal?.components ?? [], 'statement')).toBeUndefined();
    expect(formText(form)).not.toContain('salaried');
    expect(textOf(answer.message)).toContain('case 1');
    expect(await subjectIn(bot)).toMatchObject({ messageId: message.id, text: null, claims: [] });
  });
});
