import { PartialDate } from '../../core/partial-date.ts';

/** Names of months and their usual short forms in English, German, French and Spanish, without their accents. */
const months = [
  'january januar janvier enero jan janv ene',
  'february februar fevrier febrero feb febr fev fevr',
  'march marz maerz mars marzo mar mrz',
  'april avril abril apr avr abr',
  'may mai mayo',
  'june juni juin junio jun',
  'july juli juillet julio jul juil',
  'august aout agosto aug ago',
  'september septembre septiembre setiembre sep sept',
  'october oktober octobre octubre oct okt',
  'november novembre noviembre nov',
  'december dezember decembre diciembre dec dez dic',
].map((names) => names.split(' '));

const name = '(?<name>[a-z]{3,10})\\.?';
const day = '(?<day>[0-3]?\\d)(?:\\.|st|nd|rd|th|er|º)?';
const year = '(?<year>[12]\\d{3})(?!\\d)';
const of = '(?:\\s+(?:de|of|del))?\\s+';

/** "3 March 2020", "1er mars 2020", "3 de marzo de 2020"; "March 3rd, 2020"; "March 2020". */
const worded = [
  new RegExp(`(?<!\\d)${day}${of}${name},?${of}${year}`),
  new RegExp(`(?<![a-z])${name}\\s+${day},?\\s+${year}`),
  new RegExp(`(?<![a-z])${name},?${of}${year}`),
];

/** Years first: a date with its time, or parts of one, and dates without any marks. */
const numbered = [
  /^(?<year>[12]\d{3})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?(?![\d/.-])/,
  /^(?<year>[12]\d{3})(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/,
];

/** Longer texts are no dates. */
const longestChars = 100;

/**
 * A date as a page writes it, as far as it can be read without guessing: 03/04/2020 is March or April, so that numbers
 * alone are read with the year first only. A time zone is left as it is: the day is the one the page names.
 */
export function readWrittenDate(text: string): PartialDate | null {
  if (text.length > longestChars) return null;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  for (const pattern of numbered) {
    const found = pattern.exec(plain)?.groups;
    if (found !== undefined) return dateFrom(found.year, found.month, found.day);
  }
  for (const pattern of worded) {
    const found = pattern.exec(plain)?.groups;
    const month = months.findIndex((names) => names.includes(found?.name ?? ''));
    if (month !== -1) return dateFrom(found?.year, String(month + 1), found?.day);
  }
  return null;
}

function dateFrom(...parts: readonly (string | undefined)[]): PartialDate | null {
  const written = parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  return PartialDate.safeParse(written).data ?? null;
}
