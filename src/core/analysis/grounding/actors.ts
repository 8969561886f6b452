import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Source, SourceClause } from './source.ts';
import { type Clause, keysOf, kinKeysOf, type Word } from './words.ts';

/** How far before a verb who does it is looked for, and behind it to whom, in words. */
const NEAR_WORDS = 5;

/** In a longer sentence it is not told by order who does what. */
const LONGEST_SENTENCE_WORDS = 25;

const PREPOSITION = /^(?:after|before|without|while|about|against|instead)$/iu;

type Clauses = { readonly clause: Clause; readonly aligned: Clause; readonly wide: Clause };
type Roles = { readonly before: readonly Word[]; readonly after: readonly Word[] };

/** Who does it and to whom, told by their order around a verb that both have; a passive turns the order. */
export function faultsOfActors(
  clause: Clause,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): readonly Fault[] {
  const wide: Clause = { text: aligned.sentence.text, words: aligned.sentence.words };
  for (const verb of clause.words) {
    if (!isVerbLike(verb, clause, guard) || isSetOff(clause.text, verb)) continue;
    const keys = new Set(kinKeysOf(verb, source.language));
    const turnedVerb = converseOf(verb, guard);
    const toldIn = (part: Clause) =>
      part.words.find(
        (word) =>
          isVerbLike(word, part, guard) &&
          (keysOf(word).some((key) => keys.has(key)) || isWhole(word, turnedVerb)) &&
          !isSetOff(part.text, word),
      );
    const inClause = toldIn(aligned);
    const told = inClause ?? toldIn(wide);
    if (told === undefined) continue;
    const own = rolesOf(clause, verb, guard);
    const theirs = rolesOf(inClause === undefined ? wide : aligned, told, guard);
    if (isWhole(told, turnedVerb)) {
      const same = own.before.find((word) => theirs.before.some((other) => other.plain === word.plain));
      if (same !== undefined) return [{ code: 'actors.swapped', words: [same.typed, verb.typed] }];
      continue;
    }
    const isShort = wide.words.length <= LONGEST_SENTENCE_WORDS;
    if (aligned.words.indexOf(told) === 0 && guard.code !== 'ar' && guard.code !== 'de') continue;
    const lead = theirs.before.length > 0 || !isShort ? theirs.before : rolesOf(wide, told, guard).before;
    const turned = swapped(own, { before: lead, after: theirs.after }, { clause, aligned, wide }, source);
    if (turned !== undefined) return [{ code: 'actors.swapped', words: turned }];
  }
  return strangers(clause, aligned, source);
}

/** The other side of "sell" and "buy", which turns around who stands before it. */
function converseOf(verb: Word, guard: Guard): RegExp | undefined {
  const pair = guard.converses.find((lists) => lists.some((list) => isWhole(verb, list)));
  return pair?.find((list) => !isWhole(verb, list));
}

function isWhole(word: Word, list: RegExp | undefined): boolean {
  return list !== undefined && word.typed.match(list)?.[0] === word.typed;
}

function swapped(own: Roles, theirs: Roles, clauses: Clauses, source: Source): readonly string[] | undefined {
  const { clause, aligned, wide } = clauses;
  const same = (one: Word, other: Word) => {
    const keys = kinKeysOf(one, source.language);
    return keysOf(other).some((key) => keys.includes(key));
  };
  const has = (words: readonly Word[], word: Word) => words.some((other) => same(word, other));
  const crossed = own.before.find((word) => has(theirs.after, word) && !has(theirs.before, word));
  const back = own.after.find((word) => has(theirs.before, word) && !has(theirs.after, word));
  if (crossed !== undefined && back !== undefined && (crossed.isCapital || back.isCapital))
    return [crossed.typed, back.typed];
  const isTaken = theirs.before.some((word) => has(own.before, word));
  if (crossed?.isCapital === true && theirs.before.length > 0 && !isTaken) return [crossed.typed];
  if (
    own.before.length === 0 ||
    theirs.before.length === 0 ||
    own.before.some((word) => has(theirs.before, word))
  )
    return undefined;
  const names = own.before.filter(({ isCapital }) => isCapital);
  const told = theirs.before.filter(({ isCapital }) => isCapital);
  if (names.length > 0 && told.length > 0 && names.every((word) => source.plains.has(word.plain))) {
    if (told.some((word) => has(own.after, word))) return names.map(({ typed }) => typed);
  }
  const isElsewhere = (word: Word) => has(wide.words, word) && !has(aligned.words, word);
  const isGone = theirs.before.every((word) => !has(clause.words, word));
  return isGone && wide.words.length <= LONGEST_SENTENCE_WORDS && own.before.every(isElsewhere)
    ? own.before.map(({ typed }) => typed)
    : undefined;
}

/** "…, argues Peters": behind a comma the order of a verb and its names is another. */
function isSetOff(text: string, word: Word): boolean {
  const at = Math.max(0, text.indexOf(word.typed));
  return /(?:,\s*|-)$/u.test(text.slice(0, at)) || text.charAt(at + word.typed.length) === '-';
}

function isVerbLike(word: Word, clause: Pick<Clause, 'words'>, guard: Guard): boolean {
  if (word.isCapital || !(word.isContent || /^\p{Ll}{3,}ed$/u.test(word.typed))) return false;
  const before = clause.words[clause.words.indexOf(word) - 1];
  if (before !== undefined && /'s$/u.test(before.typed)) return false;
  if (guard.code === 'en') {
    if (/ing$/.test(word.typed) && before !== undefined && PREPOSITION.test(before.typed)) return false;
    const next = clause.words[clause.words.indexOf(word) + 1];
    if (next !== undefined && /^(?:was|were|is|are|has|have|had)$/iu.test(next.typed)) return false;
    if (next?.typed === 'of' && !/ed$/.test(word.typed)) return false;
  }
  return before === undefined || (!isDeterminer(before, guard) && !/^\p{N}/u.test(before.plain));
}

function isDeterminer(word: Word, guard: Guard): boolean {
  const found = guard.determiners.exec(word.typed);
  return found !== null && found[0].length === word.typed.length;
}

/** Names, and nouns behind an article, around a verb; turned around where it is in the passive voice. */
function rolesOf(clause: Pick<Clause, 'text' | 'words'>, verb: Word, guard: Guard): Roles {
  const { text, words } = clause;
  const at = words.indexOf(verb);
  const actor = (word: Word, nth: number) => {
    if (!word.isContent) return false;
    const before = words[nth - 1];
    const second = words[nth - 2];
    const follows = before !== undefined && (isDeterminer(before, guard) || before.isCapital);
    return (
      word.isCapital ||
      follows ||
      (second !== undefined && before?.isContent === true && isDeterminer(second, guard))
    );
  };
  const before = words.filter((word, nth) => nth < at && nth >= at - NEAR_WORDS && actor(word, nth));
  const after = words.filter((word, nth) => nth > at && nth <= at + NEAR_WORDS + 3 && actor(word, nth));
  const [auxiliaries, agent] = guard.passive;
  const near = words.slice(Math.max(0, at - 3), at + (guard.code === 'de' ? 3 : 0));
  const shift = (words[0]?.start ?? 0) - text.indexOf(words[0]?.typed ?? '');
  const agents = Array.from(text.matchAll(agent), ({ 0: typed, index }) => index + shift + typed.length);
  const byAt = agents.find((end) => {
    const doerAt = words.findIndex(({ start }) => start >= end);
    return doerAt - 1 >= at - NEAR_WORDS && (doerAt < at || doerAt <= at + NEAR_WORDS * 2);
  });
  const isPassive =
    near.some(({ typed }) => typed.match(auxiliaries)?.[0] === typed) ||
    (byAt !== undefined && (guard.code === 'ar' || isRightBefore(text.slice(verb.end - shift), agent)));
  if (!isPassive && before.length === 0 && (guard.code === 'de' || guard.code === 'ar'))
    return {
      before: after.slice(0, guard.code === 'ar' ? 2 : 1),
      after: after.slice(guard.code === 'ar' ? 2 : 1),
    };
  if (!isPassive || /ing$/.test(verb.typed)) return { before, after };
  if (byAt === undefined) return { before: [], after: before };
  const by = words.findIndex(({ start }) => start >= byAt);
  const doer = words.filter(
    (word, nth) => nth >= by && nth <= by + 3 && word.isContent && (word.isCapital || actor(word, nth)),
  );
  return { before: doer, after: before.filter((word) => !doer.includes(word)) };
}

function isRightBefore(behind: string, agent: RegExp): boolean {
  const found = behind.search(agent);
  return found >= 0 && found <= 2;
}

/** A name that the post tells something else of: what is told here it tells of another one. */
function strangers(clause: Clause, aligned: SourceClause, source: Source): readonly Fault[] {
  const names = clause.words.filter(({ isCapital, isContent }) => isCapital && isContent);
  if (names.length === 0) return [];
  const others = aligned.words.filter(({ isCapital, isContent }, at) => isCapital && isContent && at >= 0);
  const rest = clause.words.filter(({ isCapital, isContent }) => isContent && !isCapital);
  const shared = rest.filter((word) => kinKeysOf(word, source.language).some((key) => aligned.keys.has(key)));
  const digits = clause.words.filter(
    ({ plain }) => /^\p{N}/u.test(plain) && aligned.words.some((word) => word.plain === plain),
  );
  if (shared.length + digits.length < 2 || (shared.length + digits.length) * 2 < rest.length) return [];
  const has = (words: readonly Word[], name: Word) => {
    const keys = kinKeysOf(name, source.language);
    return words.some((word) => keysOf(word).some((key) => keys.includes(key)));
  };
  const first = names[0];
  if (
    first === undefined ||
    (shared.length + digits.length < 3 && digits.length === 0) ||
    has(aligned.words, first)
  )
    return [];
  const lead = others.find((word) => !has(clause.words, word));
  if (lead === undefined || lead !== others[0]) return [];
  const own = source.clauses.filter(
    ({ sentence, words }) => sentence === aligned.sentence && has(words, first),
  );
  const hasNumber = own.some(({ words }) => words.some(({ plain }) => /^\p{N}/u.test(plain)));
  if (own.length > 0 && (digits.length === 0 || !hasNumber)) return [];
  const before = source.clauses.filter(({ sentence }) => sentence.at === aligned.sentence.at - 1);
  const isCarriedOn = !has(aligned.sentence.words, first) && before.some(({ words }) => has(words, first));
  return isCarriedOn ? [] : [{ code: 'actors.swapped', words: [first.typed] }];
}
