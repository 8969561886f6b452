import type { Language } from './language.ts';
import { languagesIn } from './language-of-text.ts';
import { countField, type FieldTotals } from './lengths.ts';
import { contentWords } from './read-words.ts';
import { type Spelling, spellingOf } from './spellings.ts';
import { numberTerm, type Terms } from './terms.ts';
import { piecesOf } from './tokenise.ts';
import { Numbering } from './vocabulary.ts';

/** The texts of one claim: its own, in field order, and its context apart. */
export type ClaimTexts = { readonly fields: readonly string[]; readonly context: string };

/** The words of some claims, by number: claim after claim, and within a claim field after field. */
export type WordStream = {
  readonly words: Uint32Array;
  /** Where each field begins in `words`: field f of claim c at `c * fields + f`; one more entry ends the last. */
  readonly starts: Uint32Array;
  readonly claims: number;
  readonly fields: number;
};

/** Some claims, read. */
export type ReadClaims = {
  /** Their distinct words; the streams give them by number. */
  readonly words: readonly Spelling[];
  readonly own: WordStream;
  readonly context: WordStream;
};

/** The terms that each word, by number, stands for: its stem, or its character n-grams. */
export type TermsOfWords = { readonly starts: Uint32Array; readonly terms: Uint32Array };

/** Reads the texts of claims; every spelling is analysed once. */
export function readClaims(claims: readonly ClaimTexts[], fields: number): ReadClaims {
  const numbering = new Numbering();
  const numbersOfPiece = new Map<Language, Map<string, readonly number[]>>();
  const numbersOf = (piece: string, language: Language) => {
    const ofLanguage = numbersOfPiece.get(language) ?? new Map<string, readonly number[]>();
    const known = ofLanguage.get(piece);
    if (known !== undefined) return known;
    const numbers = contentWords(piece, language).map((word) => numbering.number(spellingOf(word, language)));
    numbersOfPiece.set(language, ofLanguage.set(piece, numbers));
    return numbers;
  };
  const own = streamWriter(claims.length, fields);
  const context = streamWriter(claims.length, 1);
  for (const claim of claims) {
    const texts = Array.from({ length: fields }, (_, field) => piecesOf(claim.fields[field] ?? ''));
    const about = piecesOf(claim.context);
    const languageOf = languagesIn([...texts.flat(), ...about]);
    const numbered = (pieces: readonly string[]) =>
      pieces.flatMap((piece) => numbersOf(piece, languageOf(piece)));
    for (const text of texts) own.put(numbered(text));
    context.put(numbered(about));
  }
  return { words: numbering.all(), own: own.stream(), context: context.stream() };
}

/** Takes the words of one field after another. */
function streamWriter(claims: number, fields: number) {
  const starts = new Uint32Array(claims * fields + 1);
  let words = new Uint32Array(1_024);
  let length = 0;
  let filled = 0;
  return {
    put(field: readonly number[]): void {
      if (length + field.length > words.length) {
        const wider = new Uint32Array(2 * (length + field.length));
        wider.set(words);
        words = wider;
      }
      words.set(field, length);
      length += field.length;
      filled += 1;
      starts[filled] = length;
    },
    stream: (): WordStream => ({ words: words.slice(0, length), starts, claims, fields }),
  };
}

/** The terms of words, by number; terms that are new are numbered. */
export function termsOfWords(
  words: readonly string[],
  terms: Terms,
  termsOf: (word: string) => readonly string[],
): TermsOfWords {
  const starts = new Uint32Array(words.length + 1);
  const numbers: number[] = [];
  words.forEach((word, number) => {
    for (const term of termsOf(word)) numbers.push(numberTerm(terms, term));
    starts[number + 1] = numbers.length;
  });
  return { starts, terms: Uint32Array.from(numbers) };
}

/** Counts the lengths of all fields of a stream in, or with `sign` -1 out again. */
export function countLengths({ starts, fields }: WordStream, totals: FieldTotals, sign: 1 | -1): void {
  for (let at = 0; at + 1 < starts.length; at += 1) {
    countField(totals, at % fields, (starts[at + 1] ?? 0) - (starts[at] ?? 0), sign);
  }
}
