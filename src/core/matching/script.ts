/** A family of languages told apart by their letters; `other` has no rules of its own. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'devanagari' | 'thai' | 'other';

/** First letters after each block that matters here, by code point, and what comes before them. */
const BLOCKS: readonly (readonly [end: number, script: Script])[] = [
  [0x250, 'latin'],
  [0x400, 'other'],
  [0x530, 'cyrillic'],
  [0x600, 'other'],
  [0x780, 'arabic'],
  [0x900, 'other'],
  [0x980, 'devanagari'],
  [0xe00, 'other'],
  [0xe80, 'thai'],
  [0x1e00, 'other'],
  [0x1f00, 'latin'],
];

/** The script of a word, by its first character. Digits count as Latin. */
export function scriptOf(word: string): Script {
  const code = word.charCodeAt(0);
  return BLOCKS.find(([end]) => code < end)?.[1] ?? 'other';
}
