import { roomOf } from './limits.ts';

const formatting = /[\\*_~`|[\]<@]/g;
const lineStart = /^([^\S\n\r\u2028\u2029]*)(-#|[#>+-]|\d+(?=\.))/gm;
const shortcode = /:(?=[\w+\\-]+:)/g;
const lines = /[^\n\r\u0085\u2028\u2029]+/g;
const bidirectional =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const isolating = /[\u2066-\u2069]/g;
const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/**
 * A text that Discord shows letter by letter: no formatting, mention, masked link, bare link, emoji name, list or
 * heading in it has any effect. Text with right-to-left letters or direction marks is kept from turning what stands around it.
 */
export function escapeMarkdown(text: string): string {
  const escaped = text
    .replace(formatting, '\\$&')
    .replace(lineStart, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}${mark.replace(/[-#>+]/g, '\\$&')}`,
    )
    .replace(/:\/\//g, ':\\/\\/')
    .replace(shortcode, '\\:');
  return escaped.replace(lines, (line) => (bidirectional.test(line) ? isolated(line) : line));
}

/** A line whose direction ends with it (Unicode Standard Annex 9), even where it closes isolates it never opened. */
function isolated(line: string): string {
  let open = 0;
  let unopened = 0;
  for (const [mark] of line.matchAll(isolating)) {
    if (mark !== popDirectionalIsolate) open += 1;
    else if (open > 0) open -= 1;
    else unopened += 1;
  }
  return `${firstStrongIsolate.repeat(unopened + 1)}${line}${popDirectionalIsolate.repeat(open + 1)}`;
}

/** Puts every line of an escaped text into a block quote. */
export function blockQuote(escaped: string): string {
  return escaped
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A small grey line; line ends in it become spaces, since it reaches to the end of its line only. */
export function smallPrint(escaped: string): string {
  return `-# ${escaped.replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, ' ')}`;
}

/** A masked link; `label` is escaped already, brackets and spaces of the address are percent-encoded. */
export function link(label: string, url: string): string {
  const address = url.replace(/[()<>[\]\\\s]/g, (char) =>
    char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char),
  );
  return `[${label}](${address})`;
}

/** Cuts between characters, never inside a surrogate pair. */
export function safeCut(text: string, maxChars: number): number {
  const code = text.charCodeAt(maxChars - 1);
  return code >= 0xd800 && code <= 0xdbff ? maxChars - 1 : maxChars;
}

/**
 * The beginning of a text on one line, ended by "…" where something is left out. Wherever it is used,
 * the card offers the whole.
 *
 * @param maxChars - UTF-16 code units, "…" included
 */
export function excerpt(text: string, maxChars: number): string {
  // Of a long text only the beginning is looked at, unless that is little more than space.
  const beginning = onOneLine(text.slice(0, maxChars * 4));
  const line = beginning.length > maxChars ? beginning : onOneLine(text);
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, safeCut(line, maxChars - 1));
  const space = cut.lastIndexOf(' ');
  return `${(space > maxChars * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The longest excerpt of at most `maxChars` whose escaped form takes at most `maxRoom`, in units of `roomOf`.
 * Escaping can more than double a text, so that only this keeps a card within its limits whatever it quotes.
 */
export function escapedExcerpt(plain: string, maxChars: number, maxRoom: number): string {
  for (let chars = Math.max(1, maxChars); ; ) {
    const escaped = escapeMarkdown(excerpt(plain, chars));
    const over = roomOf(escaped) - maxRoom;
    if (over <= 0 || chars === 1) return escaped;
    chars = Math.max(1, Math.min(chars, escaped.length) - Math.ceil(over / 4));
  }
}
