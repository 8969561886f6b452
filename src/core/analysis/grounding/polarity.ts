import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import { mayStandForNegation } from './licence.ts';
import { alwaysNegated, isToldNegated, NEGATES } from './negated-words.ts';
import { negationsIn, PARTICLE, SCOPE_WORDS } from './negations.ts';
import type { Source, SourceClause } from './source.ts';
import { holds } from './vocabulary.ts';
import { type Clause, keysOf, type Word } from './words.ts';

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
  if (turned !== undefined)
    return turned.isNegation && theirs.length === 0 ? [{ code: 'opposite', words: turned.words }] : [];
  if (own.length > 0) {
    const isSaid = theirs.some(({ scope }) =>
      overlaps([...scope.slice(0, 1), ...scope.slice(SCOPE_WORDS)], clause, source),
    );
    if (
      isSaid ||
      negationsIn(aligned.sentence, guard).some(({ scope }) => overlaps(scope.slice(0, 1), clause, source))
    )
      return [];
    const added = own.filter(({ typed, scope, isNoun }) => {
      const [first, ...rest] = scope;
      if (EVALUATES.test(typed)) return false;
      if (first === undefined || holds(source.keys, first, source.language))
        return !isNoun && overlaps(scope.slice(0, 1), aligned, source);
      return (
        guard.code === 'ar' &&
        theirs.length === 0 &&
        rest.length > 1 &&
        rest.slice(0, 2).every((word) => overlaps([word], aligned, source))
      );
    });
    return added.length === 0 ||
      added.every(({ scope }) => mayStandForNegation(aligned, scope.slice(0, 1), clause, source)) ||
      added.every((one) => isToldNegated(one, clause, aligned, source, guard))
      ? []
      : [{ code: 'negation.added', words: added.map(({ typed }) => typed) }];
  }
  const lost = theirs.filter(
    ({ typed, scope }) =>
      (NEGATES.test(typed) || scope.filter((word) => overlaps([word], clause, source)).length >= 2) &&
      (overlaps(scope.slice(0, 1), clause, source) || overlaps(scope.slice(SCOPE_WORDS), clause, source)),
  );
  if (negationsIn(body, guard).length > 0) return [];
  const never = alwaysNegated(clause, source, guard);
  if (never !== undefined) return [{ code: 'negation.lost', words: [never.typed] }];
  if (lost.length === 0 || lost.every(({ scope }) => mayStandForNegation(clause, scope, aligned, source)))
    return [];
  return [{ code: 'negation.lost', words: lost.map(({ typed }) => typed) }];
}

/** Verbs for thinking little of something that the post may put otherwise. */
const EVALUATES = /^(?:dismiss.*|disput.*|contradict.*|disagree.*|lack.*|unlikely|neglect.*)$/iu;

function overlaps(scope: readonly Word[], clause: Pick<Clause, 'words'>, source: Source): boolean {
  const keys = new Set(clause.words.flatMap(keysOf));
  return scope.some((word) => holds(keys, word, source.language));
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
