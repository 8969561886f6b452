/**
 * How well sentences worth checking are found, beside chance, length, numbers-then-length and TF-IDF with a logistic regression.
 *
 *     node bench/analysis/check-worthiness.ts [--data FOLDER]
 *
 * English is fitted on the training part of CheckThat! 2024 (ours and TF-IDF alike); the debates of 2019, the Dutch, Arabic and
 * Spanish tweets took no part in it. Intervals are of 95 %, resampled by debate or by sentence.
 */
import { checkWorthiness, WORTH_CHECKING_FROM } from '../../src/core/analysis/check-worthiness.ts';
import { bootstrapMean } from '../../src/core/evaluation/bootstrap.ts';
import { areaUnderCurve, brierScore, calibrationOf } from '../../src/core/evaluation/confidence-figures.ts';
import { averagePrecision } from '../../src/core/evaluation/ranking-figures.ts';
import { analysisFolder, type LabelledSentence, readSentences } from './labelled-sentences.ts';
import { trainTfIdf } from './tf-idf.ts';

type Scorer = {
  readonly name: string;
  readonly score: (text: string, at: number) => number;
  readonly from: number;
};

const TWEETS = ['nl.train', 'nl.dev', 'ar.dev', 'es.dev'];
const THRESHOLDS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

if (import.meta.main) {
  const folder = analysisFolder();
  if (folder !== undefined) measure(folder);
}

function measure(folder: string): void {
  const train = readSentences(folder, 'en.train');
  const dev = readSentences(folder, 'en.dev');
  const debates = readSentences(folder, 'debates.train');
  const tfIdf = trainTfIdf(train);
  const scorers: readonly Scorer[] = [
    { name: 'random', score: (_, at) => ((at * 7_919) % 1_009) / 1_009, from: 0 },
    { name: 'length', score: (text) => text.length, from: 0 },
    { name: 'numbers, then length', score: numbersThenLength, from: 1_000_000 },
    { name: 'TF-IDF + LR', score: (text) => 1 / (1 + Math.exp(-tfIdf(text))), from: 0.5 },
    { name: 'footnote', score: (text) => checkWorthiness(text), from: WORTH_CHECKING_FROM },
  ];
  console.log(`\nMAP over ${docsOf(debates).length} debates and speeches (CheckThat! 2019)`);
  console.table(scorers.map((scorer) => ({ scorer: scorer.name, ...mapRow(scorer, debates) })));
  for (const set of ['en.dev', ...TWEETS]) {
    const sentences = set === 'en.dev' ? dev : readSentences(folder, set);
    const worthy = sentences.filter(({ isWorthy }) => isWorthy).length;
    console.log(
      `\n${set}: ${sentences.length}, of which worth checking ${(worthy / sentences.length).toFixed(2)}`,
    );
    console.table(scorers.map((scorer) => ({ scorer: scorer.name, ...setRow(scorer, sentences) })));
  }
  const judged = dev.map(({ text, isWorthy }) => ({ score: checkWorthiness(text), right: isWorthy }));
  console.log(`\nF1 by threshold, and calibration, en.dev; Brier score ${brierScore(judged).toFixed(3)}`);
  console.table(
    THRESHOLDS.map((from) => ({
      from,
      F1: f1Of(judged.map(({ score, right }) => [score >= from, right])).toFixed(3),
    })),
  );
  console.table(calibrationOf(judged));
}

/** Of two sentences that with more numbers first, then the longer one. */
function numbersThenLength(text: string): number {
  return (text.match(/\p{Nd}+/gu)?.length ?? 0) * 1_000_000 + Math.min(text.length, 999_999);
}

function docsOf(sentences: readonly LabelledSentence[]): readonly (readonly LabelledSentence[])[] {
  return Array.from(Map.groupBy(sentences, ({ doc }) => doc).values());
}

function precisionOf({ score }: Scorer, sentences: readonly LabelledSentence[]): number {
  const ranked = sentences
    .map(({ text }, at) => ({ claimId: String(at), score: score(text, at) }))
    .toSorted((a, b) => b.score - a.score);
  const wanted = new Set(sentences.flatMap(({ isWorthy }, at) => (isWorthy ? [String(at)] : [])));
  return averagePrecision(ranked, wanted, ranked.length);
}

function mapRow(scorer: Scorer, debates: readonly LabelledSentence[]) {
  const { mean, low, high } = bootstrapMean(docsOf(debates).map((doc) => precisionOf(scorer, doc)));
  return { MAP: mean.toFixed(3), '95 %': `${low.toFixed(3)}–${high.toFixed(3)}` };
}

function setRow(scorer: Scorer, sentences: readonly LabelledSentence[]) {
  const judged = sentences.map(({ text, isWorthy }, at) => ({
    score: scorer.score(text, at),
    right: isWorthy,
  }));
  const verdicts = judged.map(({ score, right }): readonly [boolean, boolean] => [
    score >= scorer.from,
    right,
  ]);
  const [low, high] = spreadOfF1(verdicts);
  return {
    F1: f1Of(verdicts).toFixed(3),
    '95 %': `${low.toFixed(3)}–${high.toFixed(3)}`,
    'average precision': precisionOf(scorer, sentences).toFixed(3),
    AUROC: areaUnderCurve(judged)?.toFixed(3),
  };
}

/** F1 of "worth checking": the harmonic mean of precision and recall. */
function f1Of(verdicts: readonly (readonly [said: boolean, is: boolean])[]): number {
  const both = verdicts.filter(([said, is]) => said && is).length;
  const either = verdicts.filter(([said]) => said).length + verdicts.filter(([, is]) => is).length;
  return either === 0 ? 0 : (2 * both) / either;
}

/**
 * The 95 % interval of F1, which is twice the hits over what was said and what is: linearised around its value, it is a mean over
 * sentences, which the bootstrap resamples.
 */
function spreadOfF1(verdicts: readonly (readonly [said: boolean, is: boolean])[]): readonly [number, number] {
  const f1 = f1Of(verdicts);
  const size = verdicts.reduce((sum, [said, is]) => sum + Number(said) + Number(is), 0) / verdicts.length;
  if (size === 0) return [0, 0];
  const parts = verdicts.map(
    ([said, is]) => f1 + (2 * Number(said && is) - f1 * (Number(said) + Number(is))) / size,
  );
  const { low, high } = bootstrapMean(parts);
  return [low, high];
}
