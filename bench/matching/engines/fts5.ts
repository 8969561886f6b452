import { DatabaseSync } from 'node:sqlite';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';

/** FTS5 with the porter tokenizer in memory: an OR of all words, ordered by bm25(). */
export function fts5(claims: readonly Text[]): Engine {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE claims USING fts5(id UNINDEXED, text, title, tokenize = 'porter unicode61')`,
  );
  const insert = database.prepare('INSERT INTO claims VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, text, title } of claims) insert.run(id, text, title);
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT id, -bm25(claims) AS score FROM claims WHERE claims MATCH ? ORDER BY bm25(claims) LIMIT ?',
  );
  const run = (expression: string, limit: number) =>
    expression === ''
      ? []
      : select.all(expression, limit).map((row) => ({ claimId: String(row.id), score: Number(row.score) }));
  const pragma = (name: 'page_count' | 'page_size') =>
    Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
  return {
    search: (text, limit) => run(orOf(text), limit),
    complete: (prefix, limit) => run(orOf(prefix, '*'), limit),
    nativeBytes: () => pragma('page_count') * pragma('page_size'),
    close: () => database.close(),
  };
}

function orOf(text: string, last = ''): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const ending = words.length > 0 ? last : '';
  return `${Array.from(new Set(words), (word) => `"${word}"`).join(' OR ')}${ending}`;
}
