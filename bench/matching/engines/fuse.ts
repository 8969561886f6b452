import Fuse from 'fuse.js';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';

/** Fuse.js with its token search, which ranks whole sentences; it reads every claim for every question. */
export function fuse(claims: readonly Text[]): Engine {
  const index = new Fuse(claims, {
    keys: ['text', 'title'],
    ignoreLocation: true,
    includeScore: true,
    useTokenSearch: true,
  });
  const ask = (text: string, limit: number) =>
    index.search(text, { limit }).map(({ item, score = 1 }) => ({ claimId: item.id, score: 1 - score }));
  return { search: ask, complete: ask, nativeBytes: () => 0, close: () => undefined };
}
