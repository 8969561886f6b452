import { numbersIn, type TextNumber } from '../../numbers.ts';
import type { Fault } from './fault.ts';
import { bestOfTold, isToldOfOther, type Told, toldIn } from './fits.ts';
import type { Guard } from './guards.ts';
import type { Source, SourceSentence } from './source.ts';
import { holds } from './vocabulary.ts';
import { bareName, type Clause, type Word, wordsIn } from './words.ts';

/** How much better than every sentence with a name, day or number another one must fit; of 1 a word that the post has once. */
const FAR_BETTER = { leastBetter: 1.2, mostOfBest: 0.5 };

/** Words of a clause that the best sentence has, at least. */
const LEAST_SHARED = 2;

/** Who is spoken of in one sentence may still be after so many others that name somebody; after more of them as "she". */
const CARRIED_SENTENCES = 1;
const CARRIED_AS_PRONOUN = 3;

/** In its first words a sentence names its subject. */
const OPENING_WORDS = 4;

/** So few words are a signature, or a number that answers a question. */
const MOST_OF_SHORT = 4;

/** Who says "I" is not told by the names around. */
export const FIRST_PERSON = /(?<!\p{L})(?:I|we|ich|wir|je|j'\p{L}+|nous|yo)(?!\p{L})/iu;

const THIRD_PERSON =
  /^(?:s?he|they|him|hers?|his|their|them|its?|er|sie|ihm|ihr|ihn|seine?[nrms]?|ihre?[nrms]?|ils?|elles?|lui|son|sa|ses|leurs?|le|él|ell[ao]s?|sus?|lo)$/iu;

/** Behind a number these count nothing of their own. */
const NO_NOUN =
  /^(?:million.*|thousand|billion|hundred|times|mal|veces|fois|per|prozent|people|person.*|menschen|cent.*)$/iu;

/** Numbers and dates whose clause tells what the post tells in a sentence with another number or date. */
export function faultsOfAttachment(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  return [
    ...faultsOfDays(clause, source, guard),
    ...faultsOfNumbers(clause, source, guard),
    ...faultsOfCounted(clause, source, guard),
    ...faultsOfOwner(clause, source, guard),
  ];
}

/** The first names of a clause, where the post tells the rest of it in a sentence that does not speak of them. */
function faultsOfOwner(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  const names = firstNames(clause, source, guard);
  if (names.length === 0) return [];
  const told = toldIn(
    clause.words.filter((word) => !names.includes(word)),
    source,
  );
  const best = bestOfTold(told);
  if (best === undefined || best.shared < LEAST_SHARED) return [];
  const isOther = isToldOfOther(told, best, (sentence) =>
    names.some((name) =>
      isSpokenOf(name, sentence.at, source, guard, mostCarried(sentence, names, source, guard)),
    ),
  );
  return isOther ? [{ code: 'actors.swapped', words: names.map(({ typed }) => typed) }] : [];
}

/** How many sentences that name somebody may stand between a sentence and the name of its subject. */
function mostCarried(
  { words }: SourceSentence,
  names: readonly Word[],
  source: Source,
  guard: Guard,
): number {
  const opening = words.slice(0, OPENING_WORDS);
  if (opening.some(({ typed }) => THIRD_PERSON.test(typed))) return CARRIED_AS_PRONOUN;
  const isOfOther = opening.some(
    (word) => isName(word, source, guard) && !names.some((name) => bareName(name) === bareName(word)),
  );
  return isOfOther ? 0 : CARRIED_SENTENCES;
}

/** "46 boys" of a post that has 46 and boys, but not in one sentence or the next. */
function faultsOfCounted(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  for (const number of numbersIn(clause.text, guard.code)) {
    const noun = countedBy(clause.text, number, source);
    if (noun === undefined || noun.isCapital !== (guard.code === 'de') || NO_NOUN.test(noun.typed)) continue;
    if (guard.units.some(([, unit]) => unit.test(noun.typed)) || !holds(source.keys, noun, source.language))
      continue;
    const places = source.sentences.filter((sentence) =>
      numbersOf(sentence, source).some(({ value }) => value === number.value),
    );
    const isCounted = places.some(({ at }) =>
      [at, at - 1].some((near) => {
        const keys = source.sentences[near]?.keys;
        return keys !== undefined && holds(keys, noun, source.language);
      }),
    );
    if (places.length > 0 && !isCounted)
      return [{ code: 'number.invented', words: [clause.text.slice(number.start, number.end), noun.typed] }];
  }
  return [];
}

/** The first names of a sentence or clause, where the post tells of others what this one tells of them. */
export function faultsOfWho(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  const names = firstNames(clause, source, guard);
  if (names.length === 0) return [];
  const isNamed = ({ words }: SourceSentence) => words.some((word) => isName(word, source, guard));
  const best = bestOf(clause, names, source);
  if (best === undefined || !isNamed(best.sentence) || FIRST_PERSON.test(best.sentence.text)) return [];
  return isElsewhere(best, ({ at }) => names.some((name) => isSpokenOf(name, at, source, guard)), source)
    ? [{ code: 'actors.swapped', words: names.map(({ typed }) => typed) }]
    : [];
}

/** A month or weekday that the post has with something else. */
function faultsOfDays(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  for (const lists of [guard.months, guard.weekdays]) {
    const isDay = (word: Word) => lists.some((list) => word.typed.match(list)?.[0] === word.typed);
    const day = clause.words.find((word) => word.isCapital && isDay(word));
    if (day === undefined) continue;
    const best = bestOf(clause, [day], source);
    if (best === undefined || !best.sentence.words.some((word) => word.isCapital && isDay(word))) continue;
    const has = ({ words }: SourceSentence) => words.some(({ plain }) => plain === day.plain);
    if (isElsewhere(best, has, source)) return [{ code: 'date.invented', words: [day.typed] }];
  }
  return [];
}

/** A number that the post has with something else, where it has another one of its kind with this. */
function faultsOfNumbers(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  const counts = numbersIn(clause.text, guard.code).filter(
    (number) => countedBy(clause.text, number, source) !== undefined,
  );
  const best = counts.length === 0 ? undefined : bestOf(clause, [], source);
  if (best === undefined) return [];
  const rivals = numbersOf(best.sentence, source);
  for (const number of counts) {
    const isSame = (other: TextNumber) => other.value === number.value;
    const counted = countedBy(clause.text, number, source);
    const isRival = (other: TextNumber) =>
      other.kind === number.kind && countedBy(source.text, other, source)?.stem === counted?.stem;
    if (counted === undefined || rivals.some(isSame) || !rivals.some(isRival)) continue;
    const has = (sentence: SourceSentence): boolean =>
      numbersOf(sentence, source).some(isSame) ||
      [sentence.at - 1, sentence.at + 1].some((at) => {
        const near = source.sentences[at];
        return (
          near !== undefined && near.words.length <= MOST_OF_SHORT && numbersOf(near, source).some(isSame)
        );
      });
    if (isElsewhere(best, has, source))
      return [{ code: 'number.invented', words: [clause.text.slice(number.start, number.end)] }];
  }
  return [];
}

/** The plain word right behind a number. */
function countedBy(text: string, { end }: TextNumber, { language }: Source): Word | undefined {
  const [word] = wordsIn(/^[\s\u00a0]+\p{L}+/u.exec(text.slice(end, end + 40))?.[0] ?? '', language);
  return word?.isContent === true ? word : undefined;
}

/** The numbers of a sentence, which every claim asks for again. */
const countsIn = new WeakMap<SourceSentence, readonly TextNumber[]>();

function numbersOf(sentence: SourceSentence, { numbers }: Source): readonly TextNumber[] {
  const known = countsIn.get(sentence);
  if (known !== undefined) return known;
  const found = numbers.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  countsIn.set(sentence, found);
  return found;
}

/** The first names in a row. */
function firstNames({ words }: Clause, source: Source, guard: Guard): readonly Word[] {
  const first = words.findIndex((word) => isName(word, source, guard));
  if (first < 0) return [];
  const end = words.findIndex((word, at) => at > first && !isName(word, source, guard));
  return words.slice(first, end < 0 ? undefined : end);
}

type Best = Told & { readonly told: readonly Told[] };

/** The sentence that fits a clause best, those words and its numbers left out. */
function bestOf(clause: Clause, without: readonly Word[], source: Source): Best | undefined {
  const told = toldIn(
    clause.words.filter((word) => word.isContent && !without.includes(word)),
    source,
  );
  const best = bestOfTold(told);
  return best === undefined || best.shared < LEAST_SHARED ? undefined : { ...best, told };
}

/** Whether what is looked for is in the post, but in no sentence that fits nearly as well as the best one. */
function isElsewhere(best: Best, has: (sentence: SourceSentence) => boolean, source: Source): boolean {
  return source.sentences.some(has) && isToldOfOther(best.told, best, has, FAR_BETTER);
}

/** Whether a name stands in a sentence, in the answer to it, or in those before it as long as they name nobody else; or it signs. */
export function isSpokenOf(
  name: Word,
  at: number,
  source: Source,
  guard: Guard,
  mostNamed = CARRIED_SENTENCES,
): boolean {
  const { sentences } = source;
  const isIn = (nth: number) =>
    sentences[nth]?.words.some((word) => bareName(word) === bareName(name)) === true;
  if (isIn(at) || (isIn(at + 1) && /[?:]\s*$/u.test(sentences[at]?.text ?? ''))) return true;
  if (isIn(sentences.length - 1) && (sentences.at(-1)?.words.length ?? 0) <= MOST_OF_SHORT) return true;
  for (let nth = at - 1, named = 0; nth >= 0 && named < mostNamed; nth -= 1) {
    if (isIn(nth)) return true;
    if (sentences[nth]?.words.some((word) => isName(word, source, guard)) === true) named += 1;
  }
  return false;
}

/** Whether a word is a name of the post, but no day and not in capitals only. */
export function isName(word: Word, source: Source, guard: Guard): boolean {
  if (!word.isCapital || !word.isContent || /^\p{Lu}{2,}$/u.test(word.typed)) return false;
  if ([...guard.weekdays, ...guard.months].some((list) => word.typed.search(list) >= 0)) return false;
  return source.people.has(word.plain) || source.people.has(bareName(word));
}
