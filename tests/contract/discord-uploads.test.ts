import { expect, test } from 'vitest';
import { discordUploads } from '../../src/adapters/discord/uploads.ts';
import { localServer } from '../fakes/local-server.ts';

const maxBytes = 1_000;

/** A server that answers every request alike; its origin, and how many asked it. */
async function serving(status: number, headers: Record<string, string>, body: string) {
  const asked: string[] = [];
  const port = await localServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status, headers).end(body);
  });
  return { origin: `http://127.0.0.1:${port}`, asked };
}

const upload = (url: string, bytes = 5) => ({ name: 'post.txt', url, bytes });

test('an upload is read as it is', async () => {
  const { origin } = await serving(200, {}, 'größe');

  const read = await discordUploads(`${origin}/api`).read(upload(`${origin}/files/1/post.txt`), maxBytes);

  expect(new TextDecoder().decode(read)).toBe('größe');
});

test('one that holds more than it was said to is not read to its end', async () => {
  const { origin } = await serving(200, {}, 'x'.repeat(5_000_000));

  const reading = discordUploads(origin).read(upload(`${origin}/files/1/post.txt`), maxBytes);

  await expect(reading).rejects.toMatchObject({ code: 'upload.file-too-large' });
});

test.each([
  { why: 'is gone', status: 404, headers: {} },
  { why: 'lies somewhere else', status: 302, headers: { location: 'https://elsewhere.example/' } },
])('one that $why cannot be had', async ({ status, headers }) => {
  const { origin } = await serving(status, headers, '');

  const reading = discordUploads(origin).read(upload(`${origin}/files/1/post.txt`), maxBytes);

  await expect(reading).rejects.toMatchObject({ code: 'upload.unreadable' });
});

test.each([
  'http://cdn.discordapp.com/attachments/1/2/post.txt',
  'https://cdn.discordapp.com.evil.example/',
  'no address',
])('nothing is asked for that is not where Discord keeps uploads: %s', async (url) => {
  const reading = discordUploads('https://discord.com/api').read(upload(url), maxBytes);

  await expect(reading).rejects.toMatchObject({ code: 'upload.unreadable' });
});

test('nothing is asked for at another port of the same machine', async () => {
  const own = await serving(200, {}, 'own');
  const other = await serving(200, {}, 'other');

  const reading = discordUploads(own.origin).read(upload(`${other.origin}/files/1/post.txt`), maxBytes);

  await expect(reading).rejects.toMatchObject({ code: 'upload.unreadable' });
  expect(other.asked).toEqual([]);
});
