import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config/schema.ts';
import { neutralTexts } from '../../src/core/matching/closeness.ts';
import { noSpend } from '../../src/core/model-spend.ts';
import { embed } from '../../src/terminal/embed.ts';
import { inspectSpend } from '../../src/terminal/inspect-models.ts';
import { byMeaningFor, sendJson } from '../fakes/model-server.ts';
import {
  ask,
  begunMeaningScene,
  claimText,
  environmentOf,
  german,
  type MeaningScene,
  meaningScene,
  ownVectors,
  unknown,
  untilEmbedded,
} from './meaning-scene.ts';
import { moderator, soon } from './moderating.ts';
import { textOf } from './running-bot.ts';
import { openPanel } from './settings-panel.ts';
import { guildId } from './watching.ts';

const day = '2026-03-02';
const today = { from: day, to: day };
const prices = { MODEL_PRICE_EMBEDDING: '2' };
const dayMs = 24 * 3_600_000;
const paused = 'the budget holds no more: other claims wait until tomorrow';

function spent({ bot }: Pick<MeaningScene, 'bot'>) {
  return bot.inDatabase(({ spend }) => spend.ofGuild(guildId, today));
}

/** Has the server spend all its tokens of the day. */
function spendTheDay({ bot }: Pick<MeaningScene, 'bot'>, embedded = 200_000): Promise<void> {
  return bot.inDatabase(({ spend }) => spend.add(guildId, day, 'test-model', { ...noSpend, embedded }));
}

describe('the budget of embeddings', () => {
  it('counts tokens and money of a question', async () => {
    const scene = await meaningScene({ environment: prices, answer: byMeaningFor(10) });
    const before = await spent(scene);

    await ask(scene, german);

    expect(await spent(scene)).toEqual({
      ...before,
      embedded: before.embedded + 10,
      microDollars: before.microDollars + 20,
    });
  });

  it('counts the vectors of a server’s claims for it, and those of shared ones for nobody', async () => {
    const scene = await meaningScene({ environment: prices, answer: byMeaningFor(10) });

    const { ours, all, month } = await scene.bot.inDatabase(async ({ spend }) => ({
      ours: await spend.ofGuild(guildId, today),
      all: await spend.ofAll(today),
      month: await spend.ofMonth('2026-03'),
    }));

    const sent = 10 * scene.server.texts().length;
    expect(scene.server.texts()).toContain(neutralTexts[0]);
    expect(ours.embedded).toBeGreaterThan(0);
    expect(ours.embedded).toBeLessThan(50);
    // What a request of several servers has cost is divided among them, each part rounded up.
    expect(all.embedded - sent).toBeLessThanOrEqual(scene.server.requests.length);
    expect(all.embedded).toBeGreaterThanOrEqual(sent);
    expect(all).toEqual({ ...noSpend, embedded: all.embedded, microDollars: 2 * all.embedded });
    expect(month).toBe(all.microDollars);
  });

  it.each([
    { why: 'the server does not say', answer: byMeaningFor(null) },
    { why: 'the server says what cannot be', answer: byMeaningFor(Number.MAX_SAFE_INTEGER) },
    { why: 'the answer cannot be read', answer: sendJson(200, { data: 'none' }) },
  ])('counts the most it could have been where $why', async ({ answer }) => {
    const scene = await meaningScene({ answer: byMeaningFor(10) });
    const before = await spent(scene);
    scene.server.answer = answer;

    await ask(scene, german);

    expect((await spent(scene)).embedded - before.embedded).toBe(Buffer.byteLength(german) + 4);
  });

  it('counts the most it could have been where nobody waited, and nothing where the server did not answer', async () => {
    const scene = await meaningScene({ answer: byMeaningFor(10) });
    const before = await spent(scene);
    scene.server.answer = sendJson(503, {});
    await ask(scene, german);
    expect(await spent(scene)).toEqual(before);
    scene.server.answer = () => {};
    const asked = scene.server.requests.length;

    const asking = ask(scene, german);
    await scene.server.asked(asked + 1);
    scene.clock.advance(700);
    await asking;

    expect((await spent(scene)).embedded - before.embedded).toBe(Buffer.byteLength(german) + 4);
  });

  it('lets words alone find claims once the server’s day is spent, and begins anew the next day', async () => {
    const scene = await meaningScene();
    await spendTheDay(scene);
    const sent = scene.server.requests.length;

    expect(await ask(scene, german)).toContain(unknown);
    expect(await ask(scene, 'does the new timetable save every commuter twenty minutes')).toContain(
      claimText,
    );

    expect(scene.server.requests).toHaveLength(sent);
    scene.clock.advance(dayMs);
    expect(await ask(scene, german)).toContain(claimText);
  });

  it('pauses the vectors of a server’s claims until the next day and says so once; others go on', async () => {
    const scene = await begunMeaningScene();
    await spendTheDay(scene);
    const said = () => scene.bot.log.filter((line) => line.includes(paused)).length;

    await expect
      .poll(() => {
        scene.clock.advance(15_000);
        return said();
      }, soon)
      .toBe(1);
    scene.clock.advance(60_000);

    expect(scene.server.texts().join('\n')).not.toContain(claimText);
    expect(scene.server.texts().join('\n')).toContain('are salaried by the Iraqi government');
    expect(await ownVectors(scene.bot)).toEqual([]);
    scene.clock.advance(dayMs);
    await untilEmbedded(scene, true);
    expect(said()).toBe(1);
  });

  it('sends nothing at all once the month of all servers does not hold it, and the terminal says so', async () => {
    const environment = { ...prices, MODEL_BUDGET_MONTH: '0.0001' };
    const scene = await begunMeaningScene({ environment });
    const { server, bot } = scene;
    await expect.poll(() => bot.log.join(''), soon).toContain(paused);
    const config = readConfig({
      ...{ ...environmentOf(server), ...environment },
      ...{ FOOTNOTE_DATA_DIR: bot.config.dataDir, LOG_LEVEL: 'silent' },
    });

    const answer = await ask(scene, german);
    const round = await embed.run({
      ...{
        config,
        positionals: [],
        options: {},
        say: () => {},
        progress: () => {},
        interrupted: () => new Promise(() => {}),
      },
    });

    expect(answer).toContain(unknown);
    expect(server.requests).toHaveLength(0);
    expect(round).toMatchObject({ exitCode: 1, json: { outcome: 'paused', embedded: 0 } });
    expect(round.text).toContain('MODEL_BUDGET_MONTH, is used up');
  });

  it('is shown to admins, to moderators in the digest and its files, and to the operator', async () => {
    const scene = await begunMeaningScene({ environment: { ...prices, MODEL_BUDGET_MONTH: '5' } });
    const { bot } = scene;
    const cost = { ...noSpend, embedded: 1_234, microDollars: 2_468 };
    await bot.inDatabase(({ spend }) => spend.add(guildId, day, 'test-model', cost));
    // The terminal goes by the machine's clock.
    const realDay = new Date().toISOString().slice(0, 10);
    await bot.inDatabase(({ spend }) => spend.add(guildId, realDay, 'test-model', cost));

    const panel = await openPanel(bot, 'Model');
    const card = await moderator(bot).slash('digest', { period: 'day' });
    const [doctor] = await inspectSpend(bot.config);

    expect(textOf(panel)).toContain('Comparing meanings took 1,234 of these tokens.');
    expect(textOf(card.message)).toContain('Of these, 1,234 tokens (0 before) to compare meanings');
    expect(textOf(card.message)).toContain('US$0.01 (US$0 before)');
    expect(doctor?.detail).toMatch(
      /of these to compare meanings: 1\d{3}; US\$0\.01 of 5 \(MODEL_BUDGET_MONTH\)/,
    );
  });
});
