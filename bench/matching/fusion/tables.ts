import type { Interval } from '../../../src/core/evaluation/bootstrap.ts';
import { printTable } from '../../table.ts';
import type { AskedGenre } from './asked.ts';
import { differenceOf, FIGURES, spanOf } from './paired.ts';
import { caseBy, type ShownCase, type Way } from './ways.ts';

const WAYS: readonly Way[] = ['words', 'vectors', 'fused'];

/** The cases of each way, in the same order. */
type ByWay = { readonly [W in Way]: readonly ShownCase[] };

/**
 * Prints a model's figures: of each genre and of all, in each way, then what fusing adds to words or takes away.
 *
 * @returns how many of the differences are losses beyond noise: intervals that lie below 0 as a whole
 */
export function printModel(name: string, genres: readonly AskedGenre[]): number {
  const byGenre: readonly (readonly [string, ByWay])[] = genres.map(({ genre, queries }) => [
    genre,
    {
      words: queries.map((query) => caseBy('words', query)),
      vectors: queries.map((query) => caseBy('vectors', query)),
      fused: queries.map((query) => caseBy('fused', query)),
    },
  ]);
  const all: ByWay = {
    words: byGenre.flatMap(([, { words }]) => words),
    vectors: byGenre.flatMap(([, { vectors }]) => vectors),
    fused: byGenre.flatMap(([, { fused }]) => fused),
  };
  const shown: typeof byGenre = [...byGenre, ['all', all]];
  printTable(
    `${name}: figures with 95 % intervals (resampled by query); AUROC and answers on queries held out from the fit of the chances`,
    shown.flatMap(([genre, ways]) =>
      WAYS.map((way) => ({
        genre,
        queries: ways[way].length,
        by: way,
        ...cells((figure) => spanOf(figure, ways[way])),
      })),
    ),
  );
  let losses = 0;
  const rows = shown.map(([genre, { fused, words }]) => ({
    genre,
    ...cells((figure) => {
      const difference = differenceOf(figure, fused, words);
      if (difference !== null && difference.high < 0) losses += 1;
      return difference;
    }, true),
  }));
  printTable(`${name}: fused minus words, query by query; ▼ is a loss beyond noise`, rows);
  return losses;
}

function cells(
  spanFor: (figure: (typeof FIGURES)[keyof typeof FIGURES]) => Interval | null,
  isSigned = false,
) {
  return Object.fromEntries(
    Object.entries(FIGURES).map(([name, figure]) => [name, written(spanFor(figure), isSigned)]),
  );
}

function written(span: Interval | null, isSigned: boolean): string {
  if (span === null) return '–';
  const [mean, low, high] = [span.mean, span.low, span.high].map(
    (number) => `${isSigned && number >= 0 ? '+' : ''}${number.toFixed(3)}`,
  );
  return `${mean} [${low}, ${high}]${isSigned && span.high < 0 ? ' ▼' : ''}`;
}
