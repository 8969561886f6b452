import { normalise } from '../../matching/normalise.ts';

/** Web addresses, handles and hashtags, numbers with their sign, words, signs that end or mark a sentence, pictures. */
const PIECE =
  /https?:\/\/\S+|[@#][\p{L}\p{N}_]+|(?:[$€£¥] ?)?\p{Nd}(?:[\p{Nd}.,]*\p{Nd})?(?: ?%|(?:st|nd|rd|th)\b)?|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\.{2,}|--|[.?!…:;,"“”«»—؟،]|\p{Extended_Pictographic}/gu;

const LETTER = /^\p{L}/u;
const DIGIT = /\p{Nd}/u;
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}{2,6}s?$/u;
const YEAR = /^(?:1[6-9]|20)\p{Nd}{2}$/u;
const ENDS = new Set(['.', '?', '!', '…', '؟', ':', '“', '"', '«']);

/** Stands for every number among the words. */
export const NUMBER_WORD = '0';

/** What the letters and signs of a text show, whatever its language: counts of each. */
export const formFeatures = [
  'number',
  'moneySign',
  'percentSign',
  'year',
  'bigNumber',
  'name',
  'nameAtStart',
  'acronym',
  'longWord',
  'comma',
  'quote',
  'asks',
  'exclaims',
  'breaksOff',
  'hashtag',
  'mention',
  'link',
  'picture',
] as const;
export type FormFeature = (typeof formFeatures)[number];

/** A text taken apart: its words in lower case and how often each sign of form is seen. */
export type Form = { readonly words: readonly string[]; readonly counts: ReadonlyMap<FormFeature, number> };

/** Takes a text apart. */
export function formOf(text: string): Form {
  const words: string[] = [];
  const counts = new Map<FormFeature, number>();
  const add = (feature: FormFeature) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  let opens = true;
  for (const piece of text.match(PIECE) ?? []) {
    if (LETTER.test(piece) && !piece.startsWith('http')) {
      readWord(piece, opens, add);
      words.push(normalise(piece).replaceAll('’', "'"));
      opens = false;
    } else if (DIGIT.test(piece) && !/^[@#h]/.test(piece)) {
      readNumber(piece, add);
      words.push(NUMBER_WORD);
      opens = false;
    } else {
      readSign(piece, add);
      opens = ENDS.has(piece) || (opens && !LETTER.test(piece));
    }
  }
  return { words, counts };
}

function readWord(piece: string, opens: boolean, add: (feature: FormFeature) => void): void {
  if (piece.length > 8) add('longWord');
  if (!CAPITAL.test(piece) || piece === 'I' || /^I['’]/.test(piece)) return;
  if (ACRONYM.test(piece)) add('acronym');
  add(opens ? 'nameAtStart' : 'name');
}

function readNumber(piece: string, add: (feature: FormFeature) => void): void {
  add('number');
  if (/^[$€£¥]/.test(piece)) add('moneySign');
  if (piece.endsWith('%')) add('percentSign');
  if (YEAR.test(piece)) add('year');
  else if (/\p{Nd}[.,]?\p{Nd}{3}/u.test(piece)) add('bigNumber');
}

function readSign(piece: string, add: (feature: FormFeature) => void): void {
  if (piece === '?' || piece === '؟') add('asks');
  else if (piece === '!') add('exclaims');
  else if (piece === ',' || piece === '،') add('comma');
  else if (/^["“«]$/.test(piece)) add('quote');
  else if (/^(?:\.\.+|…|--|—)$/.test(piece)) add('breaksOff');
  else if (piece.startsWith('#')) add('hashtag');
  else if (piece.startsWith('@')) add('mention');
  else if (piece.startsWith('http')) add('link');
  else if (/^\p{Extended_Pictographic}$/u.test(piece)) add('picture');
}
