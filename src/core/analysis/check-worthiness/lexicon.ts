import type { Language, LanguageCode } from '../../matching/language.ts';
import { languageOf } from '../../matching/languages.ts';
import { normalise } from '../../matching/normalise.ts';
import { type Cue, type CueWords, grammarCues, subjectCues } from './cues.ts';
import { arabicCues } from './cues-arabic.ts';
import { dutchCues } from './cues-dutch.ts';
import { englishCues } from './cues-english.ts';
import { frenchCues } from './cues-french.ts';
import { germanCues } from './cues-german.ts';
import { spanishCues } from './cues-spanish.ts';

const NO_CUES: readonly Cue[] = [];

/** Cues of words are remembered, as most of a text are words of every text; forgotten all at once when there are so many. */
const REMEMBERED = 20_000;

/** What words of one language are signs of. */
export class Lexicon {
  readonly #language: Language;
  readonly #words = new Map<string, readonly Cue[]>();
  readonly #stems = new Map<string, readonly Cue[]>();
  readonly #phrases = new Map<string, readonly Cue[]>();
  readonly #openers = new Set<string>();
  readonly #remembered = new Map<string, readonly Cue[]>();

  constructor(code: LanguageCode, cueWords: CueWords) {
    this.#language = languageOf(code);
    for (const cue of grammarCues) {
      for (const word of wordsIn(cueWords[cue]))
        put(word.includes('_') ? this.#phrases : this.#words, word, cue);
    }
    for (const cue of subjectCues) {
      for (const word of wordsIn(cueWords[cue])) put(this.#stems, this.#language.stem(word), cue);
    }
    for (const phrase of this.#phrases.keys()) this.#openers.add(phrase.split('_')[0] ?? '');
  }

  /** What a normalised word is a sign of. */
  cuesOf(word: string): readonly Cue[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    const cues = [
      ...(this.#words.get(word) ?? NO_CUES),
      ...(this.#stems.get(this.#language.stem(word)) ?? NO_CUES),
    ];
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear();
    this.#remembered.set(word, cues);
    return cues;
  }

  /** What two words that follow one another are a sign of together. */
  cuesOfPhrase(first: string, second: string): readonly Cue[] {
    if (!this.#openers.has(first)) return NO_CUES;
    return this.#phrases.get(`${first}_${second}`) ?? NO_CUES;
  }
}

const lexicons: ReadonlyMap<LanguageCode, Lexicon> = new Map([
  ['ar', new Lexicon('ar', arabicCues)],
  ['de', new Lexicon('de', germanCues)],
  ['en', new Lexicon('en', englishCues)],
  ['es', new Lexicon('es', spanishCues)],
  ['fr', new Lexicon('fr', frenchCues)],
  ['nl', new Lexicon('nl', dutchCues)],
]);

/** The lexicon of a language; undefined for one that has none: then the form of a text alone speaks. */
export function lexiconOf(code: LanguageCode): Lexicon | undefined {
  return lexicons.get(code);
}

function wordsIn(list: string): readonly string[] {
  return list.split(/\s+/).map(normalise);
}

function put(cues: Map<string, readonly Cue[]>, word: string, cue: Cue): void {
  const known = cues.get(word) ?? NO_CUES;
  if (!known.includes(cue)) cues.set(word, [...known, cue]);
}
