import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import snowball from 'snowball-stemmers';
import { buildClaimIndex } from '../../src/core/matching/claim-index.ts';
import { englishStopWords } from '../../src/core/matching/english/stop-words.ts';
import type { Text } from './collections.ts';

export type Hit = { readonly id: string; readonly score: number; readonly confidence: number };

/** One search engine over a set of claims. */
export type Engine = {
  search(text: string, limit: number): readonly Hit[];
  /** What a member sees while typing. */
  complete(prefix: string, limit: number): readonly Hit[];
  /** Memory it holds outside the JavaScript heap, in bytes. */
  nativeBytes(): number;
  close(): void;
};

export type EngineName = 'footnote' | 'minisearch tuned' | 'fts5 porter';

export const engines: Readonly<Record<EngineName, (claims: readonly Text[]) => Engine>> = {
  footnote,
  'minisearch tuned': miniSearch,
  'fts5 porter': fts5,
};

function footnote(claims: readonly Text[]): Engine {
  const index = buildClaimIndex(claims.map(({ id, text, title }) => ({ id, quote: text, gist: '', title })));
  return {
    search: (text, limit) => index.lookUp(text, limit).matches,
    complete: (prefix, limit) => index.suggest(prefix, limit),
    nativeBytes: () => 0,
    close: () => undefined,
  };
}

/** MiniSearch with the same stemmer and stop words as ours. */
function miniSearch(claims: readonly Text[]): Engine {
  const stemmer = snowball.newStemmer('english');
  const processTerm = (term: string) => {
    const word = term.toLowerCase();
    return englishStopWords.has(word) ? null : stemmer.stem(word);
  };
  const index = new MiniSearch<Text>({ fields: ['text', 'title'], processTerm });
  index.addAll(claims);
  const hits = (found: readonly { id: string; score: number }[], limit: number) =>
    found.slice(0, limit).map(({ id, score }) => ({ id, score, confidence: score }));
  return {
    search: (text, limit) => hits(index.search(text), limit),
    complete: (prefix, limit) =>
      hits(index.search(prefix, { prefix: (_term, at, terms) => at === terms.length - 1 }), limit),
    nativeBytes: () => 0,
    close: () => undefined,
  };
}

/** FTS5 with the porter tokenizer in memory: an OR of all words, ordered by bm25(). */
function fts5(claims: readonly Text[]): Engine {
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
      : select.all(expression, limit).map((row) => {
          const score = Number(row.score);
          return { id: String(row.id), score, confidence: score };
        });
  return {
    search: (text, limit) => run(orOf(text), limit),
    complete: (prefix, limit) => run(orOf(prefix, '*'), limit),
    nativeBytes: () =>
      Number(database.prepare('PRAGMA page_count').get()?.page_count) *
      Number(database.prepare('PRAGMA page_size').get()?.page_size),
    close: () => database.close(),
  };
}

function orOf(text: string, last = ''): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const ending = words.length > 0 ? last : '';
  return `${Array.from(new Set(words), (word) => `"${word}"`).join(' OR ')}${ending}`;
}
