import { languageFrom } from '../language-from.ts';

/** Any language that has no rules here: words as they are, found by themselves and by their 4-grams. */
export const other = languageFrom({ code: 'und', stopWords: '' });
