import { numbersIn, type TextNumber } from '../numbers.ts';
import type { LanguageCode } from './language.ts';
import type { IndexedClaim } from './match.ts';

/** Numbers that are asked for, by the place of their sentence in the query. */
export type AskedNumbers = (sentence: number) => readonly TextNumber[];

const NOT_SAID = /https?:\/\/\S+|<[@#:at/][^<>\s]{1,80}>/gu;

/** From here on people round, by up to so much; years are never rounded. */
const ROUNDED = { from: 1_000, share: 0.05 } as const;

/**
 * The numbers of each sentence of a query, read when they are first asked for.
 *
 * @param sentencesOf - as the query is cut for looking it up
 */
export function askedNumbers(sentencesOf: () => readonly string[], language: LanguageCode): AskedNumbers {
  const read = new Map<number, readonly TextNumber[]>();
  let sentences: readonly string[] | undefined;
  return (at) => {
    const known = read.get(at);
    if (known !== undefined) return known;
    sentences ??= sentencesOf();
    const numbers = numbersIn((sentences[at] ?? '').replace(NOT_SAID, ' '), language);
    read.set(at, numbers);
    return numbers;
  };
}

/**
 * Whether a claim says another number than a sentence does: each has one that the other lacks, and both are counts, shares, money or
 * years. What a claim does not count it does not contradict.
 */
export function contradicts(
  asked: readonly TextNumber[],
  { quote, gist, title }: IndexedClaim,
  language: LanguageCode,
): boolean {
  if (!asked.some(isTelling)) return false;
  const said = [quote, gist, title].flatMap((text) => numbersIn(text, language));
  const foreign = said.filter((number) => isTelling(number) && !isAmong(number, asked));
  if (foreign.length === 0) return false;
  return asked.some(
    (number) =>
      isTelling(number) && !isAmong(number, said) && foreign.some(({ kind }) => kind === number.kind),
  );
}

/** "First" and "second" order what is told and measure nothing. */
function isTelling({ kind }: TextNumber): boolean {
  return kind !== 'ordinal';
}

function isAmong(number: TextNumber, others: readonly TextNumber[]): boolean {
  return others.some((other) => areSame(number, other));
}

/** Whether two numbers are one, said more or less exactly: 6,389,000 and "6.4 million". */
function areSame(one: TextNumber, other: TextNumber): boolean {
  if (one.value === other.value) return true;
  if (one.kind === 'year' || other.kind === 'year') return false;
  const larger = Math.max(one.value, other.value);
  return larger >= ROUNDED.from && Math.abs(one.value - other.value) <= ROUNDED.share * larger;
}
