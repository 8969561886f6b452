/**
 * Fits the weights of `src/core/analysis/main-assertion.ts` and says how well they choose on posts left out.
 *
 *     node bench/analysis/fit-main-assertion.ts [--data FOLDER]
 *
 * The weights make the ROUGE-L expected of a post highest, when its assertions are drawn with the chances that a softmax over their
 * scores gives, less a small pull towards zero. Ten folds of posts, drawn anew so many times; each post's figure is the mean over the draws.
 */
import { assertionsIn } from '../../src/core/analysis/claims-in-post.ts';
import {
  type MainSign,
  mainSignNames,
  mainSigns,
  mainWeights,
} from '../../src/core/analysis/main-assertion.ts';
import { readPost } from '../../src/core/analysis/read-post.ts';
import { bootstrapMean } from '../../src/core/evaluation/bootstrap.ts';
import { analysisFolder, readPosts } from './labelled-sentences.ts';
import { rougeL, stemmed, wordsOf } from './rouge.ts';

const FOLDS = 10;
const DRAWS = 5;

/** Adam (Kingma and Ba, 2015), as published but for the size of its steps. */
const STEPS = 150;
const STEP = 0.08;
const PULL = 0.002;

const fewestWords = 4;

/** Set by hand, as its comment says. */
const fitted: readonly MainSign[] = mainSignNames.filter((sign) => sign !== 'leaning');

/** A post: the signs of each assertion, scaled, and how like the written claim it is; and its first sentence's likeness. */
type Ranked = {
  readonly rows: readonly (readonly number[])[];
  readonly scores: readonly number[];
  readonly first: number;
};

if (import.meta.main) {
  const folder = analysisFolder();
  if (folder !== undefined) run(folder);
}

function run(folder: string): void {
  const { posts, spread } = ranked(folder);
  const weights = fitWeights(posts).map((weight, at) => weight / (spread[at] ?? 1));
  const unit = weights[fitted.indexOf('worth')] ?? 1;
  console.log('\nWeights, in units of check-worthiness; those in use were rounded from these');
  console.table(
    fitted.map((sign, at) => ({
      sign,
      fitted: ((weights[at] ?? 0) / unit).toFixed(2),
      'in use': mainWeights[sign],
    })),
  );
  const leftOut = leftOutScores(posts, fitted);
  const inUse = fitted.map((sign, at) => mainWeights[sign] * (spread[at] ?? 1));
  console.log(`\nROUGE-L of the top claim on stems, ${posts.length} posts`);
  console.table([
    { weights: 'fitted without the post', ...figures(leftOut, posts) },
    {
      weights: 'in use',
      ...figures(
        posts.map((post) => chosen(post, inUse)),
        posts,
      ),
    },
  ]);
  console.log('\nOn posts left out, without one sign');
  console.table(
    fitted.map((sign) => {
      const without = leftOutScores(
        posts,
        fitted.filter((one) => one !== sign),
      );
      return { sign, gains: meanOf(leftOut.map((score, nth) => score - (without[nth] ?? 0))) };
    }),
  );
}

function figures(scores: readonly number[], posts: readonly Ranked[]) {
  return {
    'ROUGE-L': meanOf(scores),
    'minus first sentence, read once': meanOf(scores.map((score, nth) => score - (posts[nth]?.first ?? 0))),
  };
}

function ranked(folder: string): { readonly posts: readonly Ranked[]; readonly spread: readonly number[] } {
  const raw = readPosts(folder).map(({ post, claim }) => {
    const wanted = stemmed(claim);
    const read = readPost(post);
    const assertions = assertionsIn(read);
    const signs = mainSigns(assertions, read);
    const texts = read.sentences.map(({ text }) => text);
    const first = texts.find((text) => wordsOf(text).length >= fewestWords) ?? texts[0] ?? '';
    return {
      rows: signs.map((one) => fitted.map((sign) => one[sign])),
      scores: signs.map((_, nth) => rougeL(stemmed(assertions[nth]?.text ?? ''), wanted)),
      first: rougeL(stemmed(first), wanted),
    };
  });
  const all = raw.flatMap(({ rows }) => rows);
  const spread = fitted.map((_, at) => {
    const mean = all.reduce((sum, row) => sum + (row[at] ?? 0), 0) / all.length;
    return Math.sqrt(all.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / all.length) || 1;
  });
  const scaled = (row: readonly number[]) => row.map((value, at) => value / (spread[at] ?? 1));
  return { posts: raw.map((post) => ({ ...post, rows: post.rows.map(scaled) })), spread };
}

/** For each post what is chosen by weights of the other folds, with some of the signs. */
function leftOutScores(posts: readonly Ranked[], signs: readonly MainSign[]): readonly number[] {
  const places = signs.map((sign) => fitted.indexOf(sign));
  const kept = posts.map((post) => ({
    ...post,
    rows: post.rows.map((row) => places.map((at) => row[at] ?? 0)),
  }));
  const sums = posts.map(() => 0);
  for (let draw = 1; draw <= DRAWS; draw += 1) {
    const folds = kept.map((_, nth) => Math.floor(fraction(nth * DRAWS + draw) * FOLDS));
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const weights = fitWeights(kept.filter((_, nth) => folds[nth] !== fold));
      kept.forEach((post, nth) => {
        if (folds[nth] === fold) sums[nth] = (sums[nth] ?? 0) + chosen(post, weights);
      });
    }
  }
  return sums.map((sum) => sum / DRAWS);
}

/** A number from 0 to 1 for each whole one, as good as drawn (Knuth's multiplicative hash). */
function fraction(number: number): number {
  return (Math.imul(number, 2_654_435_761) >>> 0) / 2 ** 32;
}

function fitWeights(posts: readonly Ranked[]): readonly number[] {
  const size = posts.find(({ rows }) => rows.length > 0)?.rows[0]?.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const mean = new Array<number>(size).fill(0);
  const square = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = slopeAt(posts, weights);
    slope.forEach((value, at) => {
      const pulled = value - PULL * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * pulled;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * pulled ** 2;
      const by =
        (mean[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      weights[at] = (weights[at] ?? 0) + STEP * by;
    });
  }
  return weights;
}

/** How the expected ROUGE-L grows with each weight. */
function slopeAt(posts: readonly Ranked[], weights: readonly number[]): readonly number[] {
  const slope = weights.map(() => 0);
  for (const { rows, scores } of posts) {
    const powers = rows.map((row) => Math.exp(product(row, weights)));
    const all = powers.reduce((sum, power) => sum + power, 0);
    const chances = powers.map((power) => power / all);
    const expected = chances.reduce((sum, chance, nth) => sum + chance * (scores[nth] ?? 0), 0);
    rows.forEach((row, nth) => {
      const pull = ((chances[nth] ?? 0) * ((scores[nth] ?? 0) - expected)) / posts.length;
      for (let at = 0; at < row.length; at += 1) slope[at] = (slope[at] ?? 0) + pull * (row[at] ?? 0);
    });
  }
  return slope;
}

function chosen({ rows, scores }: Ranked, weights: readonly number[]): number {
  const totals = rows.map((row) => product(row, weights));
  return scores[totals.indexOf(Math.max(...totals))] ?? 0;
}

function product(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < row.length; at += 1) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

function meanOf(scores: readonly number[]): string {
  const { mean, low, high } = bootstrapMean(scores);
  return `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}
