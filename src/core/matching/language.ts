/** A language with rules of its own, by its BCP 47 subtag; `und` is every other. */
export type LanguageCode =
  | 'ar'
  | 'de'
  | 'en'
  | 'es'
  | 'fr'
  | 'hi'
  | 'id'
  | 'it'
  | 'nl'
  | 'pl'
  | 'pt'
  | 'ru'
  | 'th'
  | 'tr'
  | 'und';

/** A word of the same or a near meaning: its stem, and how much of a match it is, from 0 to 1. */
export type Relative = { readonly stem: string; readonly weight: number };

/** What the index needs to know of a language. Words come in normalised. */
export type Language = {
  readonly code: LanguageCode;
  /** The words that `isStopWord` knows; they also tell in what language a text is. */
  readonly stopWords: ReadonlySet<string>;
  /**
   * Spellings made one: possessives off, apostrophes off, "US" the country told from "us" by its capitals. A word of ASCII letters and
   * digits stays as it is, unless it has capitals and is no longer than `longestAcronym`.
   */
  fold(word: string, typed: string): string;
  /** In UTF-16 code units; 0 where capitals say nothing. */
  readonly longestAcronym: number;
  /** Words that say nothing about the subject of a text. */
  isStopWord(word: string): boolean;
  stem(word: string): string;
  /** Whether a word turns around what is said; `first`: it opens the text. */
  isNegation(word: string, first: boolean): boolean;
  /** A number said in a word ("three"), in digits; undefined for any other word. */
  numberOf(word: string): string | undefined;
  /** Stems that stand in for this one at a lower weight; the stem itself is not among them. */
  relativesOf(stem: string): readonly Relative[];
  /** The share of short texts on any subject, 0 to 1, that hold this stem; a floor for words not known to be common. */
  shareOf(stem: string): number;
  /** The stems known to be common, with their shares; all others have one share. */
  readonly commonStems: ReadonlyMap<string, number>;
};
