import { describe, expect, it } from 'vitest';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { proposes, stalls } from '../fakes/writing-model.ts';
import { contested, guildId } from './contested.ts';
import { finished, postText } from './editor-scene.ts';
import { faithful, inventing, modelScene } from './model-scene.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

/** Has Mia check a message of Noor's. */
async function checked(bot: RunningBot, text: string, userId: string = ids.mia): Promise<Answer> {
  const message = await bot.discord.as(ids.noor).write(text);
  return (await bot.discord.as(userId).menu('Check this post', message.id)).settled();
}

async function countedInquiries(bot: RunningBot): Promise<number> {
  const always = { from: '2000-01-01', to: '2999-12-31' };
  const totals = await bot.inDatabase(({ inquiries }) => inquiries.totals(guildId, always));
  return totals.reduce((sum, { inquiries }) => sum + inquiries, 0);
}

describe('what a checked post says', () => {
  it('is told in the post’s own words, at once, with how it was made, and counts as one question', async () => {
    const bot = await runningBot();

    const answer = await checked(bot, postText);

    const said = textOf(answer.message);
    expect(said).toContain('No known claim in this post');
    expect(said).toContain('In the post’s own words: “The mayor said:');
    expect(said).toContain(
      '“The council approved it in March 2024 by nine votes to four.” – statement of fact',
    );
    expect(said).toContain('Made by rules from the post’s own sentences. Nobody has reviewed it.');
    expect(buttonsTo(answer.message, 'work.stop')).toEqual([]);
    expect(await countedInquiries(bot)).toBe(1);
  });

  it('stands below the known claims, and leads from a claim to the known one that it is', async () => {
    const bot = await runningBot();

    const answer = await checked(bot, `${contested} ${postText}`);

    const said = textOf(answer.message);
    expect(said).toMatch(/This post makes.+Claims are found by their words.+In the post’s own words/s);
    expect(said).toMatch(/→ \*\*iraqi-militias-in-syria\/c\w+\*\*/);
  });

  it.each([
    {
      why: 'one or two sentences',
      text: 'The bridge costs 40 million euros. The council approved it in March 2024.',
    },
    {
      why: 'nothing that could be checked',
      text: 'Good morning everyone! I slept well. My cat sleeps too. Love you all.',
    },
  ])('is left out of a message that holds $why', async ({ text }) => {
    const bot = await runningBot();

    const answer = await checked(bot, text);

    expect(textOf(answer.message)).toContain('No known claim in this post');
    expect(textOf(answer.message)).not.toContain('reviewed');
  });

  it('is told of a text typed off a picture as well', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    const attachments = [
      { id: '1', filename: 'a.png', size: 1, url: 'https://x.example/a.png', proxy_url: '' },
    ];
    const message = await bot.discord.as(ids.noor).write('', { attachments });
    const asked = await mia.menu('Check this post', message.id);

    const form = await mia.press(asked.message ?? absent(), encodeRoute('check.type'));
    const answer = await (await mia.submit(form, { post: postText })).settled();

    expect(textOf(answer.message)).toContain('Read: what you typed.');
    expect(textOf(answer.message)).toContain('In the post’s own words');
  });

  it('is not asked of a model where a member typed who has opted out', async () => {
    const { bot, model } = await modelScene(proposes(faithful));
    const mia = bot.discord.as(ids.mia);
    await bot.app.services.optOut({
      ...{
        interactionId: InteractionId.parse('1290000000000000803'),
        memberId: UserId.parse(ids.mia),
        out: true,
      },
    });
    const attachments = [
      { id: '1', filename: 'a.png', size: 1, url: 'https://x.example/a.png', proxy_url: '' },
    ];
    const message = await bot.discord.as(ids.noor).write('', { attachments });
    const asked = await mia.menu('Check this post', message.id);

    const form = await mia.press(asked.message ?? absent(), encodeRoute('check.type'));
    const answer = await (await mia.submit(form, { post: postText })).settled();

    expect(textOf(answer.message)).toContain('Read: what you typed.');
    expect(model.requests).toHaveLength(0);
  });

  it('is told in German', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(postText);

    const answer = await bot.discord.as(ids.mia, { locale: 'de' }).menu('Check this post', message.id);

    expect(textOf(answer.message)).toContain('Niemand hat das durchgesehen.');
  });
});

describe('what a model says of a checked post', () => {
  it('follows a card that shows how far it is, names the model and counts what was left out', async () => {
    const { bot, model } = await modelScene(proposes(inventing));

    const answer = await checked(bot, postText);
    const card = await finished(bot, answer);

    expect(textOf(answer.message)).toContain('Reading');
    expect(textOf(card)).toContain(
      'According to the post, the mayor said that the bridge costs 40 million euros.',
    );
    expect(textOf(card)).not.toContain('Kovacs');
    expect(textOf(card)).toMatch(
      /Proposed by the model test-model of \S+; every quote was found in the post\./,
    );
    expect(textOf(card)).toContain('One statement of the model that the post does not make was left out.');
    expect(textOf(card)).toContain('Nobody has reviewed it.');
    expect(model.requests.length).toBeGreaterThan(0);
  });

  it('is not waited for by whoever stops it: what is known is shown without it', async () => {
    const { bot, model } = await modelScene(stalls);
    const begun = await checked(bot, `${contested} ${postText}`);
    await model.asked(1);
    const [stop = ''] = buttonsTo(begun.message, 'work.stop');

    await bot.discord.as(ids.mia).press(begun.message ?? absent(), stop);

    const now = () => textOf(bot.discord.world.messages.get(begun.message?.id ?? '')?.message);
    await expect.poll(now, { timeout: 30_000 }).toContain('This post makes');
    expect(now()).not.toContain('reviewed');
  });

  it('is asked for neither where admins have not allowed it nor for what says too little', async () => {
    const { bot, model } = await modelScene(proposes(faithful));
    await checked(bot, 'The bridge costs 40 million euros.');
    await bot.inDatabase(async ({ settings }) => {
      await settings.write(guildId, { ...(await settings.read(guildId)), model: null });
    });

    const answer = await checked(bot, postText, ids.sam);

    expect(textOf(answer.message)).toContain('Made by rules from the post’s own sentences. Nobody');
    expect(model.requests).toEqual([]);
  });

  it('is never asked for of a message whose author wants none processed', async () => {
    const { bot, model } = await modelScene();
    await bot.inDatabase(({ optOuts }) => optOuts.add(UserId.parse(ids.noor), 1));

    const answer = await checked(bot, postText);

    expect(textOf(answer.message)).toContain('wants none of their messages processed');
    expect(model.requests).toEqual([]);
  });
});
