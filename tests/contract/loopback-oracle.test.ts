import { MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Loopback, type RecordedRequest, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean, complaintsAbout, oracle } from '../fakes/discord-oracle.ts';
import { brokenCommands } from './loopback-broken-commands.ts';
import { brokenComponents } from './loopback-broken-components.ts';
import { brokenExchanges } from './loopback-broken-exchanges.ts';
import { brokenForms } from './loopback-broken-forms.ts';
import { brokenMessages } from './loopback-broken-messages.ts';
import type { Step } from './loopback-mutation.ts';
import { startRawBot } from './loopback-raw.ts';
import { card, command, modal, V2 } from './loopback-requests.ts';

/** Good requests, one of each kind, by name. */
const good: Record<string, RecordedRequest> = {};

let loopback: Loopback;

beforeAll(async () => {
  loopback = await startLoopback();
  const bot = await startRawBot(loopback);
  const mia = loopback.as(sandboxIds.mia);
  const keep = (name: string) => {
    const last = loopback.requests.at(-1);
    if (last === undefined) throw new Error('nothing was recorded');
    good[name] = last;
  };
  const reply = async (
    name: string,
    body: unknown,
    files: readonly { name: string; text: string }[] = [],
  ) => {
    const act =
      name === 'choices'
        ? mia.type('claim lookup', { query: 'x' }, 'query')
        : mia.slash('claim lookup', { query: 'x' });
    const { id, token } = await bot.next();
    await bot.ask('POST', `/interactions/${id}/${token}/callback?with_response=true`, body, files);
    keep(name);
    await act;
    return `/webhooks/${loopback.applicationId}/${token}`;
  };

  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);
  keep('commands');
  await reply('reply', { type: 4, data: { ...card, flags: V2 | MessageFlags.Ephemeral } });
  const fileCard = { ...card, components: [{ type: 13, file: { url: 'attachment://post.txt' } }] };
  await reply('file', { type: 4, data: { ...fileCard, attachments: [{ id: 0, description: 'The post' }] } }, [
    { name: 'post.txt', text: 'the post' },
  ]);
  await reply('modal', { type: 9, data: modal });
  await reply('choices', { type: 8, data: { choices: [{ name: 'Who pays?', value: 'c01' }] } });
  const webhook = await reply('deferral', { type: 5, data: { flags: MessageFlags.Ephemeral } });
  await bot.ask('PATCH', `${webhook}/messages/@original`, card);
  keep('edit');
  await bot.ask('POST', webhook, { ...card, flags: V2 | MessageFlags.Ephemeral });
  keep('followUp');
  await bot.ask('POST', `/channels/${sandboxIds.general}/messages`, {
    ...card,
    nonce: 'outbox-1',
    enforce_nonce: true,
  });
  keep('post');
  await bot.ask('GET', '/gateway/bot');
  keep('gateway');
  bot.stop();
});

afterAll(() => loopback.stop());

/** A copy of `value` in which the place `at` holds `to`. */
function changed(value: unknown, at: readonly Step[], to: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (index === step ? changed(one, rest, to) : one));
  }
  const fields = new Map<string, unknown>(Object.entries(value ?? {}));
  fields.set(String(step), changed(fields.get(String(step)), rest, to));
  return Object.fromEntries([...fields].filter(([, one]) => one !== undefined));
}

describe('the oracle', () => {
  test('has nothing against good requests and the answers of the loopback Discord', () => {
    expect(
      Object.values(good)
        .map(({ status }) => status)
        .every((status) => status < 300),
    ).toBe(true);
    expect(oracle(loopback).complaints()).toEqual([]);
    expect(() => assertClean(loopback)).not.toThrow();
  });

  test('says so when requests were dropped before it could see them', () => {
    const complaints = oracle({ requests: [], forgottenRequests: () => 3 }).complaints();

    expect(complaints).toEqual(['3 requests were forgotten before they were judged']);
  });

  test.each([...brokenMessages, ...brokenComponents, ...brokenForms, ...brokenCommands, ...brokenExchanges])(
    '$of: objects, because $why',
    ({ of, at, to }) => {
      // The copy has the fields of a recorded request, but for the one that is broken on purpose.
      const broken = changed(good[of], at, to) as RecordedRequest;

      const complaints = complaintsAbout(broken);

      expect(complaints).not.toEqual([]);
    },
  );
});
