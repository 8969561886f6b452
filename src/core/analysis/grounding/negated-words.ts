import type { Guard } from './guards.ts';
import { type Negation, negationsIn } from './negations.ts';
import type { Source, SourceClause } from './source.ts';
import { holds } from './vocabulary.ts';
import { type Clause, keysOf, kinKeysOf, type Word } from './words.ts';

/** Words that turn around what stands behind them and say nothing else. */
export const NEGATES =
  /^(?:not|never|no|no longer|yet to|n't|.*n't|(?:do|does|did|is|was|are|has|have|had|could|would|should|wo|ca)nt|cannot|without|none|nobody|no one|nothing|neither|nor|nicht|nie|niemals|kein.*|ohne|niemand.*|nichts|weder|pas|jamais|ne|n'.*|sans|aucun.*|personne|rien|no|nunca|jamás|sin|nadie|nada|ning.*|tampoco|ni|non|mai|senza|nessun.*|niente|né|لم|لا|لن|ليس.*|دون|بدون)$/iu;

/** "I am not saying that …": what follows is not said. */
const DISCLAIMER =
  /(?<!\p{L})(?:not (?:saying|claiming|suggesting|accusing)|(?:don't|do not|can't|cannot) (?:say|claim|think|believe|prove)|(?:behaupte|sage|glaube|meine) (?:ja |auch )?nicht|no (?:digo|afirmo|creo)|ne (?:dis|crois|pense) pas|n'affirme pas|non (?:dico|affermo|credo))(?!\p{L})/iu;

/** So many words beside the negated one tell that a clause speaks of the same. */
const LEAST_SHARED = 2;

/** Which negations a clause of a post has, which every sentence asks for again. */
const negated = new WeakMap<SourceClause, readonly Negation[]>();

function negationsOf(clause: SourceClause, guard: Guard): readonly Negation[] {
  const found = negated.get(clause) ?? negationsIn(clause, guard);
  negated.set(clause, found);
  return found;
}

/** A word of a clause that the post has nowhere but right behind a negation, in a sentence that speaks of the same. */
export function alwaysNegated(
  clause: Clause,
  source: Source,
  guard: Guard,
  leastShared = LEAST_SHARED,
): Word | undefined {
  return clause.words.find((word) => {
    if (!word.isContent || word.isCapital) return false;
    const places = new Set(
      kinKeysOf(word, source.language).flatMap((key) => source.clausesWith.get(key) ?? []),
    );
    if (places.size === 0 || places.size > 3) return false;
    const told = Array.from(places).flatMap((place) => source.clauses[place] ?? []);
    return (
      told.every((one) => isNegatedIn(word, one, source, guard)) &&
      told.some(({ sentence }) => sharedWith(clause, near(sentence.at, source), source) >= leastShared)
    );
  });
}

function isNegatedIn(word: Word, told: SourceClause, source: Source, guard: Guard): boolean {
  const keys = new Set(kinKeysOf(word, source.language));
  const isWord = (one: Word | undefined) => one !== undefined && keysOf(one).some((key) => keys.has(key));
  if (told.words.filter((one) => isWord(one)).length > 1) return false;
  const disclaimed = DISCLAIMER.exec(told.sentence.text);
  if (disclaimed !== null) {
    const end = disclaimed.index + disclaimed[0].length;
    if (told.words.some((one) => isWord(one) && told.sentence.text.indexOf(one.typed) >= end)) return true;
  }
  return negationsOf(told, guard).some(({ typed, scope }) => NEGATES.test(typed) && isWord(scope[0]));
}

/** Whether a part of the post that speaks of the same has any negation, or the same in a word for the opposite. */
export function isToldNegated(
  { typed, scope }: Negation,
  clause: Clause,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): boolean {
  const [first] = scope;
  const isFlat = first !== undefined && keysOf(first).some((key) => aligned.keys.has(key));
  const isTold = source.clauses.some(
    (told) =>
      negationsOf(told, guard).length > 0 &&
      sharedWith(clause, [isFlat ? told.keys : told.sentence.keys], source) >= LEAST_SHARED,
  );
  if (isTold) return true;
  const { text } = aligned.sentence;
  const sides = guard.opposites.flatMap(([one, other]) => [
    { own: one, against: other },
    { own: other, against: one },
  ]);
  return sides.some(
    ({ own, against }) =>
      (typed.match(own) !== null && text.match(own) !== null) ||
      (first !== undefined &&
        first.typed.match(own) !== null &&
        text.match(own) === null &&
        text.match(against) !== null),
  );
}

function near(at: number, source: Source): readonly ReadonlySet<string>[] {
  return [at - 1, at].flatMap((place) => source.sentences[place]?.keys ?? []);
}

function sharedWith(clause: Clause, filed: readonly ReadonlySet<string>[], { language }: Source): number {
  const content = clause.words.filter(({ isContent }) => isContent);
  return content.filter((word) => filed.some((keys) => holds(keys, word, language))).length;
}
