import type { Fault } from './fault.ts';
import { bestOfTold, type Told, toldIn } from './fits.ts';
import type { Guard } from './guards.ts';
import { NEGATES } from './negated-words.ts';
import { negationsIn } from './negations.ts';
import type { Source, SourceClause, SourceSentence } from './source.ts';
import { holds, keysUnder } from './vocabulary.ts';
import { type Clause, keysOf, type Word } from './words.ts';

/** So many content words shared with a sentence of the post tell that it is what a clause speaks of. */
const LEAST_SHARED = 2;

/** So few words of the next sentence belong to the one before: "Not one brick." */
const MOST_OF_SHORT = 7;

/** So many of a clause's content words must be in a clause of the post that is denied there. */
const LEAST_TOLD = 0.5;

/**
 * A negation that nothing in the post allows: no sentence that speaks of the same has a negation, a word that may stand for one, or
 * the opposite of a word of the clause. And one that is gone: the post's clause is denied and no word of the sentence may stand for it.
 */
export function faultsOfLicence(
  clause: Clause,
  body: Clause,
  aligned: SourceClause,
  source: Source,
  guard: Guard,
): readonly Fault[] {
  const content = clause.words.filter(({ isContent }) => isContent);
  const own = particlesIn(clause, guard);
  const near = sentencesAbout(content, aligned, source);
  if (own.length > 0) {
    const isAllowed =
      near.length === 0 ||
      near.some(({ text }) => guard.negative.test(text.replace(guard.notNegations, ' '))) ||
      near.some(({ text }) => isOpposite(clause.text, text, guard));
    return isAllowed && !isToldFlatly(clause, source, guard) ? [] : [{ code: 'negation.added', words: own }];
  }
  if (privativesIn(body, guard).some((word) => !isIn(aligned, word))) return [];
  const shared = content.filter((word) => holds(aligned.keys, word, source.language));
  if (shared.length < Math.max(LEAST_SHARED, content.length * LEAST_TOLD)) return [];
  if (isOpposite(clause.text, aligned.text, guard)) return [];
  const lost = negationsIn(aligned, guard).filter(
    ({ typed, scope }) => NEGATES.test(typed) && isAbout(scope, shared, source),
  );
  return lost.length === 0 ? [] : [{ code: 'negation.lost', words: lost.map(({ typed }) => typed) }];
}

/** Negations that mean "only". */
const LIMITS = /(?<!\p{L})(?:que|only|seulement)(?!\p{L})/iu;

/** Sentences that fit nearly as well as the best one. */
const LEAST_OF_BEST = 0.6;

/** What in a post says in its own way that something is not so: apostrophes left out, "for free", "more than any". */
const LOOSE_NEGATION =
  /(?<!\p{L})(?:(?:do|does|did|is|was|were|are|has|have|had|could|would|should|ca|wo)nt|for free|than any)(?!\p{L})/iu;

/** Whether the sentences of the post that tell most of a clause have nothing that denies, not even a verb. */
function isToldFlatly(clause: Clause, source: Source, guard: Guard): boolean {
  if (LIMITS.test(clause.text)) return false;
  const told = toldIn(clause.words, source);
  const best = bestOfTold(told);
  const wanted = clause.words.filter(({ isContent, plain }) => isContent || /^\p{N}/u.test(plain)).length;
  if (best === undefined || best.shared < Math.max(LEAST_SHARED, wanted * LEAST_TOLD)) return false;
  const follows = ({ sentence }: Told) => sentence.at === best.sentence.at + 1;
  const next = source.sentences[best.sentence.at + 1];
  const texts = told
    .filter((one) => one.score >= best.score * LEAST_OF_BEST || follows(one))
    .map(({ sentence }) => sentence.text);
  if (next !== undefined && next.words.length <= MOST_OF_SHORT) texts.push(next.text);
  return !texts.some((text) => deniesIn(text, guard) || isOpposite(clause.text, text, guard));
}

function deniesIn(text: string, guard: Guard): boolean {
  if (LOOSE_NEGATION.test(text)) return true;
  const every = new RegExp(guard.negative.source, 'giu');
  return Array.from(text.replace(guard.notNegations, ' ').matchAll(every)).some(
    ({ 0: typed }) => !ADVERB.test(typed) && !WEAK.test(typed),
  );
}

/** Words that may stand for a negation, and mostly do not. */
const WEAK =
  /^(?:left|leave|other|different|dead|gone|little|few|fewer|less|pending|one of|end|ends|ended|clos.*|shut.*|held|los.*|wait.*|question.*|doubt.*|oppos.*|against|object.*|menos|wenig.*|gegen|contre|contra)$/iu;

/** Whether what a negation turns around is among these words: what stands right behind it, or two plain words. */
function isAbout(scope: readonly Word[], shared: readonly Word[], { language }: Source): boolean {
  const keys = keysUnder(shared);
  const held = scope.map((word) => !word.isCapital && holds(keys, word, language));
  return held[0] === true || held.filter(Boolean).length >= 2;
}

function particlesIn(clause: Pick<Clause, 'text' | 'words'>, guard: Guard): readonly string[] {
  return negationsIn(clause, guard)
    .filter(({ typed }) => NEGATES.test(typed))
    .map(({ typed }) => typed);
}

function sentencesAbout(
  content: readonly Word[],
  aligned: SourceClause,
  source: Source,
): readonly SourceSentence[] {
  const shares = (sentence: SourceSentence) =>
    content.filter((word) => holds(sentence.keys, word, source.language)).length;
  if (shares(aligned.sentence) < LEAST_SHARED) return [];
  return source.sentences.filter(
    (sentence) =>
      sentence === aligned.sentence ||
      shares(sentence) >= LEAST_SHARED ||
      (sentence.at === aligned.sentence.at + 1 && sentence.words.length <= MOST_OF_SHORT),
  );
}

/** One of them has a side of a pair of opposites that the other has not, and the other the other side. */
function isOpposite(text: string, told: string, guard: Guard): boolean {
  return guard.opposites.some(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].some(
      ([own, against]) =>
        own !== undefined &&
        against !== undefined &&
        text.match(own) !== null &&
        told.match(own) === null &&
        told.match(against) !== null,
    ),
  );
}

/** How far a word that stands for a negation is from what it turns around, in words. */
const NEAR_WORDS = 4;

/** Adverbs that say that something goes on, or nothing but; on their own they deny nothing. */
const ADVERB =
  /^(?:still|yet|only|just|merely|up|out|down|even|alone|kept|keep.*|stay.*|remain.*|nur|lediglich|bloß|erst|noch|bisher|bislang|weiterhin|zu|ab|aus|allein|encore|toujours|seul.*|que|reste.*|aún|todavía|sigue.*|siguen|segu.*|solo|sólo|solamente|casi|apenas|ancora|solo|soltanto|فقط|بعد|سوى|إلا|ما|ما زال.*|لا يزال|لا تزال)$/iu;

/** "Lost their savings" for "were left without their savings": a word of its own that denies, near one of those, where the other clause has none but its particle. */
export function mayStandForNegation(
  clause: Clause,
  scope: readonly Word[],
  other: Clause,
  { guard, language }: Pick<Source, 'guard' | 'language'>,
): boolean {
  if (guard === undefined) return false;
  if (privativesIn(other, guard).some(({ typed }) => !NEGATES.test(typed))) return false;
  return privativesIn(clause, guard).some((word) => {
    const at = clause.words.indexOf(word);
    const near = clause.words.slice(Math.max(0, at - NEAR_WORDS), at + NEAR_WORDS + 1);
    return !isIn(other, word) && scope.some((one) => holds(keysUnder(near), one, language));
  });
}

function privativesIn({ words }: Clause, guard: Guard): readonly Word[] {
  return words.filter(
    ({ typed }) => typed.match(guard.negative)?.[0]?.length === typed.length && !ADVERB.test(typed),
  );
}

function isIn(clause: Clause, word: Word): boolean {
  return clause.words.some((other) => keysOf(other).some((key) => keysOf(word).includes(key)));
}
