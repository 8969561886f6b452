import type { Guard } from './guards.ts';
import { isTitle } from './names.ts';
import type { Clause, Word } from './words.ts';

/** Content words behind a negation that it turns around, where clauses are cut roughly. */
export const SCOPE_WORDS = 4;

/** Words that only negate; together with a verb that does so, too, they negate nothing: "not refused". */
export const PARTICLE =
  /^(?:not|never|no|n't|.*n't|(?:do|does|did|is|was|are|has|have|had|could|would|should|wo|ca)nt|nicht|nie|niemals|pas|jamais|ne|n'.*|nunca|non|mai|لم|لا|لن)$/iu;

export type Negation = {
  readonly typed: string;
  /** "A dispute" says that there is one. */
  readonly isNoun: boolean;
  readonly scope: readonly Word[];
};

/** "Denied this and …": what follows is not denied. */
const OF_PRONOUN =
  /^\s+(?:this|that|it|them|das|dies|es|cela|ça|le|esto|eso|lo|questo|ذلك|هذا)?\s*(?:,|and|und|et|y|e|و)\s[\s\S]*/u;

/** "Denied it." */
const ONLY_PRONOUN =
  /^\s+(?:this|that|it|them|das|dies|es|cela|ça|le|esto|eso|lo|questo|ذلك|هذا)[\s.,;!?]*$/iu;

function isOfPronoun(behind: string): boolean {
  return OF_PRONOUN.test(behind);
}

/** What is negated in a text, each with the words it turns around. */
export function negationsIn(
  { text, words }: Pick<Clause, 'text' | 'words'>,
  guard: Guard,
): readonly Negation[] {
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
    if (after.length === 0 && !PARTICLE.test(typed) && ONLY_PRONOUN.test(whole))
      return { typed, isNoun, scope: [] };
    if (after.length === 0 && isOfPronoun(whole)) return { typed, isNoun, scope: [] };
    return { typed, isNoun, scope: after.length === 0 ? before : [...after, ...verbLast] };
  });
}
