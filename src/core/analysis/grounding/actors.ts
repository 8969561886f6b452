import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Source, SourceClause } from './source.ts';
import { strangers } from './strangers.ts';
import { type Clause, keysOf, sameKeysOf, type Word } from './words.ts';

/** How far before a verb who does it is looked for, and behind it to whom, in words. */
const NEAR_WORDS = 5;

/** In a longer sentence it is not told by order who does what. */
const LONGEST_SENTENCE_WORDS = 25;

const PREPOSITION = /^(?:after|before|to|without|while|about|against|instead)$/iu;

const TO_OBJECT =
  /^(?:for|in|on|at|with|from|of|to|than|as|about|against|over|under|between|para|en|con|por|de|del)$/iu;
const IN_PHRASE = /^(?:im|in|am|an|zum|zur|beim|bei|vom|mit|für|auf|laut|nach|seit|aus|über|um)$/iu;

/** "By the end of May", "by 2025" name no doer. */
const BY_TIME =
  /^\s*(?:the\s+(?:end|start|time|middle|beginning)\b|\d|(?:just|only|about|nearly|almost|over|half|a\s+(?:third|quarter|fifth)|\p{L}+ing)\b)/iu;

/** Nouns that look like verbs to who only counts endings. */
const NOUN_ENDING = /(?:tion|sion|ment|mony|ness|ance|ence|ity|ship)s?$/u;

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
    const keys = new Set(sameKeysOf(verb, source.language));
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
    const keys = sameKeysOf(one, source.language);
    return keysOf(other).some((key) => keys.includes(key));
  };
  const has = (words: readonly Word[], word: Word) => words.some((other) => same(word, other));
  const crossed = own.before.find((word) => has(theirs.after, word) && !has(theirs.before, word));
  const back = own.after.find((word) => has(theirs.before, word) && !has(theirs.after, word));
  if (crossed !== undefined && back !== undefined && (isName(crossed, source) || isName(back, source)))
    return [crossed.typed, back.typed];
  const isTaken = theirs.before.some((word) => has(own.before, word));
  if (crossed !== undefined && isName(crossed, source) && theirs.before.length > 0 && !isTaken)
    return [crossed.typed];
  if (
    (source.language.code === 'en' || source.language.code === 'es') &&
    isTurnedAround(own, theirs, clauses, has) &&
    own.before.length > 0 &&
    !own.before.some((word) => has(theirs.before, word))
  )
    return own.before.map(({ typed }) => typed);
  if (
    own.before.length === 0 ||
    theirs.before.length === 0 ||
    own.before.some((word) => has(theirs.before, word))
  )
    return undefined;
  const names = own.before.filter((word) => isName(word, source));
  const told = theirs.before.filter(({ isCapital }) => isCapital);
  if (names.length > 0 && told.length > 0 && names.every((word) => source.plains.has(word.plain))) {
    if (told.some((word) => has(own.after, word))) return names.map(({ typed }) => typed);
  }
  const isElsewhere = (word: Word) => has(wide.words, word) && !has(aligned.words, word);
  const isGone = theirs.before.every((word) => !has(clause.words, word));
  const isNamed = source.language.code !== 'de' || own.before.some((word) => isName(word, source));
  return isNamed && isGone && wide.words.length <= LONGEST_SENTENCE_WORDS && own.before.every(isElsewhere)
    ? own.before.map(({ typed }) => typed)
    : undefined;
}

function isName({ isCapital, plain }: Word, { language, people }: Source): boolean {
  return isCapital && (language.code !== 'de' || people.has(plain));
}

/** Whoever does it in the post is here the one it is done to, right behind the verb. */
function isTurnedAround(
  own: Roles,
  theirs: Roles,
  { clause, wide }: Clauses,
  has: (words: readonly Word[], word: Word) => boolean,
): boolean {
  const [object] = own.after;
  if (object === undefined || theirs.before.length === 0 || wide.words.length > LONGEST_SENTENCE_WORDS)
    return false;
  const lead = clause.words[clause.words.indexOf(object) - 1];
  const isBehindPreposition = lead !== undefined && TO_OBJECT.test(lead.typed);
  return (
    !isBehindPreposition && has(theirs.before, object) && theirs.before.every((word) => has(own.after, word))
  );
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
    if (NOUN_ENDING.test(word.typed)) return false;
    if (/ing$/.test(word.typed) && before !== undefined && PREPOSITION.test(before.typed)) return false;
    const next = clause.words[clause.words.indexOf(word) + 1];
    if (
      next !== undefined &&
      /^(?:was|were|is|are|has|have|had|can|could|may|might|must|will|would|should|did|do|does|who)$/iu.test(
        next.typed,
      )
    )
      return false;
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
    if (!word.isContent || (guard.code === 'en' && /'s$/u.test(word.typed)) || isDay(word, guard))
      return false;
    const before = words[nth - 1];
    const second = words[nth - 2];
    const follows = before !== undefined && (isDeterminer(before, guard) || before.isCapital);
    if (guard.code === 'de' && (!word.isCapital || isInPhrase(words, nth))) return false;
    return (
      word.isCapital ||
      follows ||
      (nth === at - 1 && guard.code === 'en' && !/ly$/.test(word.typed)) ||
      (second !== undefined && before?.isContent === true && isDeterminer(second, guard))
    );
  };
  const before = words.filter((word, nth) => nth < at && nth >= at - NEAR_WORDS && actor(word, nth));
  const after = words.filter((word, nth) => nth > at && nth <= at + NEAR_WORDS + 3 && actor(word, nth));
  const [auxiliaries, agent] = guard.passive;
  const near = words.slice(Math.max(0, at - 3), at + (guard.code === 'de' ? 3 : 0));
  const shift = (words[0]?.start ?? 0) - text.indexOf(words[0]?.typed ?? '');
  const agents = Array.from(text.matchAll(agent)).flatMap(({ 0: typed, index }) =>
    BY_TIME.test(text.slice(index + typed.length)) ? [] : [index + shift + typed.length],
  );
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
  if (!isPassive && guard.code === 'de' && after.length === 0) return byGroup(before, words);
  if (!isPassive || /ing$/.test(verb.typed)) return { before, after };
  if (byAt === undefined) return { before: [], after: before };
  const by = words.findIndex(({ start }) => start >= byAt);
  const doer = words.filter(
    (word, nth) => nth >= by && nth <= by + 3 && word.isContent && (word.isCapital || actor(word, nth)),
  );
  return { before: doer, after: before.filter((word) => !doer.includes(word)) };
}

/** Before a verb at the end the doer comes first. */
function byGroup(actors: readonly Word[], words: readonly Word[]): Roles {
  const end = actors.findIndex((word, nth) => nth > 0 && words[words.indexOf(word) - 1] !== actors[nth - 1]);
  const rest = end < 0 ? [] : actors.slice(end);
  const isOneGroup = rest.every((word, nth) => nth === 0 || words[words.indexOf(word) - 1] === rest[nth - 1]);
  const counted = rest[0] === undefined ? undefined : words[words.indexOf(rest[0]) - 1];
  const isCounted = counted !== undefined && /^\p{N}/u.test(counted.plain);
  return end < 0 || !isOneGroup || isCounted
    ? { before: actors, after: [] }
    : { before: actors.slice(0, end), after: actors.slice(end) };
}

function isDay({ typed }: Word, guard: Guard): boolean {
  return [...guard.weekdays, ...guard.months].some((list) => typed.match(list)?.[0] === typed);
}

/** A noun behind a preposition is no doer, wherever it stands in a German sentence. */
function isInPhrase(words: readonly Word[], nth: number): boolean {
  const near = words.slice(Math.max(0, nth - 3), nth);
  const at = near.findLastIndex(({ typed }) => IN_PHRASE.test(typed));
  return (
    at >= 0 && near.slice(at + 1).every(({ typed, isCapital }) => isCapital || /(?:en|er|em)$/u.test(typed))
  );
}

function isRightBefore(behind: string, agent: RegExp): boolean {
  const found = behind.search(agent);
  return found >= 0 && found <= 2;
}
