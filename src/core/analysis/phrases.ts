/** Words, and every sign but space and apostrophes: a phrase goes over none of them. */
const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s'’]/gu;

/** A word of a phrase, or how a word begins. */
type Piece = { readonly text: string; readonly isStart: boolean };
type Phrase = readonly Piece[];

/**
 * Tells whether a text holds one of some phrases, as whole words, whatever their case. Phrases are found by their first word:
 * the time grows with the text, not with how many there are.
 *
 * @param phrases - parted by commas; `*` stands for the rest of a word, a space for any space
 */
export function holdsPhrase(phrases: string): (text: string) => boolean {
  const all = phrases.split(',').map(piecesOfPhrase);
  const whole = Map.groupBy(
    all.filter(([first]) => first?.isStart === false),
    ([first]) => first?.text,
  );
  const started = all.filter(([first]) => first?.isStart === true);
  const shortest = Math.min(...started.map(([first]) => first?.text.length ?? 0));
  const byStart = Map.groupBy(started, ([first]) => first?.text.slice(0, shortest));
  return (text) => {
    const tokens = text.toLowerCase().match(TOKEN) ?? [];
    return tokens.some((token, at) => {
      const found = (phrase: Phrase) => phrase.every((piece, nth) => isAt(piece, tokens[at + nth]));
      if (whole.get(token)?.some(found) === true) return true;
      return token.length >= shortest && byStart.get(token.slice(0, shortest))?.some(found) === true;
    });
  };
}

function piecesOfPhrase(phrase: string): Phrase {
  const words = phrase.toLowerCase().match(/[\p{L}\p{M}\p{N}]+\*?|\*/gu) ?? [];
  return words.map((word) => ({ text: word.replace('*', ''), isStart: word.endsWith('*') }));
}

function isAt({ text, isStart }: Piece, token: string | undefined): boolean {
  return isStart ? token?.startsWith(text) === true : token === text;
}

/** How many words a phrase that opens a text may have, and within how many characters they stand. */
const longestOpening = 5;
const openingChars = 100;
const FIRST_WORD = /[\p{L}\p{M}\p{N}'’-]+/u;
const OPENING_WORD = new RegExp(FIRST_WORD, 'gu');

/**
 * Tells whether a text begins with one of some phrases, whatever their case.
 *
 * @param phrases - parted by commas, of five words at most
 */
export function opensWith(phrases: string): (text: string) => boolean {
  const known = new Set(phrases.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' ')));
  const firsts = new Set(Array.from(known, (phrase) => phrase.split(' ', 1)[0] ?? ''));
  return (text) => {
    const start = text.slice(0, openingChars).toLowerCase().replaceAll('’', "'");
    if (!firsts.has(FIRST_WORD.exec(start)?.[0] ?? '')) return false;
    let opening = '';
    for (const word of (start.match(OPENING_WORD) ?? []).slice(0, longestOpening)) {
      opening = opening === '' ? word : `${opening} ${word}`;
      if (known.has(opening)) return true;
    }
    return false;
  };
}
