import type { Interval } from '../../src/core/evaluation/bootstrap.ts';
import { printTable } from '../table.ts';
import { ENGINE_NAMES, NEAREST_PEERS } from './engines.ts';
import { differenceOf, figuresOf } from './figures.ts';
import type { AllCases } from './quality-of-part.ts';
import { targetsOf } from './targets.ts';

/** Prints how well each engine does, ours minus the nearest, and what was to be reached. */
export function printQuality(all: AllCases): void {
  const rows = Array.from(all).flatMap(([genre, byEngine]) =>
    ENGINE_NAMES.flatMap((engine) => {
      const cases = byEngine.get(engine);
      if (cases === undefined) return [];
      const { queries, map, mrr, recall, nothingMatches, chances } = figuresOf(cases, engine === 'Footnote');
      return {
        genre,
        engine,
        queries,
        'MAP@5': spanned(map),
        MRR: spanned(mrr),
        'recall@5': spanned(recall),
        'AUROC nothing': figure(nothingMatches),
        Brier: figure(chances?.brier ?? null),
        'answered: right': chances === null ? '–' : `${chances.answered}: ${figure(chances.precision)}`,
      };
    }),
  );
  printTable(
    'Figures to depth 5 with 95 % intervals (resampled by query); AUROC, Brier and answers on queries held out from the fit, with the ' +
      'right claims there and taken away. lunr is asked 250 texts of each kind, Orama 40, Fuse.js 40 of 1,000 claims: they take too long for more.',
    rows,
  );
  printTable('MAP@5, query by query: ours minus theirs, 95 % interval', differences(all));
  printTable('What was to be reached', targetRows(all));
}

function differences(all: AllCases) {
  return Array.from(all, ([genre, byEngine]) => {
    const ours = byEngine.get('Footnote') ?? [];
    const peers = NEAREST_PEERS.map((peer) => {
      const difference = differenceOf(ours, byEngine.get(peer) ?? []);
      return [`minus ${peer}`, `${spanned(difference, true)}`] as const;
    });
    return { genre, queries: ours.length, ...Object.fromEntries(peers) };
  });
}

function targetRows(all: AllCases) {
  return targetsOf((genre, engine) => all.get(genre)?.get(engine) ?? []).map(
    ({ what, target, reached, interval }) => ({
      what,
      target: figure(target),
      ours: interval === null ? figure(reached) : spanned(interval),
      reached: reached !== null && reached >= target ? 'yes' : 'no',
    }),
  );
}

function figure(number: number | null, isSigned = false): string {
  if (number === null) return '–';
  const sign = isSigned && number >= 0 ? '+' : '';
  return `${sign}${number.toFixed(3)}`;
}

function spanned({ mean, low, high }: Interval, isSigned = false): string {
  return `${figure(mean, isSigned)} [${figure(low, isSigned)}, ${figure(high, isSigned)}]`;
}
