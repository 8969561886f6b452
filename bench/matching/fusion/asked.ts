import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { closeClaims } from '../../../src/core/matching/close-claims.ts';
import { centreOf, neutralTexts } from '../../../src/core/matching/closeness.ts';
import { embeddedText } from '../../../src/core/matching/embedded-text.ts';
import type { CloseClaim } from '../../../src/core/matching/fuse.ts';
import type { Lookup, Match } from '../../../src/core/matching/match.ts';
import { packVectors } from '../../../src/core/matching/packed-vectors.ts';
import { RANKED_BY_WORDS } from '../../../src/services/meaning/fused-look-up.ts';
import type { Text } from '../collections.ts';
import { type Part, spread, textsOf } from '../genres.ts';

/** What words find for a text. */
type ByWords = { readonly words: Lookup; readonly ranked: readonly Match[] };

/** What there is to fuse for a text. */
export type Found = ByWords & { readonly close: readonly CloseClaim[] };

/** A query in all the ways it is asked: of the claims with the right ones there and taken away. */
export type AskedQuery = {
  readonly id: string;
  readonly isHeldOut: boolean;
  readonly wanted: ReadonlySet<string>;
  readonly texts: readonly { readonly there: Found; readonly away: Found }[];
};

export type AskedGenre = { readonly genre: string; readonly queries: readonly AskedQuery[] };

/** A part whose queries are known by words, ready to be asked of models. */
export type AskedPart = {
  /** Every text that a model must have read before `by`. */
  readonly texts: readonly string[];
  /** By the text that is asked, what a model reads of the claim that it is about. */
  readonly meant: ReadonlyMap<string, string>;
  /** @throws RangeError where vectors cannot be compared */
  by(vectorOf: (text: string) => Float32Array): readonly AskedGenre[];
};

export const DEPTH = 5;

/** Asks a part by words, so many queries of each genre. */
export function askPart(part: Part, limit: number): AskedPart {
  const byWords = { there: wordsOver(part.claims), away: wordsOver(part.rest) };
  const genres = part.genres.map((genre) => ({
    genre: genre.name,
    queries: spread(genre.queries, limit).map(({ query, isHeldOut }) => ({
      id: query.id,
      isHeldOut,
      wanted: part.relevant.get(query.id) ?? new Set<string>(),
      texts: textsOf(genre, query).map((text) => ({
        text,
        there: byWords.there(text),
        away: byWords.away(text),
      })),
    })),
  }));
  const claims = new Map(part.claims.map((claim) => [claim.id, textOf(claim)]));
  const meant = new Map(
    genres.flatMap(({ queries }) =>
      queries.flatMap(({ texts, wanted: [id = ''] }) =>
        texts.map(({ text }) => [text, claims.get(id) ?? ''] as const),
      ),
    ),
  );
  return {
    texts: [...neutralTexts, ...claims.values(), ...meant.keys()],
    meant,
    by(vectorOf) {
      const close = { there: closeOver(part.claims, vectorOf), away: closeOver(part.rest, vectorOf) };
      return genres.map(({ genre, queries }) => ({
        genre,
        queries: queries.map((query) => ({
          ...query,
          texts: query.texts.map(({ text, there, away }) => ({
            there: { ...there, close: close.there(text) },
            away: { ...away, close: close.away(text) },
          })),
        })),
      }));
    },
  };
}

function wordsOver(claims: readonly Text[]): (text: string) => ByWords {
  const index = buildClaimIndex(claims.map(({ id, text, title }) => ({ id, quote: text, gist: '', title })));
  return (text) => ({ words: index.lookUp(text, DEPTH), ranked: index.rank(text, RANKED_BY_WORDS) });
}

function closeOver(
  claims: readonly Text[],
  vectorOf: (text: string) => Float32Array,
): (text: string) => readonly CloseClaim[] {
  const centre = centreOf(neutralTexts.map(vectorOf));
  const vectors = claims.map((claim) => ({ id: claim.id, vector: vectorOf(textOf(claim)) }));
  const pack = packVectors(vectors, centre);
  return (text) => {
    const close = closeClaims([pack], vectorOf(text), centre);
    if (close === null) throw new RangeError('vectors are not as long as others');
    return close;
  };
}

/** What a model reads of a claim. */
export function textOf({ text, title }: Text): string {
  return embeddedText({ title, gist: '', quote: text });
}
