import { piecesOf } from '../matching/tokenise.ts';
import { opensWith } from './phrases.ts';
import { smallTalk } from './small-talk.ts';

const opensSmallTalk = opensWith(smallTalk);

/** A question, or words that only lead to what comes after them. */
const NOT_SAID = /[?؟？]|[:：]\s*$/u;
const OPENS_QUESTION = /^[\p{P}\s]*¿/u;

const LETTER = /\p{L}/u;
const WORDLIKE = /[\p{L}\p{N}]/u;
const TAG = /[#@][\p{L}\p{N}_]+/gu;

/** Fewer words name something and say nothing of it. */
const fewestWords = 3;

/** Takes a text apart into its words. */
export type Cut = (text: string) => readonly string[];

/**
 * Whether a text asserts something: it is no question, greeting, thanks, wish or order, and no mere heading, date or row of tags.
 *
 * @param cut - one that remembers saves taking the same text apart again
 */
export function isAssertion(text: string, cut: Cut = piecesOf): boolean {
  if (isQuestion(text) || opensSmallTalk(text) || isTimeStamp(text)) return false;
  if (saysEnoughAtOnce(text)) return true;
  const words = cut(text.replace(TAG, ' '));
  return words.length >= fewestWords && words.some((word) => LETTER.test(word));
}

/** Plain words in a row at the beginning, as most texts have them: these need not be taken apart. */
const PLAIN_START = /^[“"'‘(]?[\p{Ll}\p{Lu}]+(?: [\p{Ll}\p{Lu}]+){2} /u;

/** Nor need so many letters of Chinese and Japanese, whose words seldom have more than three. */
const MANY_LETTERS = /^(?:[^\p{Script=Han}\p{Script=Hiragana}]{0,20}[\p{Script=Han}\p{Script=Hiragana}]){8}/u;

function saysEnoughAtOnce(text: string): boolean {
  return PLAIN_START.test(text) || MANY_LETTERS.test(text);
}

/** Whether a text asks, or only leads to what comes after it. */
export function isQuestion(text: string): boolean {
  return NOT_SAID.test(lastMarks(text)) || OPENS_QUESTION.test(text);
}

/** When and by whom something was posted: a time of day beside a date, and few words. */
const longestStamp = 80;
const CLOCK = /(?<!\p{Nd})\p{Nd}{1,2}:\p{Nd}{2}(?!\p{Nd})/u;
const DATE =
  /\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2}|(?<!\p{Nd})(?:19|20)\p{Nd}{2}(?!\p{Nd})|\p{Nd}{1,2} \p{L}{3,9} \p{Nd}{2}/u;
const STAMP_WORDS = /\p{L}+/gu;
const mostStampWords = 6;

function isTimeStamp(text: string): boolean {
  if (text.length > longestStamp || !text.includes(':') || !CLOCK.test(text) || !DATE.test(text))
    return false;
  return (text.match(STAMP_WORDS)?.length ?? 0) <= mostStampWords;
}

/** What stands after the last word. Read from the end: a long text of marks alone would else be read once for each. */
function lastMarks(text: string): string {
  let at = text.length;
  while (at > 0 && !WORDLIKE.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at);
}
