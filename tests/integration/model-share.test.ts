import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { byMeaningFor } from '../fakes/model-server.ts';
import { type Reaction, writes } from '../fakes/writing-model.ts';
import { finished, postText } from './editor-scene.ts';
import { ask, claimText, german, meaningScene, unknown } from './meaning-scene.ts';
import { describedAs, faithful, modelScene } from './model-scene.ts';
import { soon } from './moderating.ts';
import { type RunningBot, textOf } from './running-bot.ts';
import { openPanel } from './settings-panel.ts';

const byModel = 'Proposed by the model';
const overShare =
  'without the model, because you have used up your share of its budget for today, a quarter of the server’s.';

/** A day of 40,000 tokens, so that a share is 10,000: one answer like this takes it all. */
const settings = { modelTokensADay: 40_000 };
const costly = writes(JSON.stringify(faithful), 'complete', { input: 10_000, output: 100 });

/** Has a member check a message of Noor's that says the same in a way of its own. */
async function checked(
  bot: RunningBot,
  { userId = ids.mia, again = '', locale = 'en-US' }: Record<string, string> = {},
): Promise<APIMessage> {
  const message = await bot.discord.as(ids.noor).write(`${postText} ${again}`);
  const answer = await bot.discord.as(userId, { locale }).menu('Check this post', message.id);
  return finished(bot, await answer.settled());
}

/** What is kept of shares in the cache. */
function shares({ config }: RunningBot): readonly { readonly key: string; readonly value: string }[] {
  const raw = new DatabaseSync(join(config.dataDir, 'cache.sqlite'), { readOnly: true });
  const rows = raw.prepare("select key, value from entries where key like '%model-share%'").all();
  raw.close();
  return rows.map(({ key, value }) => ({ key: String(key), value: String(value) }));
}

describe('a member’s share of a model', () => {
  it('is a quarter of the server’s day: beyond it rules answer and say so, until the next day', async () => {
    const { bot, model, clock } = await modelScene(costly, { settings });

    const first = await checked(bot);
    const second = await checked(bot, { again: 'twice' });
    const german = await checked(bot, { again: 'thrice', locale: 'de' });

    expect(textOf(first)).toContain(byModel);
    expect(textOf(second)).toContain(`Made by rules from the post’s own sentences, ${overShare}`);
    expect(textOf(german)).toContain(
      'ohne das Modell, weil dein Anteil an seinem Budget für heute, ein Viertel von dem des Servers, verbraucht ist.',
    );
    expect(model.requests).toHaveLength(1);
    clock.advance(24 * 3_600_000);
    expect(textOf(await checked(bot, { again: 'tomorrow' }))).toContain(byModel);
  });

  it('leaves the rest to others', async () => {
    const { bot, model } = await modelScene(costly, { settings });
    await checked(bot);

    const others = await checked(bot, { userId: ids.sam, again: 'twice' });

    expect(textOf(others)).toContain(byModel);
    expect(model.requests).toHaveLength(2);
  });

  it('is not needed for what was already asked', async () => {
    const { bot, model } = await modelScene(costly, { settings });
    await checked(bot);

    const same = await checked(bot);

    expect(textOf(same)).toContain(byModel);
    expect(model.requests).toHaveLength(1);
  });

  it('is no limit to drafts, which take nothing of it', async () => {
    const { bot, model } = await modelScene(costly, { settings });
    await describedAs({ bot }, 'first', `${postText} first`);
    const second = await describedAs({ bot }, 'second', `${postText} second`);

    const own = await checked(bot, { userId: ids.max, again: 'own' });

    expect(textOf(second)).toContain(byModel);
    expect(textOf(own)).not.toContain(overShare);
    expect(model.requests.length).toBeGreaterThan(1);
  });

  it('counts what is asked at the same time, and gives back what it did not cost', async () => {
    const { promise: gate, resolve: answerNow } = Promise.withResolvers<void>();
    const slow: Reaction = (asked, response) =>
      void gate.then(() => writes(JSON.stringify(faithful))(asked, response));
    const { bot, model } = await modelScene(slow, { settings });
    const first = checked(bot);
    await model.asked(1);

    const second = await checked(bot, { again: 'twice' });

    expect(textOf(second)).toContain(overShare);
    answerNow();
    expect(textOf(await first)).toContain(byModel);
    expect(textOf(await checked(bot, { again: 'thrice' }))).toContain(byModel);
  });

  it('is kept as a number under a code that names neither member nor server, and goes with the day', async () => {
    const { bot, clock } = await modelScene(costly, { settings });
    await checked(bot);

    const [kept, ...others] = shares(bot);

    expect(others).toEqual([]);
    expect(kept?.key).toMatch(/model-share:[\w-]{22}$/);
    expect(JSON.parse(kept?.value ?? '')).toMatchObject({ value: 10_100 });
    expect(bot.log.join('')).not.toContain(ids.mia);
    clock.advance(25 * 3_600_000);
    await expect.poll(() => shares(bot), soon).toEqual([]);
  });

  it('is spent by questions that are compared by meaning, too; then words alone find claims', async () => {
    const { bot, server } = await meaningScene({
      settings: { modelTokensADay: 4_000 },
      answer: byMeaningFor(600),
    });
    const found = [await ask({ bot }, german), await ask({ bot }, `${german} Ja?`)];
    const sent = server.requests.length;

    const third = await ask({ bot }, german);

    for (const answer of found) expect(answer).toContain(claimText);
    expect(third).toContain(unknown);
    expect(server.requests).toHaveLength(sent);
    expect(await ask({ bot }, german, ids.sam)).toContain(claimText);
  });

  it('is told to admins', async () => {
    const { bot } = await modelScene(costly, { settings });

    const panel = await openPanel(bot, 'Model');

    expect(textOf(panel)).toContain('One member may use up to a quarter of them, 10,000 today.');
    expect(textOf(panel)).toContain('Moderators’ drafts are in nobody’s share.');
  });
});
