import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import { isTitle } from './names.ts';
import type { Source, SourceClause } from './source.ts';
import { holds } from './vocabulary.ts';
import { type Clause, keysOf, type Word } from './words.ts';

/** Content words behind a negation that it turns around, where clauses are cut roughly. */
const SCOPE_WORDS = 4;

/** Words that only negate; together with a verb that does so, too, they negate nothing: "not refused". */
const PARTICLE = /^(?:not|never|no|n't|.*n't|nicht|nie|niemals|pas|jamais|ne|n'.*|nunca|non|mai|لم|لا|لن)$/iu;

type Negation = {
  readonly typed: string;
  /** "A dispute" says that there is one. */
  readonly isNoun: boolean;
  readonly scope: readonly Word[];
};

/** "Denied this and …": what follows is not denied. */
const OF_PRONOUN =
  /^\s+(?:this|that|it|them|das|dies|es|cela|ça|le|esto|eso|lo|questo|ذلك|هذا)?\s*(?:,|and|und|et|y|e|و)\s[\s\S]*/u;

function isOfPronoun(behind: string): boolean {
  return OF_PRONOUN.test(behind);
}

/** A negation that the post has and the clause lacks, or the other way round; opposites turn a clause around once more. */
export function faultsOfPolarity(
  clause: Clause,
  body: Clause,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): readonly Fault[] {
  const denied = faultOfDenial(clause, aligned, guard);
  if (denied !== undefined) return [denied];
  const own = negationsIn(clause, guard);
  const admitted = own.some(({ typed }) => PARTICLE.test(typed))
    ? undefined
    : speechOpposite(clause, aligned, source, guard);
  if (admitted !== undefined) return [{ code: 'opposite', words: admitted }];
  const theirs = negationsIn(aligned, guard);
  const turned = opposite(clause, aligned, guard);
  if (turned !== undefined && own.length === 0) {
    const isDenied = theirs.length > 0 && turned.isAgainstNegation;
    return isDenied || theirs.length === 0 || turned.words.length > 0
      ? [{ code: 'opposite', words: turned.words }]
      : [];
  }
  if (turned !== undefined) return turned.isNegation ? [{ code: 'opposite', words: turned.words }] : [];
  if (own.length > 0) {
    const isSaid = theirs.some(({ scope }) =>
      overlaps([...scope.slice(0, 1), ...scope.slice(SCOPE_WORDS)], clause, source),
    );
    if (
      isSaid ||
      negationsIn(aligned.sentence, guard).some(({ scope }) => overlaps(scope.slice(0, 1), clause, source))
    )
      return [];
    const added = own.filter(({ scope, isNoun }) => {
      const [first, ...rest] = scope;
      if (first === undefined || holds(source.keys, first, source.language))
        return !isNoun && overlaps(scope.slice(0, 1), aligned, source);
      return (
        guard.code === 'ar' &&
        theirs.length === 0 &&
        rest.length > 1 &&
        rest.slice(0, 2).every((word) => overlaps([word], aligned, source))
      );
    });
    return added.length === 0 ? [] : [{ code: 'negation.added', words: added.map(({ typed }) => typed) }];
  }
  const lost = theirs.filter(
    ({ scope }) =>
      overlaps(scope.slice(0, 1), clause, source) || overlaps(scope.slice(SCOPE_WORDS), clause, source),
  );
  if (lost.length === 0 || negationsIn(body, guard).length > 0) return [];
  return [{ code: 'negation.lost', words: lost.map(({ typed }) => typed) }];
}

function overlaps(scope: readonly Word[], clause: Pick<Clause, 'words'>, source: Source): boolean {
  const keys = new Set(clause.words.flatMap(keysOf));
  return scope.some((word) => holds(keys, word, source.language));
}

function negationsIn({ text, words }: Pick<Clause, 'text' | 'words'>, guard: Guard): readonly Negation[] {
  const blanked = text.replace(guard.notNegations, (found) => ' '.repeat(found.length));
  const offset = words[0]?.start ?? 0;
  const shift = text.length > 0 && words[0] !== undefined ? offset - text.indexOf(words[0].typed) : 0;
  const found = Array.from(blanked.matchAll(guard.negations)).filter(({ 0: typed, index }, nth, all) => {
    const next = all[nth + 1];
    const last = all[nth - 1];
    const cancels = (one: RegExpExecArray | undefined, other: RegExpExecArray | undefined) =>
      one !== undefined &&
      other !== undefined &&
      PARTICLE.test(one[0]) &&
      !PARTICLE.test(other[0]) &&
      blanked.slice(one.index + one[0].length, other.index).trim() === '';
    return !cancels(all[nth], next) && !cancels(last, all[nth]) && typed.length + index >= 0;
  });
  return found.map(({ 0: typed, index }) => {
    const at = index + shift;
    const isOfSubject = (word: Word) =>
      guard.code === 'ar' && !PARTICLE.test(typed) && (word.isCapital || isTitle(word, guard));
    const content = words.filter(
      (word) => word.isContent && !isOfSubject(word) && !(word.start < at + typed.length && word.end > at),
    );
    const whole = blanked.slice(index + typed.length);
    const rest = isOfPronoun(whole) ? whole.replace(OF_PRONOUN, ';') : whole;
    const stop = at + typed.length + (rest.search(/[)\]”»;]/u) < 0 ? rest.length : rest.search(/[)\]”»;]/u));
    const after = content
      .filter((word) => word.start >= at + typed.length && word.start <= stop)
      .slice(0, SCOPE_WORDS);
    const before = content.filter((word) => word.end <= at).slice(-SCOPE_WORDS);
    const verbLast = guard.code === 'de' || guard.code === 'ar' ? before.slice(-2) : [];
    const lead = words.findLast((word) => word.end <= at)?.typed ?? '';
    const isNoun = !PARTICLE.test(typed) && lead.match(guard.determiners)?.[0] === lead;
    if (after.length === 0 && isOfPronoun(whole)) return { typed, isNoun, scope: [] };
    return { typed, isNoun, scope: after.length === 0 ? before : [...after, ...verbLast] };
  });
}

type Denial = { readonly typed: string; readonly keys: readonly string[]; readonly isTurned: boolean };

/** "Did not deny" where the post says "denied", or the other way round. */
function faultOfDenial(clause: Clause, aligned: SourceClause, guard: Guard): Fault | undefined {
  const theirs = denialsIn(aligned, guard);
  if (theirs.length === 0) return undefined;
  for (const { typed, keys, isTurned } of denialsIn(clause, guard)) {
    const same = theirs.filter((other) => other.keys.some((key) => keys.includes(key)));
    if (same.length > 0 && same.every((other) => other.isTurned !== isTurned))
      return { code: isTurned ? 'negation.added' : 'negation.lost', words: [typed] };
  }
  return undefined;
}

/** Verbs that deny, and whether a particle turns them around: right before them, or soon behind in German and French. */
function denialsIn({ text, words }: Pick<Clause, 'text' | 'words'>, guard: Guard): readonly Denial[] {
  const shift = words[0] === undefined ? 0 : words[0].start - text.indexOf(words[0].typed);
  return Array.from(text.matchAll(guard.negations)).flatMap(({ 0: typed, index }) => {
    const nth = words.findIndex(({ start, end }) => start <= index + shift && end > index + shift);
    const word = words[nth];
    if (word === undefined || PARTICLE.test(typed) || !word.isContent) return [];
    const near = [words[nth - 1], ...(guard.code === 'de' ? words.slice(nth + 1, nth + 4) : [])];
    const isTurned = near.some((one) => one !== undefined && PARTICLE.test(one.typed));
    return [{ typed, keys: keysOf(word), isTurned }];
  });
}

type Turned = {
  readonly words: readonly string[];
  readonly isNegation: boolean;
  readonly isAgainstNegation: boolean;
};

/** One side of a pair in the clause, only the other side in the post's clause. */
function opposite(clause: Clause, aligned: SourceClause, guard: Guard): Turned | undefined {
  if (!guard.anyOpposite.test(clause.text) || !guard.anyOpposite.test(aligned.sentence.text))
    return undefined;
  for (const [one, other] of guard.opposites) {
    for (const [own, against] of [
      [one, other],
      [other, one],
    ] as const) {
      const said = clause.text.match(own);
      if (said === null || clause.text.match(against) !== null) continue;
      const hasTurned = aligned.text.match(own) === null && aligned.text.match(against) !== null;
      if (!hasTurned && !isTurnedNearby(clause, aligned, own, against)) continue;
      const text = said.join(' ');
      const against_ = aligned.text.match(against)?.join(' ') ?? '';
      return {
        words: said,
        isNegation: text.match(guard.negations) !== null,
        isAgainstNegation: against_.match(guard.negations) !== null,
      };
    }
  }
  return undefined;
}

/** The other side elsewhere in the sentence, before the same next word: "fewer than any" for "…, more than any". */
function isTurnedNearby(clause: Clause, aligned: SourceClause, own: RegExp, against: RegExp): boolean {
  const { text } = aligned.sentence;
  if (text.match(own) !== null || text === aligned.text) return false;
  const behind = (whole: string, list: RegExp) =>
    Array.from(whole.matchAll(list), ({ 0: typed, index }) =>
      (whole.slice(index + typed.length).match(/[\p{L}\p{M}]{4,}/gu) ?? []).slice(0, 3),
    ).flat();
  const said = new Set(behind(clause.text, own));
  return behind(text, against).filter((word) => said.has(word)).length >= 2;
}

/** "Admitted" for "denied" in the next clause or sentence: what is said about a charge stands beside it. */
function speechOpposite(
  clause: Clause,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): readonly string[] | undefined {
  const pair = guard.opposites.find(([one]) =>
    ['denied', 'bestreitet', 'nie', 'niega', 'نفى', 'negato'].some(
      (word) => word.match(one) !== null && word.match(one)?.[0] === word,
    ),
  );
  if (pair === undefined) return undefined;
  const [denies, admits] = pair;
  const said = clause.text.match(admits);
  if (said === null || clause.text.match(denies) !== null) return undefined;
  const near = source.clauses.filter(({ sentence }) => Math.abs(sentence.at - aligned.sentence.at) <= 1);
  if (
    near.some(({ text }) => text.match(admits) !== null) ||
    !near.some(({ text }) => text.match(denies) !== null)
  )
    return undefined;
  return said;
}
