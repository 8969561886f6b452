import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, Environment, readConfig } from '../../../config/schema.ts';

const guild = '123456789012345678';
const other = '223456789012345678';
const envExample = await readFile(new URL('../../../config/env.example', import.meta.url), 'utf8');

function problemsOf(
  environment: Record<string, string>,
  needs?: Parameters<typeof readConfig>[1],
): readonly string[] {
  try {
    readConfig(environment, needs);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration', () => {
  const defaults = {
    discordToken: null,
    discordApiUrl: 'https://discord.com/api',
    dataDir: './data',
    logLevel: 'info',
    allowedGuilds: [],
    linkCheck: true,
    operatorContact: null,
    openAiUrl: null,
    openAiKey: null,
    embeddingModel: null,
    model: null,
    embeddingPrice: null,
    modelPrices: null,
    modelBudgetMonth: null,
  };

  it('has a default for every key', () => {
    expect(readConfig({})).toEqual(defaults);
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('takes an empty value, or one of spaces, for none', () => {
    const keys = Object.keys(Environment.shape);

    expect(readConfig(Object.fromEntries(keys.map((key) => [key, ''])))).toEqual(defaults);
    expect(readConfig(Object.fromEntries(keys.map((key) => [key, ' \t'])))).toEqual(defaults);
    expect(problemsOf({ DISCORD_TOKEN: ' ' }, ['DISCORD_TOKEN'])).toHaveLength(1);
  });

  it('leaves out space around a value and slashes behind an address', () => {
    const config = readConfig({
      DISCORD_TOKEN: ' a.b.c\r',
      FOOTNOTE_DATA_DIR: ' /srv/footnote ',
      LOG_LEVEL: 'warn ',
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
    });

    expect(config).toMatchObject({
      discordToken: 'a.b.c',
      dataDir: '/srv/footnote',
      logLevel: 'warn',
      discordApiUrl: 'http://127.0.0.1:8080/api',
    });
  });

  it.each([
    { text: guild, ids: [guild], why: 'one id' },
    { text: `${guild},${other}`, ids: [guild, other], why: 'a comma' },
    { text: ` ${guild} ,\n ${other},, `, ids: [guild, other], why: 'commas, spaces and line ends' },
    { text: `${guild} ${other}`, ids: [guild, other], why: 'a space' },
    { text: ',', ids: [], why: 'nothing but a comma' },
  ])('reads ALLOWED_GUILDS with $why', ({ text, ids }) => {
    expect(readConfig({ ALLOWED_GUILDS: text }).allowedGuilds).toEqual(ids);
  });

  it.each([
    { key: 'DISCORD_TOKEN', value: 'secret', says: 'copy the token from the Bot page of your application' },
    {
      key: 'DISCORD_API_URL',
      value: 'discord.com',
      says: 'write a full address such as https://discord.com/api',
    },
    {
      key: 'DISCORD_API_URL',
      value: 'ws://discord.com',
      says: 'write a full address such as https://discord.com/api',
    },
    { key: 'LOG_LEVEL', value: 'loud', says: 'write one of debug, info, warn, error, silent' },
    {
      key: 'ALLOWED_GUILDS',
      value: `${guild}, my server`,
      says: 'write server ids of 17 to 20 digits, separated by commas',
    },
    { key: 'LINK_CHECK', value: 'yes', says: 'write on or off' },
    ...['MODEL_PRICE_INPUT', 'MODEL_PRICE_OUTPUT', 'MODEL_PRICE_EMBEDDING'].map((key) => ({
      key,
      value: '0,15',
      says: 'write US dollars as a number such as 20 or 0.15',
    })),
    { key: 'OPERATOR_CONTACT', value: 'x'.repeat(201), says: 'write at most 200 characters' },
  ])('says of a bad $key what to write', ({ key, value, says }) => {
    expect(problemsOf({ [key]: value })).toEqual([`${key}: ${says}`]);
  });

  it.each([
    {
      environment: { OPENAI_MODEL: 'test-model' },
      says: 'OPENAI_MODEL: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that needs no key',
      why: 'OpenAI answers nobody without a key',
    },
    {
      environment: { MODEL_BUDGET_MONTH: '20', MODEL_PRICE_INPUT: '0.15' },
      says: 'MODEL_BUDGET_MONTH: set MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT, too, so that spending can be reckoned in dollars',
      why: 'a budget in money needs both prices',
    },
    {
      environment: {
        ...{ OPENAI_API_KEY: 'a-key', OPENAI_MODEL: 'test-model', OPENAI_EMBEDDING_MODEL: 'test-embedder' },
        ...{ MODEL_BUDGET_MONTH: '20', MODEL_PRICE_INPUT: '0.15', MODEL_PRICE_OUTPUT: '0.6' },
      },
      says: 'MODEL_BUDGET_MONTH: set MODEL_PRICE_EMBEDDING, too, so that spending on embeddings can be reckoned in dollars',
      why: 'a budget in money needs the price of embeddings, too',
    },
  ])('says what is missing: $why', ({ environment, says }) => {
    expect(problemsOf(environment)).toEqual([says]);
  });

  it('reads a model with its prices and its budget', () => {
    const config = readConfig({
      OPENAI_MODEL: 'test-model',
      OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1/',
      MODEL_PRICE_INPUT: '0.15',
      MODEL_PRICE_OUTPUT: '0.6',
      MODEL_BUDGET_MONTH: '20',
    });

    expect(config).toMatchObject({
      model: 'test-model',
      openAiUrl: 'http://127.0.0.1:11434/v1',
      modelPrices: { input: 0.15, output: 0.6 },
      modelBudgetMonth: 20,
    });
  });

  it('asks for no prices of a model that there is not', () => {
    const config = readConfig({
      OPENAI_EMBEDDING_MODEL: 'test-embedder',
      MODEL_PRICE_EMBEDDING: '0.02',
      MODEL_BUDGET_MONTH: '20',
    });

    expect(config).toMatchObject({ modelPrices: null, embeddingPrice: 0.02, modelBudgetMonth: 20 });
  });

  it('tells every problem at once', () => {
    const bad = { LOG_LEVEL: 'loud', ALLOWED_GUILDS: 'mine', OPERATOR_CONTACT: 'x'.repeat(201) };

    const problems = problemsOf(bad, ['DISCORD_TOKEN']);

    expect(problems).toHaveLength(4);
    for (const key of ['DISCORD_TOKEN', ...Object.keys(bad)])
      expect(problems.filter((problem) => problem.startsWith(key))).toHaveLength(1);
  });

  it('never repeats a value', () => {
    const value = fc.string({ unit: fc.constantFrom(...'QZXJ09.:/%'), minLength: 8, maxLength: 300 });
    const keys = Object.keys(Environment.shape);
    const environment = fc
      .tuple(...keys.map(() => value))
      .map((values) => values.map((text, at) => [keys[at], text]));

    fc.assert(
      fc.property(environment, (entries) => {
        const said = problemsOf(Object.fromEntries(entries)).join('\n');

        for (const [, text = ''] of entries) expect(said).not.toContain(text);
      }),
    );
  });
});

describe('config/env.example', () => {
  const keys = Object.keys(Environment.shape);

  it('names every key of the schema, and no other, with nothing filled in', () => {
    const named = [...envExample.matchAll(/^(\w+)=(.*)$/gm)];

    expect(named.map(([, key]) => key)).toEqual(keys);
    expect(named.map(([, , value]) => value)).toEqual(keys.map(() => ''));
  });

  it.each(keys)('states the default of %s', (key) => {
    const [, stated = ''] =
      new RegExp(`^# .*?(No default|Default: .*?)\\.?\\n${key}=`, 'm').exec(envExample) ?? [];
    const value = Environment.parse({})[key as keyof typeof Environment.shape];

    const expected =
      value === undefined ? 'No default' : `Default: ${Array.isArray(value) ? 'any server' : value}`;
    expect(stated).toBe(expected);
  });
});
