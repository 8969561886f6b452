import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import type { PageState } from '../../src/sandbox/page-api.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { sandboxStory } from '../../src/sandbox/story.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { stateOf } from './loopback-page-asks.ts';
import { startRawBot } from './loopback-raw.ts';

const { general, news, moderators, otherGeneral, mia, noor, max, olu } = sandboxIds;

let loopback: Loopback;

beforeEach(async () => {
  loopback = await startLoopback();
});
afterEach(() => loopback.stop());

const state = (as: string, channel: string) => stateOf(loopback, as, channel);

async function change(method: 'POST' | 'PATCH' | 'DELETE', body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const url = `${loopback.origin}/sandbox/messages`;
  return (await fetch(url, { method, headers, body: JSON.stringify(body) })).status;
}

const channelNamed = (at: PageState, name: string) => at.channels.find((one) => one.name === name);

describe('the places of the page', () => {
  test('both servers are offered, each with someone who is a member of it', async () => {
    const { servers, server } = await state(mia, general);
    const other = servers.find(({ name }) => name === 'Other server');
    const there = await state(other?.entry.as ?? '', other?.entry.channel ?? '');

    expect(server.name).toBe('Sandbox server');
    expect(servers[0]?.entry).toEqual({ as: mia, channel: general });
    expect(other?.entry).toEqual({ as: olu, channel: otherGeneral });
    expect(there.server.name).toBe('Other server');
    expect(there.personas.map(({ name, role }) => `${name} ${role}`)).toEqual(['Olu admin']);
  });

  test('nobody looks into a server they are not a member of', async () => {
    const { server, messages } = await state(mia, otherGeneral);

    expect(server.name).toBe('Sandbox server');
    expect(messages).toEqual([]);
    expect(await change('POST', { as: mia, channel: otherGeneral, content: 'x' })).toBe(400);
  });

  test('a persona may be asked for by name', async () => {
    const { server } = await state('Olu', '');

    expect(server.name).toBe('Other server');
  });

  test('each persona has direct messages of their own, never those of another', async () => {
    const mine = channelNamed(await state(mia, general), 'Footnote');
    const dm = mine?.id ?? '';
    await loopback.as(mia, { channelId: dm }).write('only for the bot');

    const [own, others] = [await state(mia, dm), await state(noor, dm)];

    expect(mine).toMatchObject({ kind: 'direct', parentId: null });
    expect(own.messages.map(({ message }) => message.content)).toEqual(['only for the bot']);
    expect(others.messages).toEqual([]);
    expect(await change('POST', { as: noor, channel: dm, content: 'x' })).toBe(400);
  });

  test('a channel tells when somebody else last wrote there, and nobody of what they cannot see', async () => {
    const written = await loopback.as(max, { channelId: moderators }).write('A case is waiting');
    await loopback.as(mia, { channelId: news }).write('mine');

    const forMia = await state(mia, general);
    const forAda = await state(sandboxIds.ada, general);

    expect(channelNamed(forMia, 'news')?.newestMs).toBe(0);
    expect(channelNamed(forMia, 'moderators')).toBeUndefined();
    expect(channelNamed(forAda, 'moderators')?.newestMs).toBe(Date.parse(written.timestamp));
  });

  test('a private thread is listed for its members alone', async () => {
    await loopback.as(mia).openThread('between us', { isPrivate: true });

    const [own, others] = [await state(mia, general), await state(noor, general)];

    expect(channelNamed(own, 'between us')?.kind).toBe('private-thread');
    expect(channelNamed(others, 'between us')).toBeUndefined();
  });

  test('roles are named, and what each persona may do', async () => {
    const { roles, personas } = await state(mia, general);

    expect(roles.map(({ name }) => name)).toEqual(['everyone', 'Footnote', 'Moderators', 'Admins']);
    const moderator = personas.find(({ id }) => id === max);
    expect(BigInt(moderator?.permissions ?? 0) & (1n << 13n)).not.toBe(0n);
  });
});

describe('messages changed on the page', () => {
  test.each([
    { why: 'its author', as: mia, edit: 204, remove: 204 },
    { why: 'another member', as: noor, edit: 403, remove: 403 },
    { why: 'a moderator', as: max, edit: 403, remove: 204 },
  ])('$why gets $edit for an edit and $remove for a deletion', async ({ as, edit, remove }) => {
    const { id: messageId } = await loopback.as(mia).write('before');
    const asked = { as, channel: general, messageId };

    expect(await change('PATCH', { ...asked, content: 'after' })).toBe(edit);
    expect(await change('DELETE', asked)).toBe(remove);
    expect(loopback.world.messages.get(messageId) === undefined).toBe(remove === 204);
  });

  test('an edit needs a text', async () => {
    const { id: messageId } = await loopback.as(mia).write('before');

    expect(await change('PATCH', { as: mia, channel: general, messageId, content: ' ' })).toBe(400);
  });
});

describe('the story of the sandbox', () => {
  test('holds posts of every kind, none of them seen by a bot without the intent', async () => {
    const story = await startLoopback({ world: sandboxStory });
    const bot = await startRawBot(story);
    const written = [general, news].flatMap((id) => story.world.messages.inChannel(id));
    const all = written.map(({ message }) => message);

    const read = await Promise.all(
      [general, news].map((id) => bot.ask('GET', `/channels/${id}/messages?limit=50`)),
    );

    expect(new Set(all.map(({ author }) => author.id)).size).toBeGreaterThanOrEqual(4);
    expect(all.some(({ message_snapshots: forwarded }) => forwarded !== undefined)).toBe(true);
    expect(all.some(({ embeds }) => embeds.length > 0)).toBe(true);
    expect(all.some(({ content, attachments }) => content === '' && attachments.length > 0)).toBe(true);
    expect(all.some(({ referenced_message: answered }) => answered !== undefined)).toBe(true);
    const times = story.world.messages.inChannel(general).map(({ message }) => message.timestamp);
    expect(times).toEqual(times.toSorted());
    expect(JSON.stringify(read.map(({ body }) => body))).not.toContain('Popular Mobilisation');
    bot.stop();
    await story.stop();
    assertClean(story);
  });
});
