import { asRanked } from '../../../src/core/evaluation/chances.ts';
import type { Judged } from '../../../src/core/evaluation/confidence-figures.ts';
import {
  averagePrecision,
  meanOf,
  recall,
  reciprocalRank,
} from '../../../src/core/evaluation/ranking-figures.ts';
import { chosenNumbers, type FusionNumbers, fuse } from '../../../src/core/matching/fuse.ts';
import type { Lookup, Match } from '../../../src/core/matching/match.ts';
import type { Case } from '../quality-of-part.ts';
import { type AskedQuery, DEPTH, type Found } from './asked.ts';

/** What a claim is found by. */
export type Way = 'words' | 'vectors' | 'fused';

/** A query's figures, and what a member is shown for it. */
export type ShownCase = Case & {
  /** One for each answer, whether the right claims are there or not: is it right? */
  readonly answers: readonly boolean[];
  /** Of the texts whose claim is not there, the share that is told so. */
  readonly silentAway: number;
};

const nothing: Lookup = { outcome: 'unanswered', matches: [] };

/** What a way finds of what there is. */
function lookUp(way: Way, { words, ranked, close }: Found, numbers: FusionNumbers): Lookup {
  if (way === 'words') return words;
  return way === 'vectors'
    ? fuse(nothing, [], close, DEPTH, numbers)
    : fuse(words, ranked, close, DEPTH, numbers);
}

/** All that a way puts forward, best first: what is shown, and behind it what is not. */
function rankingOf(way: Way, shown: Lookup, { ranked, close }: Found): readonly Match[] {
  const behind =
    way === 'vectors'
      ? close.map(({ id, closeness }) => ({ id, score: closeness, confidence: closeness, words: [] }))
      : ranked;
  const isShown = new Set(shown.matches.map(({ id }) => id));
  return [...shown.matches, ...behind.filter(({ id }) => !isShown.has(id))].slice(0, DEPTH);
}

/** The figures of a query found in one way. */
export function caseBy(way: Way, query: AskedQuery, numbers: FusionNumbers = chosenNumbers): ShownCase {
  const { id, isHeldOut, wanted } = query;
  const seen = (found: Found) => {
    const shown = lookUp(way, found, numbers);
    const [first] = shown.matches;
    return {
      ranked: asRanked(rankingOf(way, shown, found)),
      answers: shown.outcome === 'answered' ? [first !== undefined && wanted.has(first.id)] : [],
      isSilent: shown.outcome === 'unanswered',
    };
  };
  const there = query.texts.map((text) => seen(text.there));
  const away = query.texts.map((text) => seen(text.away));
  return {
    id,
    isHeldOut,
    averagePrecision: meanOf(there.map(({ ranked }) => averagePrecision(ranked, wanted, DEPTH))),
    reciprocalRank: meanOf(there.map(({ ranked }) => reciprocalRank(ranked, wanted))),
    recall: meanOf(there.map(({ ranked }) => recall(ranked, wanted, DEPTH))),
    there: there.map(
      ({ ranked: [best] }): Judged => ({
        score: best?.score ?? 0,
        right: best !== undefined && wanted.has(best.claimId),
      }),
    ),
    away: away.map(({ ranked: [best] }) => ({ score: best?.score ?? 0, right: false })),
    answers: [...there, ...away].flatMap(({ answers }) => answers),
    silentAway: meanOf(away.map(({ isSilent }) => (isSilent ? 1 : 0))),
  };
}
