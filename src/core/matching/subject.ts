import type { Language } from './language.ts';
import { readWords } from './vocabulary.ts';

/** Fewer claims than this have no subject apart from what each says. */
const LEAST_CLAIMS = 4;

/** A word of the subject is in this share of the claims or more. */
const SUBJECT_SHARE = 0.75;

/**
 * The words that a group of claims is about as a whole: those that three quarters of them hold. A question that names
 * them ("who pays the militias") means any claim of the group, also one whose quote says "they".
 *
 * @param texts - all texts of each claim, its context included
 * @returns normalised words in the order of their first appearance; none for a small group
 */
export function subjectWords(texts: readonly string[], language: Language): readonly string[] {
  if (texts.length < LEAST_CLAIMS) return [];
  const holders = new Map<string, { readonly word: string; count: number }>();
  for (const text of texts) {
    const wordOfStem = new Map(readWords(text, language).map(({ stem, word }) => [stem, word]));
    for (const [stem, word] of wordOfStem) {
      const seen = holders.get(stem);
      if (seen === undefined) holders.set(stem, { word, count: 1 });
      else seen.count += 1;
    }
  }
  return Array.from(holders.values())
    .filter(({ count }) => count >= texts.length * SUBJECT_SHARE)
    .map(({ word }) => word);
}
