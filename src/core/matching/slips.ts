/**
 * Whether two different words are one typing error apart: another letter, one more, one less, or two neighbours swapped.
 *
 * @param start - where the other word begins in `text`
 * @param end - and where it ends
 */
export function oneSlipApart(word: string, text: string, start = 0, end = text.length): boolean {
  const length = end - start;
  if (Math.abs(word.length - length) > 1) return false;
  const shorter = Math.min(word.length, length);
  let before = 0;
  while (before < shorter && word.charCodeAt(before) === text.charCodeAt(start + before)) before += 1;
  let after = 0;
  while (after < shorter && word.charCodeAt(word.length - 1 - after) === text.charCodeAt(end - 1 - after)) {
    after += 1;
  }
  if (word.length !== length) return before + after >= shorter;
  if (before + after >= shorter - 1) return true;
  return (
    before + after === shorter - 2 &&
    word.charCodeAt(before) === text.charCodeAt(start + before + 1) &&
    word.charCodeAt(before + 1) === text.charCodeAt(start + before)
  );
}
