import type { Passage } from '../analysis.ts';
import { enclosedIn } from '../enclosed.ts';
import type { Stretch } from '../lines.ts';
import type { ClauseRules } from './clause-rules.ts';

/** A word or a mark between clauses, and where it stands in its sentence. */
type Token = Stretch & { readonly word: string };

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'’.-]*|[,;،؛–—]|(?<=\s)-(?=\s)/gu;
const WORD = /^[\p{L}\p{N}]/u;
const STRONG = /^[;؛–—-]$/u;
const COMMA = /^[,،]$/u;

/** A part of fewer words says too little alone; with a subject borrowed from the part before, one more. */
const fewestWords = 4;
const fewestBorrowing = 5;

/** A longer text without a full stop is no sentence of prose; taking it apart would take with the square of its length. */
const longestChars = 2_000;

/** Two parts of four words each have so many letters and spaces at least. */
const shortestChars = 15;

/** Where a sentence is cut: what comes before ends with token `at`, what comes after starts with token `next`. */
type Cut = { readonly at: number; readonly next: number };

/**
 * The clauses of a sentence that stand alone, in order: exact passages of it, without the words that only join or introduce
 * them, and without a link in brackets at their end. The sentence itself where it is one clause, or one that hangs on a condition.
 */
export function clausesOf(sentence: Passage, rules: ClauseRules): readonly Passage[] {
  const main = withoutLead(sentence, rules);
  if (main.text.length > longestChars || main.text.length < shortestChars) return [main];
  const tokens = tokensOf(main.text);
  const isConditional = tokens.some(({ word }) => rules.conditions.has(word));
  const cuts = isConditional ? [] : cutsOf(tokens, rules);
  if (cuts.length === 0) return [main];
  return [{ at: 0, next: 0 }, ...cuts].flatMap((cut, nth) => {
    const last = cuts[nth]?.at ?? tokens.length;
    const first = rules.concedes.has(tokens[cut.next]?.word ?? '') ? cut.next + 1 : cut.next;
    const words = wordsOf(tokens, first, last);
    if (nth === 0 && !rules.hasVerb(words)) return [];
    const start = first === 0 ? 0 : (tokens[first]?.start ?? 0);
    const end = cuts[nth] === undefined ? endOf(main.text) : (tokens[last]?.start ?? 0);
    return withoutLink(passageOf(main, start, end));
  });
}

/** A source or a link in brackets. */
const LINK = /[\s]*\([^()\s]*\/[^()\s]*\)\s*$/u;

function withoutLink({ text, start }: Passage): Passage {
  const kept = text.replace(LINK, '').trimEnd();
  return { text: kept, start, end: start + kept.length };
}

function passageOf(sentence: Passage, start: number, end: number): Passage {
  return { text: sentence.text.slice(start, end), start: sentence.start + start, end: sentence.start + end };
}

/** The full stop at the end belongs to the sentence as a whole. */
function endOf(text: string): number {
  return /(?<!\.)\.$/.test(text) ? text.length - 1 : text.length;
}

/** Words and marks outside brackets and quotations, the words in lower case. */
function tokensOf(text: string): readonly Token[] {
  const enclosed = enclosedIn(text);
  let nth = 0;
  const tokens: Token[] = [];
  for (const { 0: typed, index: start } of text.matchAll(TOKEN)) {
    while ((enclosed[nth]?.end ?? text.length) <= start) nth += 1;
    if ((enclosed[nth]?.start ?? text.length) < start) continue;
    const word = typed
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/[.-]+$/, '');
    tokens.push({ word: word === '' ? typed : word, start, end: start + typed.length });
  }
  return tokens;
}

function cutsOf(tokens: readonly Token[], rules: ClauseRules): readonly Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const next = nextClause(tokens, at, rules);
    if (next === null) continue;
    const before = wordsOf(tokens, from, at);
    if (before.length < fewestWords) continue;
    if (!partsHere({ tokens, from, at, next }, before, rules)) continue;
    cuts.push({ at, next });
    from = next;
    at = next;
  }
  return cuts;
}

/** The first token of what may be a clause, where the token at `at` could end one before it. */
function nextClause(tokens: readonly Token[], at: number, rules: ClauseRules): number | null {
  const word = tokens[at]?.word ?? '';
  if (rules.joins.has(word)) return at + 1;
  if (STRONG.test(word)) return rules.joins.has(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  if (!COMMA.test(word)) return null;
  const following = tokens[at + 1]?.word ?? '';
  return rules.joinsAfterComma.has(following) ? at + 2 : at + 1;
}

type Parting = {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly at: number;
  readonly next: number;
};

function partsHere({ tokens, from, at, next }: Parting, before: readonly string[], rules: ClauseRules) {
  const mark = tokens[at]?.word ?? '';
  const words = wordsOf(tokens, next, endOfPart(tokens, next));
  const concedes = rules.concedes.has(tokens[from]?.word ?? '');
  const joined = next > at + 1;
  if (COMMA.test(mark) && !joined) {
    if (concedes) return rules.opensWithSubject(words, true) || rules.opensWithVerb(words);
    return isRelative(tokens, next, rules);
  }
  if (words.length < fewestWords || !(rules.hasVerb(before) || concedes)) return false;
  const isBare = !COMMA.test(mark) && !STRONG.test(mark);
  if (isBare && before.some((word) => rules.reports.has(word))) return false;
  if (rules.opensWithSubject(words, !isBare)) return true;
  if (words.length < fewestBorrowing || STRONG.test(mark) || !rules.opensWithVerb(words)) return false;
  return !before.some((word) => rules.inner.has(word));
}

/** A clause about what was named last, which the sentence ends with: no verb of the main clause follows it. */
function isRelative(tokens: readonly Token[], next: number, rules: ClauseRules): boolean {
  if (!rules.relatives.has(tokens[next]?.word ?? '')) return false;
  const words = wordsOf(tokens, next + 1, tokens.length);
  if (words.length < fewestBorrowing || !rules.opensWithVerb(words)) return false;
  return tokens.slice(next).every(({ word }) => !COMMA.test(word) && !STRONG.test(word));
}

/** Where the part that begins at `from` ends at the latest: at the next strong mark. */
function endOfPart(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ word }, at) => at >= from && STRONG.test(word));
  return end === -1 ? tokens.length : end;
}

function wordsOf(tokens: readonly Token[], from: number, to: number): readonly string[] {
  return tokens.slice(from, to).flatMap(({ word }) => (WORD.test(word) ? word : []));
}

function withoutLead(passage: Passage, rules: ClauseRules): Passage {
  const [lead = ''] = rules.lead.exec(passage.text) ?? [];
  const rest = passage.text.slice(lead.length);
  if (lead === '' || (rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < fewestWords) return passage;
  return { text: rest, start: passage.start + lead.length, end: passage.end };
}
