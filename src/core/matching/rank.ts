import { claimCoverage, spokenOf } from './claim-coverage.ts';
import { askedNumbers, contradicts } from './contradicting-numbers.ts';
import { type Evidence, evidenceFor, sentenceStrength } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { IndexedClaim } from './match.ts';
import type { QueryWord } from './query.ts';
import { querySentences } from './query-words.ts';
import type { StemReader } from './read-stems.ts';
import { type Scratch, score } from './score.ts';
import { piecesOf, wordsOf } from './tokenise.ts';
import { highest } from './top.ts';

/** A claim by its number in the index, how it ranks, and why. */
export type Candidate = Evidence & {
  readonly claim: number;
  readonly score: number;
  /** The share of what the claim says that the query speaks of, 0 to 1. */
  readonly said: number;
  /** Whether it says another number than the sentence of the query that it answers to best. */
  readonly contradicts: boolean;
  /** Whether it says the same, word for word, as the first. */
  readonly isCopy: boolean;
};

/**
 * How far a claim that answers to every word is raised above one that answers to none with the same BM25 score: claims
 * that repeat one word of a question must not pass those that hold all. Gains .003 MAP@5 on tweets and posts beside the other two.
 */
const COVERAGE_BONUS = 1;

/**
 * The same for the sentence that it answers to best: what the other sentences say of something else must not count. Gains
 * .007 MAP@5 on reworded tweets, .02 to .07 where what is asked stands among other sentences; long posts, of which each claim
 * is the sum, neither gain nor lose.
 */
const SENTENCE_BONUS = 2;

/** The same for a claim all of which is said. Gains .01 MAP@5 on tweets and posts, .016 on forwarded ones. */
const SAID_BONUS = 1;

/**
 * What is left of the score of a claim that says another number: enough of a loss to decide between claims that are otherwise alike.
 * Where numbers are said MAP@5 gains .002 on questions and .003 on forwarded tweets and loses .001 on tweets, .003 on reworded ones:
 * hardly more than noise. Below 0.8 tweets and debates, whose numbers are often told otherwise, lose more.
 */
const CONTRADICTING_SHARE = 0.8;

/** Claims looked at closely; the right one is below seldom: 2 % of tweets. */
const LOOKED_AT = 20;

/** What is asked: the words a query comes to, and the query itself, for its numbers; without it no claim contradicts any. */
export type Asked = { readonly words: readonly QueryWord[]; readonly text?: string };

/** Where it is looked for: the claims by their numbers in the lexicon, and a reader of it as it is now. */
export type Within = {
  readonly lexicon: Lexicon;
  readonly claims: readonly IndexedClaim[];
  readonly scratch: Scratch;
  readonly readStems: StemReader;
};

/** The best claims for a query, best first; equal ones in the index's order. At least LOOKED_AT are compared. */
export function rank(
  { words: query, text = '' }: Asked,
  limit: number,
  { lexicon, claims, scratch, readStems }: Within,
): readonly Candidate[] {
  score(query, lexicon, scratch);
  const spoken = spokenOf(query);
  const language = query[0]?.language.code ?? 'und';
  const asked = askedNumbers(querySentences(text), language);
  const ranked = highest(scratch.scores, Math.min(lexicon.claims, Math.max(limit, LOOKED_AT)), lexicon.order)
    .flatMap((claim) => {
      const texts = claims[claim];
      if (texts === undefined) return [];
      const evidence = evidenceFor(query, claim, lexicon);
      const said = claimCoverage(texts, spoken, readStems);
      const isContradicting = contradicts(asked(evidence.sentence.at), texts, language);
      const raised =
        1 +
        COVERAGE_BONUS * evidence.coverage +
        SENTENCE_BONUS * sentenceStrength(evidence.sentence) +
        SAID_BONUS * said;
      const kept = isContradicting ? CONTRADICTING_SHARE : 1;
      const score = (scratch.scores[claim] ?? 0) * raised * kept;
      return { ...evidence, claim, said, contradicts: isContradicting, isCopy: false, score };
    })
    .sort((a, b) => b.score - a.score || lexicon.order.compare(a.claim, b.claim));
  return withCopies(ranked, claims);
}

/** Copies score nearly the same, so that only such are compared. */
const COPY_SCORE = 0.95;

function withCopies(ranked: readonly Candidate[], claims: readonly IndexedClaim[]): readonly Candidate[] {
  const [first] = ranked;
  if (first === undefined) return [];
  const wording = wordingOf(claims[first.claim]);
  return ranked.map((candidate, place) => {
    const isNear = place > 0 && candidate.score >= COPY_SCORE * first.score;
    return isNear && wordingOf(claims[candidate.claim]) === wording
      ? { ...candidate, isCopy: true }
      : candidate;
  });
}

function wordingOf(claim: IndexedClaim | undefined): string {
  return piecesOf([claim?.quote, claim?.gist].join(' '))
    .flatMap((piece) => wordsOf(piece))
    .join(' ');
}
