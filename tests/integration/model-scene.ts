import type { APIMessage } from 'discord-api-types/v10';
import type { ModelProposal } from '../../src/core/analysis/analysis.ts';
import { defaultGuildSettings, type GuildSettings } from '../../src/core/guild-settings.ts';
import { consentFor } from '../fakes/consent-for.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { proposes, type Reaction, type WritingModel, writingModel } from '../fakes/writing-model.ts';
import { guildId } from './contested.ts';
import { added } from './editor-scene.ts';
import { changeSettings, type RunningBot, runningBot } from './running-bot.ts';

/** A key that must appear nowhere. */
export const key = 'sk-canary-of-the-key';

/** What a model rightly says of the post of the editor's tests. */
export const faithful: ModelProposal = {
  summary: [
    'According to the post, the mayor said that the bridge costs 40 million euros.',
    'The post says that the council approved it in March 2024 by nine votes to four.',
  ],
  claims: [
    {
      quote: 'The bridge costs 40 million euros.',
      gist: 'The post says that the bridge costs 40 million euros.',
      kind: 'factual',
    },
    {
      quote: 'The council approved it in March 2024 by nine votes to four.',
      gist: 'The post says that the council approved it in March 2024.',
      kind: 'factual',
    },
    {
      quote: 'Every engineer who was asked warned against the eastern pier.',
      gist: 'The post says that every engineer who was asked warned against the eastern pier.',
      kind: 'factual',
    },
  ],
};

/** Something that the post does not say. */
export const invented = 'The post says that minister Sarah Kovacs took bribes of 3 million dollars.';

/** The same with one invention more. */
export const inventing: ModelProposal = { ...faithful, summary: [...faithful.summary, invented] };

/** A bot with a model, and a server whose admins allow it to be used. */
export type ModelScene = {
  readonly bot: RunningBot;
  readonly model: WritingModel;
  readonly clock: FakeClock;
};

type Options = {
  readonly settings?: Partial<GuildSettings>;
  readonly environment?: Record<string, string>;
};

/** Starts a bot with a model that reacts so. */
export async function modelScene(
  react: Reaction = proposes(faithful),
  { settings = {}, environment = {} }: Options = {},
): Promise<ModelScene> {
  const model = await writingModel(react);
  const clock = fakeClock();
  const bot = await runningBot({ clock, environment: { ...environmentOf(model), ...environment } });
  await changeSettings(bot, guildId, { ...defaultGuildSettings, model: consentFor(model), ...settings });
  return { bot, model, clock };
}

function environmentOf({ url }: WritingModel) {
  return { OPENAI_API_KEY: key, OPENAI_BASE_URL: url, OPENAI_MODEL: 'test-model' };
}

/** Adds the post, each time under another name. */
export function describedAs(
  { bot }: Pick<ModelScene, 'bot'>,
  name: string,
  text?: string,
): Promise<APIMessage> {
  return text === undefined ? added(bot, undefined, name) : added(bot, { text }, name);
}
