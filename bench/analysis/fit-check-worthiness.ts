/**
 * Fits the weights of `src/core/analysis/check-worthiness/weights.ts` on CheckThat! 2024 task 1, English, training part, and prints
 * them as they stand in that file; then, for tweets of other languages, what added to the logit of a language gives the highest F1 at the
 * threshold in use, with F1 on folds left out.
 *
 *     node bench/analysis/fit-check-worthiness.ts [--data FOLDER]
 */

import { LANGUAGE_SHIFTS } from '../../src/core/analysis/check-worthiness/weights.ts';
import { checkWorthiness, WORTH_CHECKING_FROM } from '../../src/core/analysis/check-worthiness.ts';
import { analysisFolder, type LabelledSentence, readSentences } from './labelled-sentences.ts';
import { fitWorthModel } from './worth-model.ts';

const TWEETS: Readonly<Record<string, string>> = { es: 'es.dev', nl: 'nl.train', ar: 'ar.dev' };
const SHIFTS = Array.from({ length: 41 }, (_, nth) => 2 - nth * 0.1);
const FOLDS = 5;

if (import.meta.main) {
  const folder = analysisFolder();
  if (folder !== undefined) {
    const { intercept, features, words } = fitWorthModel(readSentences(folder, 'en.train'));
    console.log(`export const INTERCEPT = ${rounded(intercept)};\n`);
    printTable('FEATURE_WEIGHTS', features);
    printTable('WORD_WEIGHTS', words);
    console.table(
      Object.entries(TWEETS).map(([code, set]) => ({ set, ...shiftOf(code, readSentences(folder, set)) })),
    );
  }
}

function printTable(name: string, weights: ReadonlyMap<string, number>): void {
  const rows = Array.from(weights, ([key, weight]) => [key, rounded(weight)] as const)
    .filter(([, weight]) => weight !== 0)
    .toSorted(([, a], [, b]) => b - a);
  console.log(`export const ${name}: Readonly<Record<string, number>> = {`);
  for (const [key, weight] of rows) console.log(`  '${key.replaceAll("'", "\\'")}': ${weight},`);
  console.log('};\n');
}

function rounded(weight: number): number {
  return Number(weight.toFixed(2));
}

type Judged = { readonly logit: number; readonly isWorthy: boolean };

function shiftOf(code: string, sentences: readonly LabelledSentence[]) {
  const added = Object.entries(LANGUAGE_SHIFTS).find(([of]) => of === code)?.[1] ?? 0;
  const judged = sentences.map(({ text, isWorthy }) => ({
    logit: logitOf(checkWorthiness(text)) - added,
    isWorthy,
  }));
  const inFold = (fold: number, isIn: boolean) => judged.filter((_, nth) => (nth % FOLDS === fold) === isIn);
  const best = Array.from({ length: FOLDS }, (_, fold) => bestShift(inFold(fold, false)));
  const leftOut = best.flatMap((shift, fold) =>
    inFold(fold, true).map((one) => ({ ...one, logit: one.logit + shift })),
  );
  return {
    'best shifts': best.map((shift) => shift.toFixed(1)).join(' '),
    'F1 left out': f1(leftOut, 0).toFixed(3),
    'F1 without': f1(judged, 0).toFixed(3),
    'in use': added,
    'F1 in use': f1(judged, added).toFixed(3),
    'F1 of all': f1(judged, Number.POSITIVE_INFINITY).toFixed(3),
  };
}

function bestShift(judged: readonly Judged[]): number {
  return SHIFTS.reduce((best, shift) => (f1(judged, shift) > f1(judged, best) ? shift : best), 0);
}

function f1(judged: readonly Judged[], shift: number): number {
  const from = logitOf(WORTH_CHECKING_FROM);
  const said = judged.filter(({ logit }) => logit + shift >= from);
  const worthy = judged.filter(({ isWorthy }) => isWorthy).length;
  return (2 * said.filter(({ isWorthy }) => isWorthy).length) / (said.length + worthy);
}

function logitOf(chance: number): number {
  return Math.log(Math.max(chance, 1e-9) / (1 - chance));
}
