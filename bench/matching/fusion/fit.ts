import { meanOf } from '../../../src/core/evaluation/ranking-figures.ts';
import { chosenNumbers, type FusionNumbers } from '../../../src/core/matching/fuse.ts';
import { printTable } from '../../table.ts';
import type { AskedGenre } from './asked.ts';
import { FIGURES } from './paired.ts';
import { caseBy, type ShownCase } from './ways.ts';

/** What each number may be. From 1.01 on meaning alone never answers; a lead of 1 is never there, so that meaning only adds to lists. */
const CHOICES: { readonly [Name in keyof FusionNumbers]: readonly number[] } = {
  listedFrom: [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8],
  aloneFrom: [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.01],
  clearLead: [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 1],
  agreement: [0, 0.25, 0.5, 1, 1.5, 2, 3],
};

/** Numbers are changed one after another so often over, or until none gets better. */
const ROUNDS = 4;

/** How much a point of lost precision weighs against points of MAP@5 and AUROC together: a wrong answer costs trust. */
const WRONG = 10;

type Half = 0 | 1;

/**
 * Fits the four numbers on each half of every genre's queries and shows what they do on the other half, beside words alone and the
 * numbers chosen: what is printed is held out from the fit.
 */
export function printFit(genres: readonly AskedGenre[]): void {
  const rows = ([0, 1] as const).flatMap((half) => {
    const other: Half = half === 0 ? 1 : 0;
    const fitted = fittedTo(casesOfHalf(genres, half));
    const check = casesOfHalf(genres, other);
    const which = half === 0 ? 'even, checked on odd' : 'odd, checked on even';
    return [
      row(`words alone (${which})`, null, check.words),
      row(`chosen (${which})`, chosenNumbers, check.fusedBy(chosenNumbers)),
      row(`fitted on ${which}`, fitted, check.fusedBy(fitted)),
    ];
  });
  printTable(
    'The four numbers fitted on half the queries, checked on the other half: means over genres',
    rows,
  );
}

/** The queries of one half, by genre. */
type HalfCases = {
  readonly words: ByGenre;
  fusedBy(numbers: FusionNumbers): ByGenre;
};

type ByGenre = readonly (readonly ShownCase[])[];

function casesOfHalf(genres: readonly AskedGenre[], half: Half): HalfCases {
  const queries = genres.map((genre) => genre.queries.filter((_, at) => at % 2 === half));
  return {
    words: queries.map((some) => some.map((query) => caseBy('words', query))),
    fusedBy: (numbers) => queries.map((some) => some.map((query) => caseBy('fused', query, numbers))),
  };
}

/** Changes one number at a time, from those chosen, for as long as that helps. */
function fittedTo(half: HalfCases): FusionNumbers {
  const byWords = precisionOf(half.words);
  let best = chosenNumbers;
  let bestWorth = worthOf(half.fusedBy(best), byWords);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = best;
    for (const [name, choices] of Object.entries(CHOICES))
      for (const choice of choices) {
        const tried = { ...best, [name]: choice };
        if (tried.aloneFrom <= tried.listedFrom) continue;
        const worth = worthOf(half.fusedBy(tried), byWords);
        if (worth > bestWorth) [best, bestWorth] = [tried, worth];
      }
    if (best === before) break;
  }
  return best;
}

/** Higher is better: what is found, and that nothing matches where nothing does; less precision than by words counts heavily. */
function worthOf(cases: ByGenre, byWords: number): number {
  const lost = Math.max(0, byWords - precisionOf(cases));
  return meanFigure('MAP@5', cases) + meanFigure('AUROC nothing', cases) - WRONG * lost;
}

/** Over all answers: a genre alone has too few. */
function precisionOf(cases: ByGenre): number {
  return FIGURES['answers right'](cases.flat()) ?? 1;
}

function meanFigure(name: keyof typeof FIGURES, cases: ByGenre): number {
  return meanOf(cases.flatMap((some) => FIGURES[name](some) ?? []));
}

function row(which: string, numbers: FusionNumbers | null, cases: ByGenre) {
  return {
    which,
    numbers: numbers === null ? '' : Object.values(numbers).join(' '),
    'MAP@5': meanFigure('MAP@5', cases).toFixed(3),
    'AUROC nothing': meanFigure('AUROC nothing', cases).toFixed(3),
    'answers right': precisionOf(cases).toFixed(3),
    'says "nothing"': meanFigure('says "nothing"', cases).toFixed(3),
  };
}
