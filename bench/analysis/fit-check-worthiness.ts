/**
 * Fits the weights of `src/core/analysis/check-worthiness/weights.ts` on CheckThat! 2024 task 1, English, training part, and prints
 * them as they stand in that file.
 *
 *     node bench/analysis/fit-check-worthiness.ts [--data FOLDER]
 */
import { analysisFolder, readSentences } from './labelled-sentences.ts';
import { fitWorthModel } from './worth-model.ts';

if (import.meta.main) {
  const folder = analysisFolder();
  if (folder !== undefined) {
    const { intercept, features, words } = fitWorthModel(readSentences(folder, 'en.train'));
    console.log(`export const INTERCEPT = ${rounded(intercept)};\n`);
    printTable('FEATURE_WEIGHTS', features);
    printTable('WORD_WEIGHTS', words);
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
