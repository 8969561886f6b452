import { expect } from 'vitest';
import { defaultGuildSettings, type GuildSettings } from '../../src/core/guild-settings.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { consentFor } from '../fakes/consent-for.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { type ModelServer, modelServer } from '../fakes/model-server.ts';
import { soon } from './moderating.ts';
import { changeSettings, publish, type RunningBot, runningBot, textOf } from './running-bot.ts';
import { ferry, guildId } from './watching.ts';

/** A key that must appear nowhere. */
export const key = 'sk-canary-of-the-key';

/** A question about the claim below that shares no word with it. */
export const german = 'Sparen Pendler so viel, zwanzig Min.?';
export const claimText = 'the new timetable saves every commuter twenty minutes';

/** What is said where nothing is found. */
export const unknown = 'No known claim';

/** A bot with an embedding model, and a server with the example dossier. */
export type MeaningScene = {
  readonly bot: RunningBot;
  readonly server: ModelServer;
  readonly clock: FakeClock;
};

type Options = {
  readonly allowed?: boolean;
  readonly own?: boolean;
  readonly settings?: Partial<GuildSettings>;
  readonly environment?: Record<string, string>;
  /** How the model answers from the start. */
  readonly answer?: ModelServer['answer'];
};

/** Starts both; whether there are vectors yet is not waited for. */
export async function begunMeaningScene(options: Options = {}): Promise<MeaningScene> {
  const { allowed = true, own = true, settings = {}, environment = {}, answer } = options;
  const server = await modelServer();
  if (answer !== undefined) server.answer = answer;
  const clock = fakeClock();
  const bot = await runningBot({ clock, environment: { ...environmentOf(server), ...environment } });
  if (own) await publish(bot, guildId, ferry);
  const model = allowed ? consentFor(server) : null;
  await changeSettings(bot, guildId, { ...defaultGuildSettings, model, ...settings });
  return { bot, server, clock };
}

/** The same, once all claims that may be sent have their vectors. */
export async function meaningScene(options: Options = {}): Promise<MeaningScene> {
  const scene = await begunMeaningScene(options);
  await untilEmbedded(scene, options.allowed ?? true);
  return scene;
}

export function environmentOf({ url }: ModelServer, model = 'test-model') {
  return { OPENAI_API_KEY: key, OPENAI_BASE_URL: url, OPENAI_EMBEDDING_MODEL: model };
}

/** @param own - whether the server's own claims are among them */
export async function untilEmbedded(
  { bot, clock }: Pick<MeaningScene, 'bot' | 'clock'>,
  own: boolean,
): Promise<void> {
  await expect
    .poll(async () => {
      clock.advance(15_000);
      const counts = await bot.app.services.countVectors();
      return [counts?.vectors === counts?.claims, (await ownVectors(bot)).length];
    }, soon)
    .toEqual([true, own ? 2 : 0]);
}

/** What the claims of the server's own dossier mean. */
export function ownVectors(bot: RunningBot) {
  return bot.inDatabase(async ({ dossiers, vectors }) => {
    const [dossier] = await dossiers.listOwn(guildId);
    return vectors.ofDossiers('test-model', dossier === undefined ? [] : [dossier.id]);
  });
}

/** Has a member ask. */
export async function ask(
  { bot }: Pick<MeaningScene, 'bot'>,
  query: string,
  userId: string = ids.mia,
): Promise<string> {
  const answer = await bot.discord.as(userId).slash('claim lookup', { query });
  return textOf(answer.message);
}
