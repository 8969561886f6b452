import { piecesOf, wordsOf } from './tokenise.ts';

/**
 * What two spellings of one question have in common: its words in order, without case, accents, punctuation, web
 * addresses and mentions. Empty for a text without words.
 */
export function sameQuestion(text: string): string {
  return piecesOf(text).flatMap(wordsOf).join(' ');
}
