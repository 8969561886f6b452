const formatting = /[\\*_~`|[\]<@]/g;
const lineStart = /^(\s*)(-#|[#>+-]|\d+(?=\.))/gm;
const bidirectional = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/**
 * A text that Discord shows letter by letter: no formatting, mention, masked link, bare link, list or heading
 * in it has any effect. Text with right-to-left letters or direction marks is kept from turning what stands around it.
 */
export function escapeMarkdown(text: string): string {
  const escaped = text
    .replace(formatting, '\\$&')
    .replace(lineStart, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}${mark.replace(/[-#>+]/g, '\\$&')}`,
    )
    .replace(/:\/\//g, ':\\/\\/');
  return bidirectional.test(text) ? `${firstStrongIsolate}${escaped}${popDirectionalIsolate}` : escaped;
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
  return `-# ${escaped.replace(/\s*\n\s*/g, ' ')}`;
}

/** A masked link; `label` is escaped already, brackets and spaces of the address are percent-encoded. */
export function link(label: string, url: string): string {
  const address = url.replace(
    /[()<>[\]\\\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
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
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, safeCut(line, maxChars - 1));
  const space = cut.lastIndexOf(' ');
  return `${(space > maxChars * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
