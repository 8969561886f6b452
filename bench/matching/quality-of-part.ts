import type { Judged } from '../../src/core/evaluation/confidence-figures.ts';
import {
  averagePrecision,
  meanOf,
  recall,
  reciprocalRank,
} from '../../src/core/evaluation/ranking-figures.ts';
import { doApart } from './apart.ts';
import { BOUNDS, type Engine, type EngineName, engines } from './engines.ts';
import { type Genre, type Part, readPart, spread, textsOf } from './genres.ts';

export type PartTask = {
  readonly folder: string;
  readonly part: string;
  readonly engine: EngineName;
  readonly isQuick: boolean;
};

/** One query: the mean figures over the ways it is asked, and its first claims with the right ones there and taken away. */
export type Case = {
  readonly id: string;
  readonly averagePrecision: number;
  readonly reciprocalRank: number;
  readonly recall: number;
  readonly isHeldOut: boolean;
  readonly there: readonly Judged[];
  readonly away: readonly Judged[];
};

export type GenreCases = { readonly genre: string; readonly cases: readonly Case[] };

/** Cases by genre and engine, genres in the order they are shown in. */
export type AllCases = ReadonlyMap<string, ReadonlyMap<EngineName, readonly Case[]>>;

const DEPTH = 5;

doApart<PartTask>(({ folder, part: name, engine: engineName, isQuick }) => {
  const part = readPart(folder, name, isQuick);
  const { mostClaims = Number.POSITIVE_INFINITY, mostTexts = Number.POSITIVE_INFINITY } =
    BOUNDS[engineName] ?? {};
  if (part.claims.length > mostClaims || (mostClaims < Number.POSITIVE_INFINITY && name.startsWith('posts-')))
    return [];
  const whole = engines[engineName](part.claims);
  const rest = engines[engineName](part.rest);
  return part.genres.map((genre): GenreCases => {
    const [first] = genre.queries;
    const ways = first === undefined ? 1 : textsOf(genre, first.query).length;
    const asked = spread(genre.queries, Math.ceil(mostTexts / ways));
    return { genre: genre.name, cases: asked.map((query) => caseOf(query, genre, part, whole, rest)) };
  });
});

function caseOf(
  { query, isHeldOut }: Genre['queries'][number],
  genre: Genre,
  { relevant }: Part,
  whole: Engine,
  rest: Engine,
): Case {
  const wanted = relevant.get(query.id) ?? new Set<string>();
  const texts = textsOf(genre, query);
  const ranked = texts.map((text) => whole.search(text, DEPTH));
  return {
    id: query.id,
    isHeldOut,
    averagePrecision: meanOf(ranked.map((claims) => averagePrecision(claims, wanted, DEPTH))),
    reciprocalRank: meanOf(ranked.map((claims) => reciprocalRank(claims, wanted))),
    recall: meanOf(ranked.map((claims) => recall(claims, wanted, DEPTH))),
    there: ranked.map(([best]) => ({
      score: best?.score ?? 0,
      right: best !== undefined && wanted.has(best.claimId),
    })),
    away: texts.map((text) => ({ score: rest.search(text, DEPTH)[0]?.score ?? 0, right: false })),
  };
}
