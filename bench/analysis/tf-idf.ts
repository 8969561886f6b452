import type { LabelledSentence } from './labelled-sentences.ts';
import { dot, fitSparseLogistic, type SparseRow, sparseRow } from './sparse-logistic.ts';

/** Words seen in fewer sentences are left out. */
const LEAST_SENTENCES = 2;

/** As scikit-learn's C = 1: the loss of all cases summed, and half the squared weights. */
const PULL = 1;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu;

/**
 * The usual baseline: words weighted by TF-IDF (smoothed, of length one) into a logistic regression, as scikit-learn does by default.
 */
export function trainTfIdf(sentences: readonly LabelledSentence[]): (text: string) => number {
  const seenIn = new Map<string, number>();
  for (const { text } of sentences) {
    for (const word of new Set(wordsOf(text))) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  }
  const kept = Array.from(seenIn).filter(([, count]) => count >= LEAST_SENTENCES);
  const places = new Map(
    kept.map(([word, count], at): [string, { at: number; rarity: number }] => [
      word,
      { at, rarity: Math.log((1 + sentences.length) / (1 + count)) + 1 },
    ]),
  );
  const rowOf = (text: string): SparseRow => {
    const inputs = new Map<number, number>();
    for (const word of wordsOf(text)) {
      const place = places.get(word);
      if (place !== undefined) inputs.set(place.at, (inputs.get(place.at) ?? 0) + place.rarity);
    }
    const length = Math.hypot(...inputs.values()) || 1;
    for (const [at, value] of inputs) inputs.set(at, value / length);
    return sparseRow(inputs.set(kept.length, 1));
  };
  const pull = new Float64Array(kept.length + 1).fill(PULL);
  pull[kept.length] = 0;
  const weights = fitSparseLogistic({
    rows: sentences.map(({ text }) => rowOf(text)),
    labels: sentences.map(({ isWorthy }) => isWorthy),
    importance: sentences.map(() => 1),
    pull,
  });
  return (text) => dot(rowOf(text), weights);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}
