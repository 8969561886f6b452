import { claimCoverage, spokenOf } from './claim-coverage.ts';
import { askedNumbers, contradicts } from './contradicting-numbers.ts';
import { type Evidence, evidenceIn, sentenceStrength } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { IndexedClaim } from './match.ts';
import type { QueryWord } from './query.ts';
import { querySentences } from './query-words.ts';
import type { StemReader } from './read-stems.ts';
import { type Scratch, score } from './score.ts';
import { piecesOf, wordsOf } from './tokenise.ts';
import { type ClaimOrder, highest } from './top.ts';

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

/** What a query comes to. */
export type Ranked = {
  /** The best claims, best first; equal ones in the index's order. All copies of the first are among them, and one that is none. */
  readonly best: readonly Candidate[];
  /** What others that were looked at answer to; how far below they rank is not known. */
  readonly others: readonly Evidence[];
};

/** A claim by its number, and the highest score that it may come to. */
type Hopeful = { readonly claim: number; readonly evidence: Evidence; readonly bound: number };

/**
 * The best claims for a query, `limit` of them if there are as many. At least LOOKED_AT are compared, but a claim is read only while it
 * may still be one of the best, since reading takes most of the time.
 */
export function rank({ words: query, text = '' }: Asked, limit: number, within: Within): Ranked {
  const { lexicon, scratch } = within;
  score(query, lexicon, scratch);
  const compared = highest(
    scratch.scores,
    Math.min(lexicon.claims, Math.max(limit, LOOKED_AT)),
    lexicon.order,
  );
  const evidenceOf = evidenceIn(query, lexicon);
  const hopefuls = compared
    .map((claim) => {
      const evidence = evidenceOf(claim);
      return { claim, evidence, bound: (scratch.scores[claim] ?? 0) * raisedBy(evidence, 1) };
    })
    .sort((a, b) => b.bound - a.bound);
  const read = closeReader(query, text, within);
  const best: Candidate[] = [];
  const others: Evidence[] = [];
  for (const hopeful of hopefuls) {
    const floor = floorOf(best, limit);
    const candidate = hopeful.bound < floor ? undefined : read(hopeful, floor);
    if (candidate === undefined) others.push(hopeful.evidence);
    else insert(candidate, best, lexicon.order);
  }
  return { best: withCopies(best, within.claims), others };
}

function raisedBy({ coverage, sentence }: Evidence, said: number): number {
  return 1 + COVERAGE_BONUS * coverage + SENTENCE_BONUS * sentenceStrength(sentence) + SAID_BONUS * said;
}

/** Reads claims for a query; gives nothing of one that comes to less than `floor`. */
function closeReader(
  query: readonly QueryWord[],
  text: string,
  { scratch, claims, readStems }: Within,
): (hopeful: Hopeful, floor: number) => Candidate | undefined {
  const spoken = spokenOf(query);
  const language = query[0]?.language.code ?? 'und';
  const asked = askedNumbers(() => querySentences(text), language);
  return ({ claim, evidence }, floor) => {
    const texts = claims[claim];
    if (texts === undefined) return undefined;
    const said = claimCoverage(texts, spoken, readStems);
    const raised = (scratch.scores[claim] ?? 0) * raisedBy(evidence, said);
    if (raised < floor) return undefined;
    const isContradicting = contradicts(asked(evidence.sentence.at), texts, language);
    const score = raised * (isContradicting ? CONTRADICTING_SHARE : 1);
    return { ...evidence, claim, said, contradicts: isContradicting, isCopy: false, score };
  };
}

/** Copies score nearly the same, so that only such are compared. */
const COPY_SCORE = 0.95;

/** A claim that comes to less changes nothing that is known of the best: it is neither one of them, nor a copy, nor the next that is none. */
function floorOf(best: readonly Candidate[], limit: number): number {
  const last = best[limit - 1]?.score ?? 0;
  const copies = COPY_SCORE * (best[0]?.score ?? 0);
  const next = best.find(({ score }) => score < copies)?.score ?? 0;
  return Math.min(last, next);
}

function insert(candidate: Candidate, best: Candidate[], order: ClaimOrder): void {
  const isBehind = (other: Candidate) =>
    other.score < candidate.score ||
    (other.score === candidate.score && order.compare(candidate.claim, other.claim) < 0);
  const place = best.findIndex(isBehind);
  best.splice(place === -1 ? best.length : place, 0, candidate);
}

function withCopies(ranked: readonly Candidate[], claims: readonly IndexedClaim[]): readonly Candidate[] {
  const [first] = ranked;
  if (first === undefined) return [];
  const isNear = ({ score }: Candidate, place: number) => place > 0 && score >= COPY_SCORE * first.score;
  if (!ranked.some(isNear)) return ranked;
  const wording = wordingOf(claims[first.claim]);
  return ranked.map((candidate, place) =>
    isNear(candidate, place) && wordingOf(claims[candidate.claim]) === wording
      ? { ...candidate, isCopy: true }
      : candidate,
  );
}

function wordingOf(claim: IndexedClaim | undefined): string {
  return piecesOf([claim?.quote, claim?.gist].join(' '))
    .flatMap((piece) => wordsOf(piece))
    .join(' ');
}
