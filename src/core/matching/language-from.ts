import type { Language, LanguageCode } from './language.ts';
import { normalise } from './normalise.ts';

/** What is said of a language in a file of its own; words in their usual spelling, separated by spaces. */
type LanguageFacts = {
  readonly code: LanguageCode;
  readonly stopWords: string;
  readonly negations?: string;
  /** 0 and 2 to 12. */
  readonly numbers?: string;
  readonly fold?: (word: string) => string;
  readonly stem?: (word: string) => string;
};

/** About one short text in two thousand: no list of common words is kept. */
const SHARE = 0.0005;

/** The rules of a language from its facts. */
export function languageFrom(facts: LanguageFacts): Language {
  const { code, fold = joined, stem = unchanged } = facts;
  const folded = (words: string) => wordsIn(words).map(fold);
  const stopWords = new Set(folded(facts.stopWords));
  const negations = new Set(folded(facts.negations ?? ''));
  const numbers = new Map(
    folded(facts.numbers ?? '').map((word, at): [string, string] => [word, String(at === 0 ? 0 : at + 1)]),
  );
  return {
    code,
    stopWords,
    fold,
    longestAcronym: 0,
    isStopWord: (word) => stopWords.has(word),
    stem,
    isNegation: (word) => negations.has(word),
    numberOf: (word) => numbers.get(word),
    relativesOf: () => [],
    shareOf: () => SHARE,
    commonStems: new Map(),
  };
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((word) => (word === '' ? [] : normalise(word)));
}

function joined(word: string): string {
  return word.replaceAll("'", '');
}

function unchanged(word: string): string {
  return word;
}
