import { z } from 'zod';
import { GuildId } from '../src/core/ids.ts';
import type { ModelPrices } from '../src/core/model-spend.ts';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const guildList = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((ids) => ids.every((id) => GuildId.safeParse(id).success), {
    error: 'write server ids of 17 to 20 digits, separated by commas',
    abort: true,
  })
  .pipe(z.array(GuildId));

const dollars = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,9})?$/, 'write US dollars as a number such as 20 or 0.15')
  .transform(Number)
  .optional();

/** Every key the environment may hold, with its default; config/env.example explains them. */
export const Environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'copy the token from the Bot page of your application')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'write a full address such as https://discord.com/api' })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://discord.com/api'),
  FOOTNOTE_DATA_DIR: z.string().min(1, 'write the path of a folder').default('./data'),
  LOG_LEVEL: z.enum(logLevels, `write one of ${logLevels.join(', ')}`).default('info'),
  ALLOWED_GUILDS: guildList.default([]),
  LINK_CHECK: z.enum(['on', 'off'], 'write on or off').default('on'),
  OPERATOR_CONTACT: z.string().max(200, 'write at most 200 characters').optional(),
  OPENAI_API_KEY: z.string().max(500, 'copy the key from the page of your model provider').optional(),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'write a full address such as https://api.openai.com/v1' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  OPENAI_EMBEDDING_MODEL: z.string().max(200, 'write the name of a model').optional(),
  OPENAI_MODEL: z.string().max(200, 'write the name of a model').optional(),
  MODEL_PRICE_INPUT: dollars,
  MODEL_PRICE_OUTPUT: dollars,
  MODEL_PRICE_EMBEDDING: dollars,
  MODEL_BUDGET_MONTH: dollars,
});

/** What the operator has chosen. */
export type Config = {
  /** Null where no Discord is needed, as for the command line. */
  readonly discordToken: string | null;
  readonly discordApiUrl: string;
  readonly dataDir: string;
  readonly logLevel: (typeof logLevels)[number];
  /** Empty for any server. */
  readonly allowedGuilds: readonly GuildId[];
  /** Whether the links of sources are looked at. */
  readonly linkCheck: boolean;
  readonly operatorContact: string | null;
  /** Where models are; null for OpenAI's own address. */
  readonly openAiUrl: string | null;
  /** Null where none is needed, as for many compatible servers. */
  readonly openAiKey: string | null;
  /** The model that compares meanings; null: claims are found by words alone. */
  readonly embeddingModel: string | null;
  /** The model that proposes summaries and claims; null: rules alone do. */
  readonly model: string | null;
  /** Null where the operator has not said what the model costs. */
  readonly modelPrices: ModelPrices | null;
  /** What the embedding model costs, in US dollars a million tokens; null where the operator has not said. */
  readonly embeddingPrice: number | null;
  /** What the models may cost in a month, for all servers together, in US dollars; null: no limit. */
  readonly modelBudgetMonth: number | null;
};

/** A configuration that cannot be used; each problem names a key and what to write there, never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration needs mending. ${problems.join('; ')}.`);
    this.problems = problems;
  }
}

/**
 * Reads the configuration from environment variables. Empty ones count as not set, space around a value as nothing.
 *
 * @param needs - keys that must be there for what is about to be done
 * @throws ConfigError with every problem at once
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  needs: readonly (keyof typeof Environment.shape)[] = [],
): Config {
  const set = Object.fromEntries(
    Object.entries(environment)
      .map(([key, value]) => [key, value?.trim()])
      .filter(([, value]) => value),
  );
  const parsed = Environment.safeParse(set);
  const missing = needs.filter((key) => set[key] === undefined);
  const problems = [
    ...missing.map((key) => `${key} is not set: add it to .env or the environment (see config/env.example)`),
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...missingBeside(set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);

  const { data } = parsed;
  return Object.freeze({
    discordToken: data.DISCORD_TOKEN ?? null,
    discordApiUrl: data.DISCORD_API_URL,
    dataDir: data.FOOTNOTE_DATA_DIR,
    logLevel: data.LOG_LEVEL,
    allowedGuilds: data.ALLOWED_GUILDS,
    linkCheck: data.LINK_CHECK === 'on',
    operatorContact: data.OPERATOR_CONTACT ?? null,
    openAiUrl: data.OPENAI_BASE_URL ?? null,
    openAiKey: data.OPENAI_API_KEY ?? null,
    embeddingModel: data.OPENAI_EMBEDDING_MODEL ?? null,
    model: data.OPENAI_MODEL ?? null,
    modelPrices: pricesIn(data),
    embeddingPrice: data.MODEL_PRICE_EMBEDDING ?? null,
    modelBudgetMonth: data.MODEL_BUDGET_MONTH ?? null,
  });
}

/** What one key needs beside it. */
function missingBeside(set: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: url, MODEL_BUDGET_MONTH: budget } = set;
  const isPriced = set.MODEL_PRICE_INPUT !== undefined && set.MODEL_PRICE_OUTPUT !== undefined;
  const compares = set.OPENAI_EMBEDDING_MODEL !== undefined;
  const writes = set.OPENAI_MODEL !== undefined || !compares;
  return [
    ...(set.OPENAI_MODEL !== undefined && key === undefined && url === undefined
      ? ['OPENAI_MODEL: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that needs no key']
      : []),
    ...(budget !== undefined && writes && !isPriced
      ? [
          'MODEL_BUDGET_MONTH: set MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT, too, so that spending can be reckoned in dollars',
        ]
      : []),
    ...(budget !== undefined && compares && set.MODEL_PRICE_EMBEDDING === undefined
      ? [
          'MODEL_BUDGET_MONTH: set MODEL_PRICE_EMBEDDING, too, so that spending on embeddings can be reckoned in dollars',
        ]
      : []),
  ];
}

function pricesIn({
  MODEL_PRICE_INPUT: input,
  MODEL_PRICE_OUTPUT: output,
}: z.infer<typeof Environment>): ModelPrices | null {
  return input === undefined || output === undefined ? null : { input, output };
}
