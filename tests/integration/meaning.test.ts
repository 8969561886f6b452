import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config/schema.ts';
import { ClaimKey, DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ClaimId, InteractionId, UserId } from '../../src/core/ids.ts';
import { neutralTexts } from '../../src/core/matching/closeness.ts';
import { openLibrary } from '../../src/library.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { exampleDossier, exampleId } from '../fakes/example-dossier.ts';
import { byMeaning, sendJson, sendVectors } from '../fakes/model-server.ts';
import { ask, claimText, environmentOf, german, key, meaningScene, unknown } from './meaning-scene.ts';
import { absent, changeSettings, textOf } from './running-bot.ts';
import { guildId } from './watching.ts';

/** A shared dossier with more claims than one request holds. */
function longDossier(): Dossier {
  const dossier = exampleDossier({ slug: DossierSlug.parse('long') });
  const claims = Array.from({ length: 150 }, (_, at) => ({
    ...(dossier.claims[0] ?? absent()),
    id: ClaimId.parse(exampleId()),
    key: ClaimKey.parse(`c${at + 1}`),
    notes: [],
  }));
  return { ...dossier, claims };
}

describe('finding claims by meaning', () => {
  it('finds the claim of a question in another language, which words do not find', async () => {
    const { bot, server, clock } = await meaningScene();

    const found = await ask({ bot }, german);

    expect(found).toContain(claimText);
    expect(server.texts()).toContain(german);
    expect(server.requests.at(-1)?.body).toEqual({
      model: 'test-model',
      input: [german],
      encoding_format: 'float',
    });
    await changeSettings(bot, guildId, defaultGuildSettings);
    clock.advance(60_000);
    expect(await ask({ bot }, german)).toContain(unknown);
  });

  it('offers what is near in a list when it is not sure', async () => {
    const { bot } = await meaningScene();

    const found = await ask({ bot }, 'Fahrplan?');

    expect(found).not.toContain(unknown);
    expect(found).not.toContain('of 1 claim');
  });

  it('finds the claim that a post in another language makes', async () => {
    const { bot } = await meaningScene();
    const message = await bot.discord
      .as(ids.noor)
      .write('Guten Morgen! Die Pendler sparen zwanzig Minuten. Die Katze ist krank.');

    const answer = await bot.discord.as(ids.mia).menu('Check this post', message.id);

    expect(textOf(answer.message)).toContain('ferry-timetable/c01');
  });

  it('sends nothing of a server that has not allowed it: neither its claims nor its questions', async () => {
    const { bot, server } = await meaningScene({ allowed: false });
    const before = server.requests.length;

    expect(await ask({ bot }, german)).toContain(unknown);
    const message = await bot.discord.as(ids.noor).write(german);
    await bot.discord.as(ids.mia).menu('Check this post', message.id);

    expect(server.requests).toHaveLength(before);
    const sent = server.texts().join('\n');
    expect(sent).not.toContain(german);
    expect(sent).not.toContain(claimText);
    expect(sent).toContain(neutralTexts[0]);
    expect(sent).toContain('are salaried by the Iraqi government');
  });

  it('sends no question of a server that has not allowed it, though shared claims have vectors', async () => {
    const { bot, server } = await meaningScene({ own: false, allowed: false });
    const before = server.requests.length;

    await ask({ bot }, german);

    expect(server.requests).toHaveLength(before);
  });

  it('sends no question of a member who has opted out, nor a text that they typed', async () => {
    const { bot, server } = await meaningScene();
    const before = server.requests.length;
    const [asker, typer] = ['1290000000000000801', '1290000000000000802'].map((id) => ({
      ...{
        interactionId: InteractionId.parse(id),
        guildId,
        memberId: UserId.parse(ids.mia),
        locale: 'en-US',
      },
    }));
    await bot.app.services.optOut({
      ...{
        interactionId: InteractionId.parse('1290000000000000800'),
        memberId: UserId.parse(ids.mia),
        out: true,
      },
    });

    await bot.app.services.lookUpClaim({ asker: asker ?? absent(), text: german });
    await bot.app.services.checkText({ asker: typer ?? absent(), text: german });

    expect(server.requests).toHaveLength(before);
  });

  it('sends nothing while somebody types', async () => {
    const { bot, server } = await meaningScene();
    const before = server.requests.length;

    await bot.discord.as(ids.mia).type('claim lookup', { query: german }, 'query');

    expect(server.requests).toHaveLength(before);
  });

  it('answers by words alone when the model takes longer than 700 ms', async () => {
    const { bot, server, clock } = await meaningScene();
    server.answer = () => {};
    const before = server.requests.length;
    const asking = ask({ bot }, german);
    await server.asked(before + 1);

    clock.advance(699);
    expect(server.requests).toHaveLength(before + 1);
    clock.advance(1);

    expect(await asking).toContain(unknown);
    expect(bot.log.join('')).toContain('too-slow');
  });

  it.each([
    { why: 'is down', answer: sendJson(503, { error: { message: `${key} ${german}` } }) },
    { why: 'refuses', answer: sendJson(401, { error: { message: `${key} ${german}` } }) },
    { why: 'gives vectors of another length', answer: sendVectors([[1, 0]]) },
    { why: 'gives no numbers', answer: sendVectors([['x']]) },
  ])('answers by words alone when the model $why, and the log holds neither key nor text', async (row) => {
    const { bot, server } = await meaningScene();
    server.answer = row.answer;

    expect(await ask({ bot }, german)).toContain(unknown);
    expect(await ask({ bot }, 'does the new timetable save every commuter twenty minutes')).toContain(
      claimText,
    );

    const said = bot.log.join('');
    expect(said).toContain('a text was looked up by words alone');
    for (const secret of [key, german, claimText, 'Authorization']) expect(said).not.toContain(secret);
  });

  it('stops asking a model that fails time after time', async () => {
    const { bot, server, clock } = await meaningScene();
    server.answer = sendJson(500, {});
    const before = server.requests.length;

    for (let time = 0; time < 8; time += 1) {
      expect(await ask({ bot }, german)).toContain(unknown);
      clock.advance(10_000);
    }

    expect(server.requests.length - before).toBe(5);
  });

  it('gives every claim a vector of a new model, going on where it was cut short, then lets go of the old ones', async () => {
    const { bot, server } = await meaningScene();
    const config = readConfig({
      ...environmentOf(server, 'new-model'),
      FOOTNOTE_DATA_DIR: bot.config.dataDir,
      LOG_LEVEL: 'silent',
    });
    await using library = await openLibrary(config, 'write');
    const order = { stop: new AbortController().signal, unless: null, onProgress: () => {} };
    await library.database.transaction(({ dossiers }) => dossiers.save(longDossier()));
    const before = server.requests.length;
    server.answer = (input, response) =>
      (server.requests.length - before > 2 ? sendJson(400, {}) : byMeaning)(input, response);
    await expect(library.services.embedClaims(order)).rejects.toMatchObject({ failure: 'refused' });
    expect((await library.services.countVectors())?.vectors).toBe(100);
    expect(await bot.app.services.countVectors()).not.toMatchObject({ vectors: 0 });
    server.answer = byMeaning;

    const round = await library.services.embedClaims(order);

    const counts = await library.services.countVectors();
    expect(round.outcome).toBe('complete');
    expect(counts?.vectors).toBe(counts?.claims);
    expect(round.embedded).toBe((counts?.claims ?? 0) - 100);
    expect(await bot.app.services.countVectors()).toMatchObject({ model: 'test-model', vectors: 0 });
    expect((await library.services.embedClaims({ ...order, unless: round.state })).outcome).toBe('unchanged');
  });
});
