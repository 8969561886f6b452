import type { Source, SourceSentence } from './source.ts';
import { kinKeysOf, type Word } from './words.ts';

/** How well a sentence of the post fits some words: rare words count more, and how many of them it has. */
export type Told = { readonly score: number; readonly shared: number; readonly sentence: SourceSentence };

/** The sentences of the post that have any of these content words or numbers, each with how well it fits them. */
export function toldIn(words: readonly Word[], source: Source): readonly Told[] {
  const found = new Map<SourceSentence, { score: number; shared: number }>();
  for (const word of words) {
    const isNumber = /^\p{N}/u.test(word.plain);
    if (!word.isContent && !isNumber) continue;
    const counted = new Set<SourceSentence>();
    for (const key of isNumber ? [word.plain] : kinKeysOf(word, source.language)) {
      const places = source.clausesWith.get(key) ?? [];
      for (const place of places) {
        const sentence = source.clauses[place]?.sentence;
        if (sentence === undefined || counted.has(sentence)) continue;
        counted.add(sentence);
        const fit = found.get(sentence) ?? { score: 0, shared: 0 };
        fit.score += isNumber ? 1 : 1 / Math.sqrt(places.length);
        fit.shared += 1;
        found.set(sentence, fit);
      }
    }
  }
  return Array.from(found, ([sentence, { score, shared }]) => ({ sentence, score, shared }));
}

/** The first of those that fit best. */
export function bestOfTold(told: readonly Told[]): Told | undefined {
  return told.reduce<Told | undefined>(
    (most, one) =>
      most === undefined ||
      one.score > most.score ||
      (one.score === most.score && one.sentence.at < most.sentence.at)
        ? one
        : most,
    undefined,
  );
}

/** How much better the best sentence fits than any that is right, of which that one has this share at most. */
type Lead = { readonly leastBetter: number; readonly mostOfBest: number };
const BETTER: Lead = { leastBetter: 0.8, mostOfBest: 0.6 };

/** Whether the sentence that fits best is told of somebody or something else; `isRight` tells which sentences would do. */
export function isToldOfOther(
  told: readonly Told[],
  best: Told,
  isRight: (sentence: SourceSentence) => boolean,
  { leastBetter, mostOfBest } = BETTER,
): boolean {
  const support = Math.max(0, ...told.filter(({ sentence }) => isRight(sentence)).map(({ score }) => score));
  return best.score - support >= leastBetter && support <= best.score * mostOfBest;
}
