import type { IndexedClaim } from './match.ts';
import type { Language } from './language.ts';
import type { ClaimTexts } from './lexicon.ts';
import { subjectWords } from './subject.ts';

/**
 * How much the fields of `fieldsOf` count: quote, gist, a title of its own, the dossier. Chosen on the development data
 * (a claim's own title tells as much as its text) and on questions about the shipped dossier (a gist repeats the quote
 * and opens with set words; what the dossier says of itself holds for each of its claims, so it only tells dossiers apart).
 */
export const FIELD_WEIGHTS: readonly number[] = [1, 0.5, 1, 0.5];

/** The texts of all claims by field. Claims with the same title are taken to be of one dossier. */
export function fieldsOf(claims: readonly IndexedClaim[], language: Language): readonly ClaimTexts[] {
  const dossiers = Map.groupBy(claims, (claim) => claim.title);
  const dossierText = new Map(
    Array.from(dossiers, ([title, members]) => [
      title,
      members.length === 1 ? '' : about(title, members, language),
    ]),
  );
  return claims.map(({ quote, gist, title, context = '' }) => {
    const shared = dossierText.get(title) ?? '';
    return { fields: [quote, gist, shared === '' ? title : '', shared], context };
  });
}

function about(title: string, members: readonly IndexedClaim[], language: Language): string {
  const texts = members.map(({ quote, gist, context = '' }) => [quote, gist, context].join('\n'));
  return [title, ...subjectWords(texts, language)].join(' ');
}
