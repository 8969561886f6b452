import { featureNames, featuresOf } from './check-worthiness/features.ts';
import { FEATURE_WEIGHTS, INTERCEPT, LANGUAGE_SHIFTS } from './check-worthiness/weights.ts';
import { WORD_WEIGHTS } from './check-worthiness/word-weights.ts';

const weights = Float64Array.from(featureNames, (name) => FEATURE_WEIGHTS[name] ?? 0);
const wordWeights = new Map(Object.entries(WORD_WEIGHTS));

/**
 * From this chance on a sentence counts as worth checking: where F1 is highest on CheckThat! 2024 English (dev). Between .3 and .55 it is
 * lower by .018 at most, at .6 by .042: see `bench/analysis/check-worthiness.ts`, which prints it for each along with the calibration.
 */
export const WORTH_CHECKING_FROM = 0.45;

/**
 * How much a sentence asserts something that could be checked and matters, 0 to 1: the chance that a person asked so would say yes,
 * where one sentence in four is such. Says nothing about whether it is true.
 *
 * A logistic regression over signs of the text (see check-worthiness/features.ts) and some general English words. In English,
 * German, French, Spanish, Dutch and Arabic words count; elsewhere only numbers, names and signs do. Reads the first 4,000 characters.
 */
export function checkWorthiness(text: string): number {
  const { language, inputs, words, density } = featuresOf(text);
  if (words.size === 0 && inputs.every((input) => input === 0)) return 0;
  let logit = INTERCEPT + (LANGUAGE_SHIFTS[language] ?? 0);
  for (let at = 0; at < inputs.length; at += 1) logit += (inputs[at] ?? 0) * (weights[at] ?? 0);
  for (const word of words) logit += density * (wordWeights.get(word) ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
