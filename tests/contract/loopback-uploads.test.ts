import { MessageAttachmentResponseSchema } from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type JsonObject, objectOf, objectsOf } from '../../src/sandbox/json.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { type LoopbackBot, startBot } from './loopback-bot.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { card } from './loopback-requests.ts';

const command = {
  name: 'dossier',
  description: 'Dossiers',
  options: [
    {
      type: 1,
      name: 'add',
      description: 'Add a post',
      options: [
        { type: 11, name: 'file', description: 'A post', required: true },
        { type: 3, name: 'name', description: 'Its name', autocomplete: true },
      ],
    },
  ],
};
const text = 'Der Zug kommt. 😀\n';
const post = { name: 'Beitrag 1.txt', bytes: new TextEncoder().encode(text), contentType: 'text/plain' };

let loopback: Loopback;
let bot: RawBot;
let mia: Actor;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback);
  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);
  mia = loopback.as(sandboxIds.mia);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
  assertClean(loopback);
});

/** Uses the command and has the bot answer it; what the bot got. */
async function got(work: Promise<unknown>): Promise<JsonObject> {
  const { id, token } = await bot.next();
  const interaction = bot.events.findLast(({ name }) => name === 'INTERACTION_CREATE')?.data;
  await bot.ask('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: card });
  await work;
  return objectOf(interaction);
}

function fileIn(interaction: JsonObject) {
  const data = objectOf(interaction.data);
  const [subcommand] = objectsOf(data.options);
  const [option = {}] = objectsOf(subcommand?.options);
  const id = String(option.value);
  return { option, id, file: objectOf(objectOf(objectOf(data.resolved).attachments)[id]) };
}

describe('a file in the option of a command', () => {
  test('is named by its id, and described as Discord describes files', async () => {
    const { option, id, file } = fileIn(await got(mia.slash('dossier add', { file: post, name: 'train' })));

    expect(option).toEqual({ type: 11, name: 'file', value: id });
    expect(MessageAttachmentResponseSchema.safeParse(file)).toMatchObject({ success: true });
    expect(file).toMatchObject({
      id,
      filename: post.name,
      size: post.bytes.byteLength,
      content_type: 'text/plain',
      ephemeral: true,
      proxy_url: file.url,
    });
  });

  test('is handed out byte for byte at the address that is sent along', async () => {
    const { file } = fileIn(await got(mia.slash('dossier add', { file: post })));

    const answer = await fetch(String(file.url));

    expect(String(file.url).startsWith(`${loopback.origin}/`)).toBe(true);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(post.bytes);
  });

  test('is known to a client that knows nothing of this project', async () => {
    const djs: LoopbackBot = await startBot(loopback);
    let seen: unknown;
    djs.onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file', true);
      seen = { name: file.name, size: file.size, text: await (await fetch(file.url)).text() };
      await interaction.reply({ flags: MessageFlags.IsComponentsV2, components: card.components });
    });

    const answer = await mia.slash('dossier add', { file: post });
    await djs.stop();

    expect(answer.kind).toBe('message');
    expect(seen).toEqual({ name: post.name, size: post.bytes.byteLength, text });
  });

  test.each([
    { why: 'none is given where one is needed', options: {}, says: 'required' },
    { why: 'a text stands in its place', options: { file: 'post.txt' }, says: 'another type' },
    { why: 'it stands in the place of a text', options: { file: post, name: post }, says: 'another type' },
    {
      why: 'it is larger than Discord takes',
      options: { file: { ...post, bytes: new Uint8Array(10 * 1024 * 1024 + 1) } },
      says: 'larger than 10 MiB',
    },
  ])('keeps the command from being sent when $why', async ({ options, says }) => {
    const answer = await mia.slash('dossier add', options);

    expect(answer).toMatchObject({ kind: 'failed', failure: expect.stringContaining(says) });
  });

  test('may be as large as Discord takes, which every interaction says', async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024);

    const interaction = await got(mia.slash('dossier add', { file: { ...post, bytes } }));

    expect(interaction.attachment_size_limit).toBe(bytes.byteLength);
    expect(fileIn(interaction).file).toMatchObject({ size: bytes.byteLength });
  });

  test('is not sent along while one types in another option', async () => {
    const typing = mia.type('dossier add', { file: post, name: 'tr' }, 'name');
    const { id, token } = await bot.next();
    const interaction = bot.events.findLast(({ name }) => name === 'INTERACTION_CREATE')?.data;
    await bot.ask('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices: [] } });
    await typing;

    expect(JSON.stringify(interaction)).not.toContain('"type":11');
  });

  test('comes from the page as well', async () => {
    const base64 = Buffer.from(post.bytes).toString('base64');
    const act = {
      as: sandboxIds.mia,
      channel: sandboxIds.general,
      locale: 'en-US',
      kind: 'slash',
      command: 'dossier add',
      options: [{ name: 'file', value: { name: post.name, contentType: '', base64 } }],
    };

    const { file } = fileIn(
      await got(
        fetch(`${loopback.origin}/sandbox/interactions`, { method: 'POST', body: JSON.stringify(act) }),
      ),
    );

    expect(file).toMatchObject({ filename: post.name, content_type: 'application/octet-stream' });
    expect(await (await fetch(String(file.url))).text()).toBe(text);
  });
});
