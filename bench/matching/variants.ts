/** A constant or an expression of `src/core/matching` and what stands in its place when a feature is off. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

/** A way to build the matcher with one feature off. */
export type Variant = { readonly name: string; readonly changes: readonly Change[] };

const one = (name: string, file: string, from: string, to: string): Variant => ({
  name,
  changes: [{ file, from, to }],
});

/** Each feature switched off by itself; the first is the matcher as it is. */
export const variants: readonly Variant[] = [
  { name: 'as it is', changes: [] },
  {
    name: 'character n-grams',
    changes: [
      { file: 'score.ts', from: 'GRAM_WEIGHT = 0.35', to: 'GRAM_WEIGHT = 0' },
      { file: 'evidence.ts', from: 'GRAM_STRENGTH = 0.9', to: 'GRAM_STRENGTH = 0' },
    ],
  },
  one('prior for rarity', 'query.ts', 'PRIOR_FOR_RANKING = 30', 'PRIOR_FOR_RANKING = 0'),
  one(
    'relatives and places',
    'english/english.ts',
    '[...places, ...families, ...englishRelatives]',
    '[...families]',
  ),
  one(
    'word families',
    'english/english.ts',
    '[...places, ...families, ...englishRelatives]',
    '[...places, ...englishRelatives]',
  ),
  one('titles as a field', 'fields.ts', '= [1, 0.5, 1, 0.5]', '= [1, 0.5, 0, 0]'),
  {
    name: 'context of a claim',
    changes: [
      { file: 'score.ts', from: 'CONTEXT_WEIGHT = 0.3', to: 'CONTEXT_WEIGHT = 0' },
      { file: 'evidence.ts', from: 'CONTEXT_STRENGTH = 0.7', to: 'CONTEXT_STRENGTH = 0' },
    ],
  },
  one('coverage bonus', 'rank.ts', 'COVERAGE_BONUS = 1', 'COVERAGE_BONUS = 0'),
  one('sentence bonus', 'rank.ts', 'SENTENCE_BONUS = 2', 'SENTENCE_BONUS = 0'),
  one('said bonus', 'rank.ts', 'SAID_BONUS = 1', 'SAID_BONUS = 0'),
  one('slips of the fingers', 'words-meant.ts', 'MAX_MEANT = 8', 'MAX_MEANT = 0'),
  {
    name: 'joined words, hashtags',
    changes: [
      { file: 'joined-words.ts', from: 'MIN_CHARS = 6', to: 'MIN_CHARS = Number.POSITIVE_INFINITY' },
      { file: 'joined-words.ts', from: 'least: 7', to: 'least: Number.POSITIVE_INFINITY' },
      { file: 'query-words.ts', from: 'areOneWord(here, next, sentence, lexicon)', to: 'false' },
    ],
  },
  one(
    'contradicting numbers',
    'rank.ts',
    'isContradicting = contradicts(',
    'isContradicting = false && contradicts(',
  ),
  one('stop words', 'read-words.ts', "word !== '' && !language.isStopWord(word)", "word !== ''"),
  {
    name: 'stemmers',
    changes: [
      { file: 'english/english.ts', from: 'porter2(irregularForms.get(word) ?? american(word))', to: 'word' },
      {
        file: 'language-from.ts',
        from: 'stem = unchanged } = facts',
        to: 'stem: _ } = facts; const stem = unchanged',
      },
    ],
  },
  one(
    'folded letters',
    'letters.ts',
    'return text\n    .replace(LEFT_OUT',
    'return text; text\n    .replace(LEFT_OUT',
  ),
];
