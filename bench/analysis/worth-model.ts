import {
  type Features,
  featureNames,
  featuresOf,
} from '../../src/core/analysis/check-worthiness/features.ts';
import type { LabelledSentence } from './labelled-sentences.ts';
import { fitSparseLogistic, type SparseRow, sparseRow } from './sparse-logistic.ts';

/** Words beside the features: as many as a person can read through. */
const MOST_WORDS = 150;

/** A word must be in so many of the sentences, and mostly in small letters (names are of their time). */
const LEAST_SENTENCES = 40;
const MOST_CAPITALS = 0.4;

/** Pull of the weights towards zero: of the features, of the words. Chosen on en.dev and the debates, where little depends on it. */
const PULL = { feature: 3, word: 20 } as const;

/** What was fitted: the weight of each feature and word, and the intercept. */
export type WorthModel = {
  readonly intercept: number;
  readonly features: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
};

/** What is seen of a sentence, and its label. */
type Seen = Features & { readonly isWorthy: boolean };

/** Fits the features and the words that matter most: first with all words that are common, then again with the best of them. */
export function fitWorthModel(sentences: readonly LabelledSentence[]): WorthModel {
  const seen = sentences.map(({ text, isWorthy }): Seen => {
    return { ...featuresOf(text), isWorthy };
  });
  const common = commonWords(seen, capitalsIn(sentences));
  const all = fitWords(seen, Array.from(common.keys()));
  const byWeight = Array.from(all.words)
    .map(([word, weight]) => ({ word, says: Math.abs(weight) * Math.sqrt(common.get(word) ?? 0) }))
    .toSorted((a, b) => b.says - a.says);
  return fitWords(
    seen,
    byWeight.slice(0, MOST_WORDS).map(({ word }) => word),
  );
}

function commonWords(
  seen: readonly Seen[],
  capitals: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of seen) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = Array.from(counts).filter(
    ([word, count]) =>
      count >= LEAST_SENTENCES && word.length > 1 && (capitals.get(word) ?? 0) < count * MOST_CAPITALS,
  );
  return new Map(kept);
}

/** How often each word has a capital inside a sentence. */
function capitalsIn(sentences: readonly LabelledSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of sentences) {
    for (const name of text.match(/(?<=[a-z,] )\p{Lu}\p{L}+/gu) ?? []) {
      counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
    }
  }
  return counts;
}

function fitWords(seen: readonly Seen[], words: readonly string[]): WorthModel {
  const places = new Map(words.map((word, at): [string, number] => [word, featureNames.length + at]));
  const intercept = featureNames.length + words.length;
  const pull = new Float64Array(intercept + 1).fill(PULL.feature, 0, featureNames.length);
  pull.fill(PULL.word, featureNames.length, intercept);
  const rowOf = ({ inputs, words: held, density }: Seen): SparseRow => {
    const row = new Map<number, number>([[intercept, 1]]);
    inputs.forEach((input, at) => {
      if (input !== 0) row.set(at, input);
    });
    for (const word of held) {
      const place = places.get(word);
      if (place !== undefined) row.set(place, density);
    }
    return sparseRow(row);
  };
  const weights = fitSparseLogistic({
    rows: seen.map(rowOf),
    labels: seen.map(({ isWorthy }) => isWorthy),
    importance: seen.map(() => 1),
    pull,
  });
  return {
    intercept: weights[intercept] ?? 0,
    features: new Map(featureNames.map((name, at) => [name, weights[at] ?? 0])),
    words: new Map(words.map((word) => [word, weights[places.get(word) ?? 0] ?? 0])),
  };
}
