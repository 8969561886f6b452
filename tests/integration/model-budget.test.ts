import { describe, expect, it } from 'vitest';
import { GuildId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { proposes, sendJson, stalls, usualUse, writes } from '../fakes/writing-model.ts';
import { guildId } from './contested.ts';
import { added, finished, postText } from './editor-scene.ts';
import { describedAs, faithful, inventing, type ModelScene, modelScene } from './model-scene.ts';
import { moderator, soon } from './moderating.ts';
import { textOf } from './running-bot.ts';
import { changesOf, openPanel, pick, stored } from './settings-panel.ts';

const spent = 'its budget for today or for this month is used up';
const day = '2026-03-02';
const today = { from: day, to: day };
const prices = { MODEL_PRICE_INPUT: '2', MODEL_PRICE_OUTPUT: '10' };
/** 900 tokens at 2 dollars a million, and 120 at 10. */
const usualMicroDollars = 3_000;

function spentToday({ bot }: Pick<ModelScene, 'bot'>) {
  return bot.inDatabase(({ spend }) => spend.ofGuild(guildId, today));
}

describe('the budget of a model', () => {
  it('counts what each answer really cost', async () => {
    const scene = await modelScene(proposes(inventing), { environment: prices });

    await added(scene.bot);

    expect(await spentToday(scene)).toEqual({
      answers: 2,
      input: 2 * usualUse.input,
      output: 2 * usualUse.output,
      embedded: 0,
      microDollars: 2 * usualMicroDollars,
    });
  });

  it('counts the most it could have been where a server claims to have used more than can be', async () => {
    const absurd = { input: Number.MAX_SAFE_INTEGER, output: Number.MAX_SAFE_INTEGER };
    const scene = await modelScene(writes(JSON.stringify(faithful), 'complete', absurd), {
      environment: prices,
    });

    const first = await describedAs(scene, 'first');
    const second = await describedAs(scene, 'second', `${postText} Again.`);

    expect(textOf(first)).toContain('Proposed by the model');
    expect(textOf(second)).toContain('Proposed by the model');
    expect(await spentToday(scene)).toMatchObject({ answers: 2 });
  });

  it('counts nothing for a server that never answered', async () => {
    const scene = await modelScene(sendJson(401, {}));

    await added(scene.bot);

    expect(await spentToday(scene)).toEqual({
      answers: 0,
      input: 0,
      output: 0,
      embedded: 0,
      microDollars: 0,
    });
  });

  it('counts the most it could have been where the server does not say, or nobody waited for it', async () => {
    const silent = await modelScene(writes(JSON.stringify(faithful), 'complete', null));
    await added(silent.bot);
    const slow = await modelScene(stalls);
    const form = await moderator(slow.bot).slash('dossier add', { name: 'bridge-costs' });
    const answer = await moderator(slow.bot).submit(form, { text: postText });
    await slow.model.asked(1);
    slow.clock.advance(90_000);
    await finished(slow.bot, answer);

    const counted = [await spentToday(silent), await spentToday(slow)];

    for (const { answers, input } of counted) {
      expect(answers).toBe(1);
      expect(input).toBeGreaterThan(postText.length);
    }
  });

  it.each([
    { why: 'the server’s day is spent', settings: { modelTokensADay: 0 }, environment: {} },
    {
      why: 'one answer could cost more than the day’s rest',
      settings: { modelTokensADay: 9_000 },
      environment: {},
    },
    {
      why: 'the month of the installation is spent',
      settings: {},
      environment: { ...prices, MODEL_BUDGET_MONTH: '0.05' },
    },
  ])('sends nothing and says so when $why', async (limits) => {
    const { bot, model } = await modelScene(proposes(faithful), limits);

    const card = await added(bot);

    expect(model.requests).toHaveLength(0);
    expect(textOf(card)).toContain(spent);
  });

  it('does without a second try that it does not hold', async () => {
    const { bot, model } = await modelScene(proposes(inventing), { settings: { modelTokensADay: 12_000 } });

    const card = await added(bot);

    expect(model.requests).toHaveLength(1);
    expect(textOf(card)).toContain('One statement of the model');
  });

  it('is not overspent by answers that are asked for at the same time', async () => {
    const { bot, model, clock } = await modelScene(stalls, { settings: { modelTokensADay: 30_000 } });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const done: string[] = [];

    const all = names.map(async (name) => {
      done.push(textOf(await describedAs({ bot }, name, `${postText} ${name}`)));
    });
    await expect.poll(() => done.filter((card) => card.includes(spent)), soon).toHaveLength(4);

    expect(model.requests).toHaveLength(2);
    expect(await spentToday({ bot })).toMatchObject({ answers: 2 });
    clock.advance(90_000);
    await Promise.all(all);
  });

  it('begins anew the next day, and the month’s the next month', async () => {
    const scene = await modelScene(proposes(faithful), {
      settings: { modelTokensADay: 13_000 },
      environment: { ...prices, MODEL_BUDGET_MONTH: '0.12' },
    });
    const { bot, model, clock } = scene;
    await bot.inDatabase(({ spend }) =>
      spend.add(GuildId.parse(ids.otherGuild), day, 'test-model', {
        answers: 1,
        input: 1,
        output: 1,
        embedded: 0,
        microDollars: 40_000,
      }),
    );

    const cards = [textOf(await describedAs(scene, 'first'))];
    clock.advance(24 * 3_600_000);
    cards.push(textOf(await describedAs(scene, 'second')));
    clock.advance(30 * 24 * 3_600_000);
    cards.push(textOf(await describedAs(scene, 'third')));

    expect(cards.map((card) => card.includes(spent))).toEqual([true, true, false]);
    expect(model.requests).toHaveLength(1);
  });

  it('is shown to moderators in the digest and its files', async () => {
    const { bot } = await modelScene(proposes(inventing), { environment: prices });
    await added(bot);

    const { digest } = await bot.app.services.makeDigest({
      guildId,
      wanted: { length: 'day', since: null, until: null },
    });
    const card = await moderator(bot).slash('digest', { period: 'day' });

    expect(digest.modelSpend.now).toMatchObject({ answers: 2, microDollars: 6_000 });
    expect(textOf(card.message)).toContain('2 answers (0 before) · 2,040 tokens (0 before)');
    expect(textOf(card.message)).toContain('US$0.01 (US$0 before), rounded up');
  });
});

describe('the settings of a model', () => {
  it('name the provider and what is sent before anything is allowed, and save and audit the choice', async () => {
    const { bot, model } = await modelScene(proposes(faithful), { settings: { model: null } });
    const panel = await openPanel(bot, 'Model');
    const host = new URL(model.url).host;

    expect(textOf(panel)).toContain(`**Off.** No text of this server is sent`);
    expect(textOf(panel).replaceAll('\\', '')).toContain(host);
    expect(textOf(panel)).toContain('posts that are to be described, as they are, to the model test-model');
    const answer = await bot.discord.as(ids.ada).press(panel, `Allow sending to ${host}`);

    expect(textOf(answer.message)).toContain('**On.**');
    expect((await stored(bot)).model).toEqual({ provider: host });
    expect(await changesOf(bot)).toEqual([
      { actorId: ids.ada, before: 'model none', after: `model ${host}` },
    ]);
    await added(bot);
    expect(model.requests).toHaveLength(1);
  });

  it('show what today has cost, and take another limit', async () => {
    const { bot } = await modelScene();
    await added(bot);
    const panel = await openPanel(bot, 'Model');

    const answer = await pick(bot, panel, 'settings.model-limit', '50000');

    expect(textOf(panel)).toContain('Today (UTC): 1,020 of 200,000 tokens, one answer.');
    expect(textOf(answer.message)).toContain('of 50,000 tokens');
    expect(await changesOf(bot)).toEqual([
      { actorId: ids.ada, before: 'modelTokensADay 200000', after: 'modelTokensADay 50000' },
    ]);
  });

  it('stop at once what is sent', async () => {
    const { bot, model } = await modelScene();

    await bot.discord.as(ids.ada).press(await openPanel(bot, 'Model'), 'Send nothing any more');
    await added(bot);

    expect(model.requests).toHaveLength(0);
  });

  it('are told to everyone by /about', async () => {
    const { bot, model } = await modelScene();

    const about = await bot.discord.as(ids.mia).slash('about');

    expect(textOf(about.message)).toContain('the model test-model, which proposes summaries and claims');
    expect(textOf(about.message).replaceAll('\\', '')).toContain(new URL(model.url).host);
  });
});
