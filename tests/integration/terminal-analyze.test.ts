import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, footnote, root } from './terminal-process.ts';

const post =
  'Mr. Hill sold the pier for 5 million in May. Did you know?\nThe price was\nhalf of what it is worth.';

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await dataFolder();
  const at = (name: string) => join(folder, name);
  await mkdir(at('posts'));
  for (const [name, content] of Object.entries(files)) await writeFile(at(name), content);
  return { at, run: (...args: readonly string[]) => footnote(args, { FOOTNOTE_DATA_DIR: at('data') }) };
}

describe('analyze and sentences', () => {
  it('print what a post says, for programs and for people', async () => {
    const { at, run } = await folderWith({ 'post.txt': post });

    const json = await run('analyze', at('post.txt'), '--json');
    const text = await run('analyze', at('post.txt'));

    const analysis = JSON.parse(json.out);
    expect(analysis.analyzer).toBe('extractive');
    for (const { quote, start, end } of analysis.claims) expect(post.slice(start, end)).toBe(quote);
    expect(analysis.claims[0]).toEqual({
      quote: 'Mr. Hill sold the pier for 5 million in May.',
      start: 0,
      end: 44,
      kind: 'factual',
      checkWorthiness: expect.any(Number),
    });
    expect(analysis.summary[0]).toEqual({ text: expect.any(String), start: 0, end: 44 });
    expect(text.out).toMatch(/ {2}0\.\d\d {2}factual {5}“Mr\. Hill sold the pier/);
    expect([json.exitCode, json.err, text.exitCode]).toEqual([0, '', 0]);
  });

  it('read a post from standard input', async () => {
    const child = spawn(process.execPath, [join(root, 'bin/cli.mjs'), 'analyze', '-', '--json'], {
      cwd: root,
      env: {},
    });
    child.stdin.end(post);

    const out = Buffer.concat(await child.stdout.toArray()).toString();

    expect(JSON.parse(out).claims[0].quote).toContain('Mr. Hill');
  });

  it('analyze every text of a folder', async () => {
    const { at, run } = await folderWith({
      'posts/b.md': post,
      'posts/a.txt': 'The ferry costs 9 euros.',
      'posts/c.pdf': 'x',
    });

    const { out } = await run('analyze', at('posts'), '--json');

    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual([
      at('posts/a.txt'),
      at('posts/b.md'),
    ]);
  });

  it('print a sentence a line, with where it starts and its score', async () => {
    const { at, run } = await folderWith({ 'post.txt': post });

    const plain = await run('sentences', at('post.txt'));
    const scored = await run('sentences', at('post.txt'), '--check-worthiness');

    expect(plain.out.split('\n').slice(1, 3)).toEqual([
      '45\tDid you know?',
      '59\tThe price was half of what it is worth.',
    ]);
    expect(scored.out).toMatch(/^0\t[01]\.\d{3}\tMr\. Hill sold the pier for 5 million in May\.\n45\t/);
  });

  it.each([
    { what: 'a file that is not there', name: 'nowhere.txt', says: 'cannot be opened' },
    { what: 'an empty file', name: 'empty.txt', says: 'holds no text' },
    { what: 'bytes that are no text', name: 'bytes.txt', says: 'no text in UTF-8' },
    { what: 'a folder without texts', name: 'posts', says: 'no file that ends in .txt or .md' },
  ])('say in one sentence what is wrong with $what', async ({ name, says }) => {
    const { at, run } = await folderWith({
      'empty.txt': ' \n',
      'bytes.txt': Uint8Array.of(0xff, 0xfe, 0x80),
    });

    const { out, err, exitCode } = await run('analyze', at(name));

    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toContain(says);
    expect(err.trim()).not.toContain('\n');
  });
});
