import type { Passage, ProposedClaim } from './analysis.ts';
import { isQuestion } from './assertions.ts';
import { checkWorthiness } from './check-worthiness.ts';
import { claimKindOf } from './claim-kind.ts';
import { clausesOf } from './clauses/clauses.ts';
import { clauseRulesOf } from './clauses/clauses-by-language.ts';
import { type Assertion, mainAssertion } from './main-assertion.ts';
import { isNearlySame, type ReadPost, type Wording } from './read-post.ts';

/** What a moderator looks through in one go. */
export const mostClaimsProposed = 20;

/**
 * The assertions of a post: its main one, then those most worth checking, equal ones in the post's order; at most 20, no two
 * nearly the same.
 */
export function claimsInPost(post: ReadPost): readonly ProposedClaim[] {
  const assertions = assertionsIn(post);
  const main = mainAssertion(assertions, post);
  const others = assertions
    .filter((one) => one !== main)
    .toSorted((a, b) => b.checkWorthiness - a.checkWorthiness || a.start - b.start);
  const inOrder = main === null ? others : [main, ...others];
  return distinct(inOrder, post).map(({ text: quote, start, end, checkWorthiness }) => {
    const kind = claimKindOf(quote, post.languageOf(quote));
    return { quote, start, end, kind, checkWorthiness, gist: null };
  });
}

/** The assertions of a post, in its order; of one that asserts nothing, what it names or asks. */
export function assertionsIn(post: ReadPost): readonly Assertion[] {
  return passagesIn(post).map(({ text, start, end }) => ({
    ...{ text, start, end },
    checkWorthiness: checkWorthiness(text),
  }));
}

/**
 * What a post asserts; where it asserts nothing, what it only names, as the caption of a picture does; where it has no more than
 * questions, those long enough to hold what they ask about: "Why are the owners exempt from the tax that we pay?"
 */
function passagesIn(post: ReadPost): readonly Passage[] {
  const sentences = firstOfEach(post.sentences);
  const passages = sentences.flatMap((sentence) => clausesIn(sentence, post));
  const asserted = passages.filter(({ isMereName }) => !isMereName);
  if (asserted.length > 0) return asserted;
  return passages.length > 0 ? passages : sentences.filter(({ text }) => asksAtLength(text));
}

/** In words. */
const shortestTelling = 6;
const WORDS = /[\p{L}\p{N}]+/gu;

function asksAtLength(text: string): boolean {
  return isQuestion(text) && (text.match(WORDS)?.length ?? 0) >= shortestTelling;
}

/** Passages whose very words were not there before. */
function firstOfEach(passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ text }) => {
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

type Clause = Passage & { readonly isMereName: boolean };

function clausesIn(sentence: Passage, post: ReadPost): readonly Clause[] {
  const rules = clauseRulesOf(post.languageOf(sentence.text));
  if (isQuestion(sentence.text)) return [];
  const clauses = rules === null ? [sentence] : clausesOf(sentence, rules);
  return clauses
    .map(withoutTags)
    .filter(({ text }) => post.asserts(text))
    .map((clause) => ({ ...clause, isMereName: rules?.isMereName(clause.text) === true }));
}

function distinct<One extends Passage>(assertions: readonly One[], post: ReadPost): readonly One[] {
  const chosen: One[] = [];
  const said: Wording[] = [];
  for (const assertion of assertions) {
    if (chosen.length === mostClaimsProposed) break;
    const wording = post.wordingOf(assertion.text);
    if (said.some((other) => isNearlySame(wording, other))) continue;
    chosen.push(assertion);
    said.push(wording);
  }
  return chosen;
}

const TAG_OR_LINK = /[#@]|https?:\/\//;
const LINK = /^https?:\/\//;
const TAG = /^[#@][\p{L}\p{N}_]+$/u;

/** A passage without the links at its end, and without a row of tags: a single tag is often a word of the sentence. */
function withoutTags(passage: Passage): Passage {
  if (!TAG_OR_LINK.test(passage.text)) return passage;
  const words = passage.text.split(/(?<=\s)(?=\S)/);
  let kept = words.length;
  while (kept > 1 && isTagOrLink(words[kept - 1])) kept -= 1;
  if (kept === words.length - 1 && TAG.test(words[kept]?.trim() ?? '')) kept = words.length;
  const text = words.slice(0, kept).join('').trimEnd();
  return { text, start: passage.start, end: passage.start + text.length };
}

function isTagOrLink(word = ''): boolean {
  return LINK.test(word) || TAG.test(word.trim());
}
