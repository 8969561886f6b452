import { create, insert, search } from '@orama/orama';
import { englishStopWords } from '../../../src/core/matching/english/stop-words.ts';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';

/** Orama with its English stemmer and the stop words of the textbook; it takes a word as the beginning of one by itself. */
export function orama(claims: readonly Text[]): Engine {
  const index = create({
    schema: { id: 'string', text: 'string', title: 'string' } as const,
    components: {
      tokenizer: { language: 'english', stemming: true, stopWords: Array.from(englishStopWords) },
    },
  });
  for (const claim of claims) insert(index, claim);
  const ask = (text: string, limit: number) => {
    const found = search(index, { term: text, limit, properties: ['text', 'title'] });
    // It promises an answer only where somebody has hung something asynchronous into it.
    if (found instanceof Promise) throw new TypeError('Orama answered later than it was asked');
    return found.hits.map(({ document, score }) => ({ claimId: document.id, score }));
  };
  return { search: ask, complete: ask, nativeBytes: () => 0, close: () => undefined };
}
