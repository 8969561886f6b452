import { digitsOf } from './digits.ts';
import { germanCompound, type NumberReader, numberReaderFor, ORDINALS, type Part } from './number-reader.ts';
import { type Token, tokensOf } from './number-tokens.ts';

/** What a number counts; `year`: four digits from 1500 to 2099 with nothing counted behind them. */
export type NumberKind = 'count' | 'percent' | 'money' | 'year' | 'ordinal';

/** A number of a text: its value (percent as said: 12.5), and where it stands, in UTF-16 code units. */
export type TextNumber = {
  readonly value: number;
  readonly kind: NumberKind;
  readonly start: number;
  readonly end: number;
};

const DIGITS = /^\p{Nd}/u;
const BEGINS_AS_WORD = /^[a-z]/;
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);
const JOINERS = new Set(['and', 'und', 'et', 'y', 'e', 'en', 'و', 'de', 'a', 'an']);
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['mrd', 1e9],
  ['md', 1e9],
  ['mln', 1e6],
  ['tsd', 1e3],
]);
const PERCENT =
  /^[ \u00a0\u202f-]?(?:[%٪]|percent(?:age)?\b|per cent\b|prozent|pour cent\b|pour-cent\b|por ciento\b|por cento\b|per cento\b|procent|процент|(?:في |ب)ال(?:مئة|مائة)|%)/iu;
const MONEY_BEFORE = /(?:[$€£¥₹₽₺]|\b(?:US|AU|CA)\$|\b(?:EUR|USD|GBP|CHF))[ \u00a0]?$/u;
const MONEY_AFTER =
  /^\.?[ \u00a0\u202f-]?(?:[$€£¥₹₽₺]|(?:de |d['’]|of )?(?:us[ -])?(?:dollar|euro|pound|pfund|franc|franken|yen|rupee|dólar|dolares|libra|peso|livre|dinar|dirham|rubl|рубл|доллар|евро|دولار|يورو|جنيه|دينار|درهم|ريال|ليرة))/iu;
const ORDINAL_AFTER = /^(?:st|nd|rd|th|er|ère|e|ème|º|ª|o|a)(?![\p{L}\p{M}])/u;
const CLOSE = /^(?:[ \u00a0\u202f]|-| ?[-‑–] ?)$/u;

/**
 * The numbers of a text, in its order: digits of any script with their separators ("1,000", "1.000", "1 000", "2,5"), words
 * ("two hundred and fifty", "zweihundert", "نصف مليون"), both together ("2.5 million", "3bn"), shares in percent, money, years,
 * ordinals. "One" alone and plurals without a number ("thousands of") are none.
 *
 * One point or comma before exactly three digits parts thousands, whatever the language; every other is a decimal one. The day,
 * month and year of a date in digits ("12.03.2020") are three numbers.
 *
 * @param language - BCP 47 subtag; without it words that are common in another language (Spanish "once") are not read
 */
export function numbersIn(text: string, language = ''): readonly TextNumber[] {
  const reader = numberReaderFor(language);
  const tokens = tokensOf(text);
  const found: TextNumber[] = [];
  for (let at = 0; at < tokens.length; ) {
    const begins = partAt(tokens, at, reader, false) !== undefined && !isPerCent(tokens, at);
    const read = begins ? readAt(text, tokens, at, reader) : undefined;
    if (read === undefined) at += 1;
    else {
      found.push(withKind(text, tokens, at, read));
      at = read.next;
    }
  }
  return found;
}

/** The hundred of "per cent" and "por ciento" is no number. */
function isPerCent(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.low;
  if (word !== 'cent' && word !== 'ciento' && word !== 'cento') return false;
  return /^(?:pour|por|per)$/.test(tokens[at - 1]?.low ?? '');
}

type Read = { readonly value: number; readonly start: number; readonly end: number; readonly next: number };

function readAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  reader: NumberReader,
): Read | undefined {
  let total = 0;
  let scale = Number.POSITIVE_INFINITY;
  let current: number | undefined;
  let next = from;
  let end = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined) break;
    if (
      at > from &&
      before !== undefined &&
      !CLOSE.test(text.slice(before.end, token.start)) &&
      text.slice(before.end, token.start) !== ''
    )
      break;
    const part = partAt(tokens, at, reader, at > from);
    if (part === undefined) {
      const word = token.low;
      if (at > from && (JOINERS.has(word) || (word === 'of' && (current ?? 1) < 1))) continue;
      break;
    }
    if (total > 0 && DIGITS.test(token.text) && !(smallerScaleAt(tokens, at + 1, reader) < scale)) break;
    if (part.times !== undefined) {
      if (current === undefined && total === 0 && !standsAlone(token, tokens[at - 1], reader)) break;
      if (part.times < 1000) current = (current ?? 1) * part.times;
      else {
        if (current === undefined && total > 0) break;
        total += (current ?? 1) * part.times;
        scale = part.times;
        current = undefined;
      }
    } else {
      const sum = added(current, total, part.add ?? 0, at > from);
      if (sum === undefined) break;
      current = sum;
    }
    next = at + 1;
    end = token.end;
  }
  const first = tokens[from];
  if (next === from || first === undefined) return undefined;
  return { value: rounded(total + (current ?? 0)), start: first.start, end, next };
}

/** "Half a million" in a text of no known language, in which "half" alone is another word. */
function partAt(
  tokens: readonly Token[],
  at: number,
  reader: NumberReader,
  later: boolean,
): Part | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const isHalf =
    token.low === 'half' &&
    /^an?$/.test(tokens[at + 1]?.low ?? '') &&
    reader.words.get(tokens[at + 2]?.low ?? '')?.times !== undefined;
  return isHalf ? { add: 0.5 } : partOf(token, reader, later);
}

/** In digits a number goes on behind a scale only to a smaller one: "2 million 500 thousand", but "2.5 million 50". */
function smallerScaleAt(tokens: readonly Token[], at: number, reader: NumberReader): number {
  return reader.words.get(tokens[at]?.low ?? '')?.times ?? Number.POSITIVE_INFINITY;
}

/** Twenty and five are one number, two and three are two; "quatre-vingt" is eighty, "خمسة وعشرون" twenty-five. */
function added(
  current: number | undefined,
  total: number,
  value: number,
  later: boolean,
): number | undefined {
  if (current === undefined)
    return !later || (total > 0 && value < 1000 && Number.isInteger(value)) ? value : undefined;
  if (current === 4 && value === 20) return 80;
  if (current < 10 && value >= 20 && value < 100 && value % 10 === 0) return current + value;
  if (current >= 100 && current % 100 === 0 && value < 100) return current + value;
  const tens = current % 100;
  if (tens >= 20 && tens % 10 === 0 && value < (tens === 60 || tens === 80 ? 20 : 10)) return current + value;
  return undefined;
}

function partOf({ text, low }: Token, reader: NumberReader, later: boolean): Part | undefined {
  if (!BEGINS_AS_WORD.test(low)) {
    const fraction = FRACTIONS.get(text);
    if (fraction !== undefined) return { add: fraction };
    if (DIGITS.test(text)) return { add: digitsOf(text) };
  }
  const known = reader.words.get(low) ?? germanCompound(low);
  if (known !== undefined) return known;
  if (!later) return undefined;
  if (low === 'one') return { add: 1 };
  const short = SHORT_SCALES.get(low);
  if (short !== undefined) return { times: short };
  return low.startsWith('و') ? reader.words.get(low.slice(1)) : undefined;
}

function standsAlone(token: Token, before: Token | undefined, reader: NumberReader): boolean {
  return (
    reader.bare.has(token.low) ||
    (before !== undefined && !/s$|en$/.test(token.low) && reader.articles.has(before.low))
  );
}

function withKind(text: string, tokens: readonly Token[], from: number, read: Read): TextNumber {
  const { value, start, end } = read;
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(end, end + 24);
  const typed = tokens[from]?.text ?? '';
  const alone = read.next === from + 1;
  const kind = (): NumberKind => {
    if (PERCENT.test(after)) return 'percent';
    if (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after)) return 'money';
    if (ORDINALS.has(typed.toLowerCase())) return 'ordinal';
    if (DIGITS.test(typed) && alone && ORDINAL_AFTER.test(after)) return 'ordinal';
    if (alone && /^\p{Nd}{4}$/u.test(typed) && value >= 1500 && value < 2100) return 'year';
    return 'count';
  };
  return { value, kind: kind(), start, end };
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
