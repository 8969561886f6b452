import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { modelServer } from '../fakes/model-server.ts';
import { proposes, type WritingModel, writingModel } from '../fakes/writing-model.ts';
import { guildId } from './contested.ts';
import { added } from './editor-scene.ts';
import { ask, claimText, german, meaningScene, ownVectors, unknown, untilEmbedded } from './meaning-scene.ts';
import { faithful, key, type ModelScene, modelScene } from './model-scene.ts';
import { type RunningBot, runningBot, textOf } from './running-bot.ts';
import { changesOf, openPanel, stored } from './settings-panel.ts';

const hostOf = ({ url }: { readonly url: string }) => new URL(url).host;
const notSent = 'no text of this server is sent until you consent anew';

/** The same installation, started again with something changed in its environment. */
function restarted(
  { bot, clock }: Pick<ModelScene, 'bot' | 'clock'>,
  environment: Record<string, string>,
): Promise<RunningBot> {
  const same = { OPENAI_API_KEY: key, FOOTNOTE_DATA_DIR: bot.config.dataDir };
  return runningBot({ clock, environment: { ...same, ...environment } });
}

function withModel({ url }: WritingModel, name = 'test-model') {
  return { OPENAI_BASE_URL: url, OPENAI_MODEL: name };
}

describe('consent to a model', () => {
  it('does not hold once the operator has chosen another host: nothing is sent, the tab says so and asks anew', async () => {
    const before = await modelScene();
    const other = await writingModel(proposes(faithful));
    const bot = await restarted(before, withModel(other));

    const card = await added(bot);
    const panel = await openPanel(bot, 'Model');

    expect(other.requests).toHaveLength(0);
    expect(textOf(card)).toContain('the admins of this server have not allowed texts to be sent to it');
    const said = textOf(panel).replaceAll('\\', '');
    expect(said).toContain(`The admins’ consent was for **${hostOf(before.model)}**`);
    expect(said).toContain(`has chosen **${hostOf(other)}** since: ${notSent}.`);
    const answer = await bot.discord.as(ids.ada).press(panel, `Allow sending to ${hostOf(other)}`);
    expect(textOf(answer.message)).toContain('**On.**');
    expect(await changesOf(bot)).toEqual([
      { actorId: ids.ada, before: `model ${hostOf(before.model)}`, after: `model ${hostOf(other)}` },
    ]);
    await added(bot, undefined, 'again');
    expect(other.requests).toHaveLength(1);
    expect(before.model.requests).toHaveLength(0);
  });

  it('holds again where the operator goes back to the host it was given for', async () => {
    const before = await modelScene();
    await restarted(before, withModel(await writingModel(proposes(faithful))));
    const bot = await restarted(before, withModel(before.model));

    await added(bot);

    expect(before.model.requests).toHaveLength(1);
  });

  it('holds for another model of the same host, which the tab names', async () => {
    const before = await modelScene();
    const bot = await restarted(before, withModel(before.model, 'another-model'));

    await added(bot);
    const panel = await openPanel(bot, 'Model');

    expect(before.model.requests[0]?.body).toMatchObject({ model: 'another-model' });
    expect(textOf(panel)).toContain('**On.**');
    expect(textOf(panel).replaceAll('\\', '')).toContain('to the model another-model');
  });

  it('that was given before it was written down for whom does not count until it is given anew', async () => {
    const { bot, model } = await modelScene(proposes(faithful), { settings: { model: null } });
    const raw = new DatabaseSync(join(bot.config.dataDir, 'footnote.sqlite'));
    raw.prepare('update guild_settings set document = ? where guild_id = ?').run('{"model":true}', guildId);
    raw.close();

    await added(bot);
    const panel = await openPanel(bot, 'Model');

    expect(model.requests).toHaveLength(0);
    expect(textOf(panel)).toContain(`An earlier consent does not say whom it was for, so it does not count`);
    expect(textOf(panel)).toContain(notSent);
    await bot.discord.as(ids.ada).press(panel, `Allow sending to ${hostOf(model)}`);
    await added(bot, undefined, 'again');
    expect(model.requests).toHaveLength(1);
  });

  it('that no longer counts can be taken back, so that it never counts again', async () => {
    const before = await modelScene();
    const bot = await restarted(before, withModel(await writingModel(proposes(faithful))));

    await bot.discord.as(ids.ada).press(await openPanel(bot, 'Model'), 'Send nothing any more');

    expect((await stored(bot)).model).toBeNull();
  });

  it('is not taken from a panel that named another provider', async () => {
    const { bot, model } = await modelScene(proposes(faithful), { settings: { model: null } });

    const outcome = await bot.app.services.changeSettings({
      ...{ interactionId: InteractionId.parse('1290000000000000810'), memberId: UserId.parse(ids.ada) },
      ...{ guildId, takesOpenChannel: false, change: { model: { providerCode: 'of-another' } } },
    });

    expect(outcome).toEqual({ kind: 'provider-changed' });
    await added(bot);
    expect(model.requests).toHaveLength(0);
  });

  it('for embeddings does not hold for another host either: no question and no claim is sent, and vectors go', async () => {
    const before = await meaningScene();
    const other = await modelServer();
    const environment = { OPENAI_BASE_URL: other.url, OPENAI_EMBEDDING_MODEL: 'test-model' };
    const bot = await restarted(before, environment);
    const scene = { bot, clock: before.clock };
    await expect.poll(() => ownVectors(bot)).toEqual([]);

    const answer = await ask(scene, german);

    expect(answer).toContain(unknown);
    for (const text of [german, claimText]) expect(other.texts().join('\n')).not.toContain(text);
    await bot.discord.as(ids.ada).press(await openPanel(bot, 'Model'), `Allow sending to ${hostOf(other)}`);
    await untilEmbedded(scene, true);
    expect(await ask(scene, german)).toContain(claimText);
    expect(other.texts()).toContain(german);
  });
});
