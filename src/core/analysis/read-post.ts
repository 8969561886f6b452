import type { Language, LanguageCode } from '../matching/language.ts';
import { languagesIn } from '../matching/language-of-text.ts';
import { contentWords } from '../matching/read-words.ts';
import { piecesOf, wordsOf } from '../matching/tokenise.ts';
import type { Passage } from './analysis.ts';
import { isAssertion } from './assertions.ts';
import type { Stretch } from './lines.ts';
import { saidOnce } from './said-once.ts';
import { sentencesOf } from './sentences.ts';

/** What a passage says, by its words: for telling what is near to it. */
export type Wording = {
  /** The stems of its words without stop words; all its words where there are none besides. */
  readonly stems: ReadonlySet<string>;
  /** Its numbers, and a sign where it denies: passages that differ in these say different things. */
  readonly telling: () => ReadonlySet<string>;
};

/** A post taken apart. */
export type ReadPost = {
  readonly sentences: readonly Passage[];
  /** The language of a passage of it, judged by the whole post. */
  languageOf(text: string): LanguageCode;
  wordingOf(text: string): Wording;
  /** Whether a passage of it asserts something; see `isAssertion`. */
  asserts(text: string): boolean;
};

const DENIES = '¬';
const NUMBER = /^\p{Nd}/u;

/** What one word says. */
type ReadPiece = (piece: string) => readonly string[];

/** Takes a post apart into sentences, and reads passages of it in the language that it has as a whole. */
export function readPost(post: string): ReadPost {
  const languageAt = languagesIn(piecesOf(post));
  const stemsOf = remembering((piece) => stemsIn(piece, languageAt(piece)));
  const tellingOf = remembering((piece) => tellingIn(piece, languageAt(piece)));
  const cut = remembering(piecesOf);
  return {
    sentences: saidOnce(post).flatMap((stretch) => sentencesIn(post, stretch)),
    languageOf: (text) => languageAt(firstPieceOf(text)).code,
    wordingOf: remembering((text) => wordingFrom(cut(text), stemsOf, tellingOf)),
    asserts: remembering((text) => isAssertion(text, cut)),
  };
}

/** The same answers, each found once. */
function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text) ?? answer(text);
    known.set(text, found);
    return found;
  };
}

/** Most texts begin with a word: a long one is not read whole for it. */
const OPENING_CHARS = 60;

/** Chinese and Japanese are written without spaces: taking them apart needs a dictionary, and the first letter serves as well. */
const UNSPACED_START = /^[^\p{L}\p{N}]{0,9}([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

function firstPieceOf(text: string): string {
  const [, letter] = UNSPACED_START.exec(text) ?? [];
  return letter ?? piecesOf(text.slice(0, OPENING_CHARS))[0] ?? piecesOf(text)[0] ?? '';
}

function wordingFrom(pieces: readonly string[], stemsOf: ReadPiece, tellingOf: ReadPiece): Wording {
  const stems = new Set<string>();
  for (const piece of pieces) for (const stem of stemsOf(piece)) stems.add(stem);
  const telling = () => new Set(pieces.flatMap(tellingOf));
  return { stems: stems.size === 0 ? new Set(pieces.flatMap(wordsOf)) : stems, telling };
}

function sentencesIn(post: string, { start, end }: Stretch): readonly Passage[] {
  const sentences = sentencesOf(post.slice(start, end));
  if (start === 0) return sentences;
  return sentences.map((one) => ({ text: one.text, start: start + one.start, end: start + one.end }));
}

function stemsIn(piece: string, language: Language): readonly string[] {
  return contentWords(piece, language).map((word) => language.stem(word));
}

function tellingIn(piece: string, language: Language): readonly string[] {
  return wordsOf(piece).flatMap((typed) => {
    const word = language.fold(typed, piece);
    if (language.isNegation(word, false)) return DENIES;
    const number = NUMBER.test(word) ? word : language.numberOf(word);
    return number ?? [];
  });
}

/** Of the stems of both, the share that is in both. Set by hand: a word more or less in a sentence of some length leaves this much. */
const nearlySame = 0.7;

/** Whether two passages say nearly the same in nearly the same words. */
export function isNearlySame(one: Wording, other: Wording): boolean {
  const [few, many] = one.stems.size < other.stems.size ? [one.stems, other.stems] : [other.stems, one.stems];
  if (few.size < nearlySame * many.size) return false;
  let shared = 0;
  for (const stem of few) if (many.has(stem)) shared += 1;
  return shared >= nearlySame * (few.size + many.size - shared) && isSame(one.telling(), other.telling());
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && one.isSubsetOf(other);
}
