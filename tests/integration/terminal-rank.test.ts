import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, footnote } from './terminal-process.ts';

const claims = [
  { id: 'pier', text: 'The harbour board sold the old pier for half its price.', title: 'Pier' },
  { id: 'bakery', text: 'The bakery at the station bakes with sawdust.' },
  { id: 'faehre', text: 'Die Fähre kostet seit März doppelt so viel.' },
];
const queries = [
  { id: 'q1', text: 'did they sell the pier at half price??' },
  { id: 'q2', text: 'kostet die fähre wirklich das Doppelte' },
  { id: 'q3', text: 'who won the football match yesterday' },
];

function lines(rows: readonly object[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await dataFolder();
  const at = (name: string) => join(folder, name);
  for (const [name, content] of Object.entries(files)) await writeFile(at(name), content);
  return { at, run: (...args: readonly string[]) => footnote(args, { FOOTNOTE_DATA_DIR: at('data') }) };
}

describe('rank and evaluate', () => {
  it('print a TREC run of any claims and queries, and how good it is', async () => {
    const { at, run } = await folderWith({
      'claims.jsonl': lines(claims),
      'queries.jsonl': lines(queries),
      'qrels.tsv': 'q1 0 pier 1\nq2 0 faehre 1\nq3 0 pier 0\n',
    });

    const ranked = await run(
      'rank',
      '--claims',
      at('claims.jsonl'),
      '--queries',
      at('queries.jsonl'),
      '--top',
      '2',
    );
    await writeFile(at('run.txt'), ranked.out);
    const judged = await run('evaluate', '--run', at('run.txt'), '--qrels', at('qrels.tsv'), '--json');
    const told = await run(
      'evaluate',
      '--run',
      at('run.txt'),
      '--qrels',
      at('qrels.tsv'),
      '--against',
      at('run.txt'),
    );

    expect(ranked).toMatchObject({ exitCode: 0, err: '' });
    expect(ranked.out).toMatch(/^q1 Q0 pier 1 0\.\d+ footnote$/m);
    expect(ranked.out).toMatch(/^q2 Q0 faehre 1 0\.\d+ footnote$/m);
    expect(
      ranked.out
        .trim()
        .split('\n')
        .every((line) => /^q\d Q0 \w+ [12] [\d.e-]+ footnote$/.test(line)),
    ).toBe(true);
    expect(JSON.parse(judged.out)).toMatchObject({
      queries: 2,
      withoutClaim: 1,
      map5: { mean: 1 },
      mrr: 1,
      auroc: 1,
    });
    expect(told.out).toContain('MAP@5                  1.000');
    expect(told.out).toMatch(/MAP@5 against +0\.000 .*p 1\.000/);
  });

  it.each([
    { what: 'no file', args: ['--queries', 'q.jsonl'], says: 'Name the file with --claims FILE.' },
    {
      what: 'a file that is not there',
      args: ['--claims', '/nowhere.jsonl', '--queries', 'q'],
      says: 'cannot be opened',
    },
  ])('say in one sentence what to do about $what', async ({ args, says }) => {
    const { run } = await folderWith({});

    const { out, err, exitCode } = await run('rank', ...args);

    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toContain(says);
  });

  it.each([
    { what: 'no JSON', line: 'pier' },
    { what: 'no text', line: '{"id":"pier"}' },
    { what: 'a space in the id', line: '{"id":"the pier","text":"x"}' },
    { what: 'an id that stands twice', line: JSON.stringify(claims[0]) },
  ])('name the line of a file that holds $what', async ({ line }) => {
    const { at, run } = await folderWith({
      'claims.jsonl': `${lines(claims)}\n${line}\n`,
      'queries.jsonl': lines(queries),
    });

    const { err, exitCode } = await run(
      'rank',
      '--claims',
      at('claims.jsonl'),
      '--queries',
      at('queries.jsonl'),
    );

    expect(exitCode).toBe(2);
    expect(err).toContain('claims.jsonl, line 4');
  });

  it('name the line of a run that cannot be read', async () => {
    const { at, run } = await folderWith({
      'run.txt': 'q1 Q0 pier 1 0.5 x\nq1 Q0 pier\n',
      'qrels.tsv': 'q1\tpier\n',
    });

    const { err, exitCode } = await run('evaluate', '--run', at('run.txt'), '--qrels', at('qrels.tsv'));

    expect(exitCode).toBe(2);
    expect(err).toContain('run.txt, line 2');
  });
});
