import type { Language } from './language.ts';
import { readWords } from './vocabulary.ts';

/** Fewer claims than this have no subject of their own apart from what each says. */
const LEAST_CLAIMS = 4;

export const S = { share: 0.5 };

/**
 * The words a group of claims is about as a whole: those that at least half of its texts hold. A question that
 * names them ("who pays the militias") means any claim of the group, also one that says "they".
 *
 * @param texts - for each claim all its texts together
 */
export function subjectWords(texts: readonly string[], language: Language): readonly string[] {
  if (texts.length < LEAST_CLAIMS) return [];
  const holders = new Map<string, { word: string; count: number }>();
  for (const text of texts) {
    for (const [stem, word] of new Map(readWords(text, language).map(({ stem, word }) => [stem, word]))) {
      const seen = holders.get(stem);
      if (seen === undefined) holders.set(stem, { word, count: 1 });
      else seen.count += 1;
    }
  }
  return Array.from(holders.values())
    .filter(({ count }) => count >= texts.length * S.share)
    .map(({ word }) => word);
}
