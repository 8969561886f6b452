import type { OpenEngine } from './engines/engine.ts';
import { footnote } from './engines/footnote.ts';
import { fts5 } from './engines/fts5.ts';
import { fuse } from './engines/fuse.ts';
import { lunrEngine } from './engines/lunr.ts';
import { miniSearch } from './engines/mini-search.ts';
import { orama } from './engines/orama.ts';
import { textbookBm25 } from './engines/textbook-bm25.ts';

export type { Engine } from './engines/engine.ts';

/** Ours first, then the peers, those that come nearest first. */
export const ENGINE_NAMES = [
  'Footnote',
  'textbook BM25',
  'FTS5 porter',
  'MiniSearch tuned',
  'lunr',
  'Orama',
  'Fuse.js',
] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** The peers that ours is held against query by query. */
export const NEAREST_PEERS = [
  'textbook BM25',
  'FTS5 porter',
  'MiniSearch tuned',
] as const satisfies readonly EngineName[];

export const engines: Readonly<Record<EngineName, OpenEngine>> = {
  Footnote: footnote,
  'textbook BM25': textbookBm25,
  'FTS5 porter': fts5,
  'MiniSearch tuned': miniSearch,
  lunr: lunrEngine,
  Orama: orama,
  'Fuse.js': fuse,
};

/** What an engine can be asked within the time of a benchmark; nothing here limits the others. */
type Bounds = { readonly mostClaims?: number; readonly mostTexts?: number };

/** For a tweet among 13,824 claims lunr takes 0.05 s and Orama 0.3 s, Fuse.js 1 s and more among 1,000 (two shared cores). */
export const BOUNDS: Readonly<Partial<Record<EngineName, Bounds>>> = {
  lunr: { mostTexts: 250 },
  Orama: { mostTexts: 40 },
  'Fuse.js': { mostClaims: 1_100, mostTexts: 40 },
};
