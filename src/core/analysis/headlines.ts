/** A longer line is no line of a headline or of words on a picture. */
export const longestHeadlineLineChars = 70;

/** Lines of fewer words are names, buttons and items of a list. */
const fewestWords = 3;

/** A word this short may be small in a headline: "Part 2 of the Bill". */
const smallChars = 4;

const ENDS_OPEN = /[\p{L}\p{N},&’'”"]$/u;
const STARTS_OPEN = /^["“'‘$]?[\p{Lu}\p{N}](?!\p{N}?[.):])/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
const BREAK = /[\n\r\u2028\u2029]/;
const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;
const STARTS_CAPITAL = /^[\p{Lu}\p{N}]/u;

/**
 * Whether a headline goes on from one line to the next: both are short, without an end mark between them, and both all in capitals,
 * or both with a capital in every longer word.
 *
 * @param before - ends where the first line does, and may begin before it
 * @param after - begins where the second line does, and may go on behind it
 */
export function isWrappedHeadline(before: string, after: string): boolean {
  if (!ENDS_OPEN.test(before) || !STARTS_OPEN.test(after)) return false;
  const style = styleOf(before.split(BREAK).at(-1) ?? '');
  return style !== 'running' && style === styleOf(after.split(BREAK, 1)[0]?.trimEnd() ?? '');
}

type Style = 'capitals' | 'title' | 'running';

function styleOf(line: string): Style {
  if (line.length > longestHeadlineLineChars || !CAPITAL.test(line)) return 'running';
  const words = line.match(WORD) ?? [];
  if (words.length < fewestWords) return 'running';
  if (!SMALL.test(line)) return 'capitals';
  const long = words.filter((word) => word.length >= smallChars);
  return long.length > 1 && long.every((word) => STARTS_CAPITAL.test(word)) ? 'title' : 'running';
}
