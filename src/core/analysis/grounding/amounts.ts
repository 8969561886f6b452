import { numbersIn, type TextNumber } from '../../numbers.ts';
import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Vocabulary } from './vocabulary.ts';
import { keysOf, kinKeysOf, type Word, wordsIn } from './words.ts';

const NUMERIC_DATE =
  /(?<!\p{Nd})(?:(\p{Nd}{4})-(\p{Nd}{2})-(\p{Nd}{2})|(\p{Nd}{1,2})[./](\p{Nd}{1,2})[./](\p{Nd}{4}))(?!\p{Nd})/gu;
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['dollar', /(?:\$|USD)\s?$/u],
  ['euro', /(?:€|EUR)\s?$/u],
  ['pound', /(?:£|GBP)\s?$/u],
];
const CURRENCIES_AFTER: readonly (readonly [string, RegExp])[] = [
  ['dollar', /^\s?(?:\$|USD)/u],
  ['euro', /^\s?(?:€|EUR)/u],
  ['pound', /^\s?(?:£|GBP)/u],
];
/** "2.5m pounds", "million de", "millones de euros" */
const SCALE = /^(?:\.|m\b|mn\b|bn\b|k\b)?\s*(?:(?:de|d'|of)\s*)?/iu;
const NEAR_CHARS = 26;
const HALF = /(?<!\p{L})(?:half|halved|mitad|mita|metà|moitié|hälfte|halbiert|النصف|نصف)(?!\p{L})/iu;
const FRACTION = /(?<![\p{Nd}/])1\/([2-9])(?![\p{Nd}/])/gu;
const PARTS: Readonly<Record<string, RegExp>> = {
  2: HALF,
  3: /(?<!\p{L})(?:third|tercio|terzo|tiers|drittel)(?!\p{L})/iu,
  4: /(?<!\p{L})(?:quarter|fourth|cuarto|cuarta parte|quarto|quart|viertel)(?!\p{L})/iu,
  5: /(?<!\p{L})(?:fifth|quinto|quinta parte|cinquième|fünftel)(?!\p{L})/iu,
};

type Measure = { readonly unit: string | null; readonly per: string | null };

/** Numbers, units, months and weekdays that the post has not. */
export function faultsOfAmounts(body: string, source: Vocabulary, guard: Guard): readonly Fault[] {
  const dates = datesIn(body);
  const whole = dates.reduce((text, { typed }) => text.replace(typed, ' '.repeat(typed.length)), body);
  const plain = whole.replace(FRACTION, (typed, part: string) =>
    PARTS[part]?.test(source.text) ? ' '.repeat(typed.length) : typed,
  );
  const faults: Fault[] = [];
  for (const number of numbersIn(plain, guard.code)) {
    const typed = plain.slice(number.start, number.end);
    const same = source.numbers.filter((one) => isSame(one, number));
    if (same.length === 0) {
      if (!isShare(number, source) && !isSaidInWords(number, source))
        faults.push({ code: 'number.invented', words: [typed] });
      continue;
    }
    if (isOfAnother(plain, number, same, source)) {
      faults.push({ code: 'number.invented', words: [plain.slice(number.start, number.end + NEAR_CHARS)] });
      continue;
    }
    const measure = measureOf(plain, number, guard);
    const others = same.map((one) => ({
      ...once(measures, one, () => measureOf(source.text, one, guard)),
      kind: one.kind,
    }));
    const differs = (of: 'unit' | 'per') =>
      measure[of] !== null &&
      others.every((other) => other[of] !== measure[of]) &&
      (of === 'unit'
        ? others.some((other) => other[of] !== null)
        : others.every((other) => other[of] !== null));
    if (
      differs('unit') ||
      differs('per') ||
      (measure.unit !== null && others.every(({ kind }) => kind === 'percent'))
    )
      faults.push({ code: 'unit.changed', words: [plain.slice(number.start, number.end + NEAR_CHARS)] });
    const direction = directionOf(plain, number, guard);
    const directions = same.map((one) => directionOf(source.text, one, guard));
    if (direction !== 0 && directions.every((one) => one === -direction))
      faults.push({ code: 'opposite', words: [plain.slice(Math.max(0, number.start - 14), number.end)] });
  }
  return [...faults, ...faultsOfDates(plain, dates, source, guard)];
}

/** What is known of the numbers of a post, which every sentence asks for again. */
const measures = new WeakMap<TextNumber, Measure>();
const nouns = new WeakMap<TextNumber, readonly Word[]>();

function once<T>(known: WeakMap<TextNumber, T>, number: TextNumber, find: () => T): T {
  const found = known.get(number) ?? find();
  known.set(number, found);
  return found;
}

/** The one or two words right behind a number. */
function wordsBehind(text: string, end: number, source: Vocabulary): readonly Word[] {
  const behind = /^["”»\s\u00a0]+(?:\p{L}+\s)?\p{L}+/u.exec(text.slice(end, end + NEAR_CHARS * 2));
  return wordsIn(behind?.[0] ?? '', source.language);
}

/** "48 goals" of "31 goals in 48 matches": the post counts by another number what stands behind this one. */
function isOfAnother(
  text: string,
  { end, kind }: TextNumber,
  same: readonly TextNumber[],
  source: Vocabulary,
): boolean {
  const countedBy = (number: TextNumber) =>
    once(nouns, number, () => wordsBehind(source.text, number.end, source));
  const noun = wordsBehind(text, end, source)[0];
  if (kind === 'money' || noun === undefined || !noun.isContent || noun.isCapital) return false;
  const isNoun = (word: Word) => keysOf(word).some((key) => keysOf(noun).includes(key));
  const isKin = (word: Word) => kinKeysOf(noun, source.language).some((key) => keysOf(word).includes(key));
  if (same.some((one) => countedBy(one).some(isKin))) return false;
  const others = source.numbers.filter((one) => !same.includes(one));
  const isElsewhere = others.some((one) => {
    const [first] = countedBy(one);
    return first !== undefined && isNoun(first);
  });
  const hasOwn = same.every((one) => {
    const [first] = countedBy(one);
    return first === undefined || first.isContent || !isPartOf(source.text, one);
  });
  return isElsewhere && hasOwn;
}

/** "4,500 of the 18,000": what stands behind the whole is what the part counts, too. */
function isPartOf(text: string, { end }: TextNumber): boolean {
  return /^\s*(?:of|out of|in|von|der|aus|de|des|d'|del|di|من)(?!\p{L})/iu.test(text.slice(end, end + 8));
}

function isSame(one: TextNumber, other: TextNumber): boolean {
  if (one.value === other.value) {
    return (one.kind === 'percent') === (other.kind === 'percent') || one.value === 0;
  }
  const [low, high] = one.value < other.value ? [one, other] : [other, one];
  return (
    high.kind === 'percent' && low.value > 0 && low.value < 1 && Math.abs(low.value * 100 - high.value) < 0.01
  );
}

/** Twice, both; nil: small numbers that a post may say in a word that counts. */
const IN_WORDS: ReadonlyMap<number, RegExp> = new Map([
  [0, /(?<!\p{L})(?:nil|zero|null|nought|zéro|cero|صفر)(?!\p{L})/iu],
  [
    2,
    /(?<!\p{L})(?:both|twice|double|beide[nrms]?|zweimal|doppelt\p{L}*|les deux|deux fois|ambos|ambas|dos veces|entramb[ie]|كلا|كلتا|مرتين|\p{L}{3,}(?:تان|تين|ين|ان))(?!\p{L})/iu,
  ],
  [3, /(?<!\p{L})(?:thrice|triple|dreimal|dreifach\p{L}*|trois fois|tres veces)(?!\p{L})/iu],
]);

function isSaidInWords({ value, kind }: TextNumber, { text }: Vocabulary): boolean {
  return kind === 'count' && IN_WORDS.get(value)?.test(text) === true;
}

/** A fifth is 20 percent, half are 50; years and ordinals typed in another way. */
function isShare({ value, kind }: TextNumber, source: Vocabulary): boolean {
  if (kind === 'percent' && value === 50 && HALF.test(source.text)) return true;
  if (kind === 'percent') {
    const parts = 100 / value;
    return (
      Number.isInteger(parts) &&
      source.numbers.some((one) => one.kind === 'ordinal' && one.value === parts && parts > 2)
    );
  }
  if (kind === 'ordinal')
    return source.numbers.some((one) => one.kind === 'percent' && one.value * value === 100);
  return false;
}

function measureOf(text: string, number: TextNumber, guard: Guard): Measure {
  const before = text.slice(Math.max(0, number.start - 5), number.start);
  const after = text.slice(number.end, number.end + NEAR_CHARS);
  const [first, rest] = unitAt(after.replace(SCALE, '').replace(/^[\s\u00a0\u202f-]+/u, ''), guard);
  const currency =
    CURRENCIES.find(([, sign]) => sign.test(before))?.[0] ??
    CURRENCIES_AFTER.find(([, sign]) => sign.test(after))?.[0];
  const behind = (
    currency !== undefined && first === null ? after.replace(/^\s?[$€£]/u, '') : rest
  ).trimStart();
  const counted = guard.per.test(behind) ? unitAt(behind.replace(guard.per, ''), guard)[0] : null;
  return { unit: currency ?? first, per: counted };
}

function unitAt(text: string, guard: Guard): readonly [string | null, string] {
  for (const [name, words] of guard.units) {
    const found = words.exec(text);
    if (found !== null) return [name, text.slice(found[0].length)];
  }
  return [null, text];
}

function directionOf(text: string, { start }: TextNumber, guard: Guard): number {
  const before = text.slice(Math.max(0, start - 18), start);
  if (guard.lessThan.test(before)) return -1;
  return guard.moreThan.test(before) ? 1 : 0;
}

type NumericDate = {
  readonly typed: string;
  readonly day: number;
  readonly month: number;
  readonly year: number;
};

function datesIn(text: string): readonly NumericDate[] {
  return Array.from(text.matchAll(NUMERIC_DATE), (found) => ({
    typed: found[0],
    day: Number(found[3] ?? found[4]),
    month: Number(found[2] ?? found[5]),
    year: Number(found[1] ?? found[6]),
  }));
}

function faultsOfDates(
  body: string,
  dates: readonly NumericDate[],
  source: Vocabulary,
  guard: Guard,
): readonly Fault[] {
  const sourceDates = datesIn(source.text);
  const months = (text: string) => named(text, guard.months, guard.code);
  const known = new Set([...months(source.text).keys(), ...sourceDates.map(({ month }) => month - 1)]);
  const values = new Set(source.numbers.map(({ value }) => value));
  for (const { day, month, year } of sourceDates) for (const part of [day, month, year]) values.add(part);
  const faults: Fault[] = [];
  for (const { typed, day, month, year } of dates) {
    const swapped = known.has(day - 1) && values.has(month);
    if ((!known.has(month - 1) && !swapped) || !values.has(day) || !values.has(year))
      faults.push({ code: 'date.invented', words: [typed] });
  }
  for (const [month, typed] of months(body))
    if (!known.has(month)) faults.push({ code: 'date.invented', words: [typed] });
  const days = named(source.text, guard.weekdays, guard.code);
  for (const [day, typed] of named(body, guard.weekdays, guard.code)) {
    if (!days.has(day)) faults.push({ code: 'date.invented', words: [typed] });
  }
  return faults;
}

/** "May" is a month by its capital, "mai" is never "never" in French. */
function named(text: string, lists: readonly RegExp[], code: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  lists.forEach((list, at) => {
    for (const { 0: typed } of text.matchAll(list)) {
      if ((code === 'en' || code === 'de') && !/^\p{Lu}/u.test(typed)) continue;
      found.set(at, typed);
    }
  });
  return found;
}
