const year = String.raw`(?:1[5-9]|20)\p{Nd}{2}`;
const month = '(?:0?[1-9]|1[0-2])';
const day = String.raw`(?:0?[1-9]|[12]\p{Nd}|3[01])`;
const grouped = String.raw`[1-9]\p{Nd}{0,2}(?:[\s.,]?\p{Nd}{3})*`;

/** What has as many digits as a phone number and is none: years in a row, dates, round numbers, amounts of money. */
const figures = [
  String.raw`${year}(?:[\s/‐-―-]{1,3}${year})+(?![\s.-]?\p{Nd})`,
  String.raw`${year}[-./]${month}[-./]${day}(?![-./]?\p{Nd})`,
  String.raw`${day}[-./]${day}[-./]${year}(?![-./]?\p{Nd})`,
  String.raw`${grouped}[\s.,]?000(?![\s.,-]?\p{Nd})`,
  String.raw`\p{Sc}\s?${grouped}(?:[.,]\p{Nd}{1,2})?(?!\p{Nd})`,
  String.raw`${grouped}(?:[.,]\p{Nd}+)?\s?(?:[\p{Sc}%]|(?:dollars?|euros?|dinars?|pounds?|USD|EUR|GBP)\b)`,
];

/** Eight digits or more, with up to three separators between two of them, in the digits of any script. */
const phoneNumber = String.raw`\+?\(?\p{Nd}(?:[\s().\-‐-―/]{0,3}\p{Nd}){7,}`;

type Replacement = string | ((found: string, kept: string | undefined) => string);

const redactions: readonly (readonly [RegExp, Replacement])[] = [
  [/<(?:@[!&]?|#|a?:\w{1,32}:|\/[^:>]{1,64}:)\d{1,20}>/gu, '[mention]'],
  [/[^\s@＠<>()[\]"',;:]{1,64}[@＠][\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu, '[e-mail]'],
  [/[@＠][\p{L}\p{N}_.]{2,32}/gu, '[mention]'],
  [/\p{Nd}{15,}/gu, '[id]'],
  [
    new RegExp(`(${figures.join('|')})|${phoneNumber}`, 'giu'),
    (_found, kept: string | undefined) => kept ?? '[phone number]',
  ],
];

/**
 * Takes e-mail addresses, phone numbers, mentions and ids out of a member's question before it is stored.
 * What might be a phone number of eight digits or more is taken for one.
 *
 * @param text - the question as typed
 * @returns at most 500 characters
 */
export function redact(text: string): string {
  let redacted = text;
  for (const [pattern, replacement] of redactions) {
    redacted =
      typeof replacement === 'string'
        ? redacted.replace(pattern, replacement)
        : redacted.replace(pattern, replacement);
  }
  return redacted
    .slice(0, 500)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
