import { acronymsIn, spelledOut } from './acronyms.ts';
import type { IndexedClaim } from './match.ts';
import type { ClaimTexts } from './read-claims.ts';
import { subjectWords } from './subject.ts';

/**
 * How much the fields of `fieldsOf` count: quote, gist, a title of its own, the dossier. Chosen on the development data
 * (a claim's own title tells as much as its text) and on questions about the shipped dossier (a gist repeats the quote
 * and opens with set words; what the dossier says of itself holds for each of its claims, so it only tells dossiers apart).
 */
export const FIELD_WEIGHTS: readonly number[] = [1, 0.5, 1, 0.5];

/** The texts of all claims by field. Claims with the same title are taken to be of one dossier. */
export function fieldsOf(claims: readonly IndexedClaim[]): readonly ClaimTexts[] {
  const dossiers = new Map(
    Array.from(
      Map.groupBy(claims, (claim) => claim.title),
      ([title, members]) => [title, dossierOf(title, members)],
    ),
  );
  return claims.map((claim) => {
    const { quote, gist, title, context = '' } = claim;
    const { shared = '', acronyms = [] } = dossiers.get(title) ?? {};
    const dossier = [shared, ...spelledOut(ownText(claim), acronyms)].join(' ');
    return { fields: [quote, gist, shared === '' ? title : '', dossier], context };
  });
}

/** What holds for all claims of a dossier: nothing shared when there is only one. */
function dossierOf(title: string, members: readonly IndexedClaim[]) {
  const texts = members.map((claim) => {
    const own = ownText(claim);
    return { own, all: [own, claim.context ?? ''].join('\n') };
  });
  const acronyms = acronymsIn(texts.map(({ all }) => all));
  if (members.length === 1) return { shared: '', acronyms };
  const subject = subjectWords(texts).join(' ');
  const formal = spelledOut(subject.toUpperCase(), acronyms);
  return { shared: [title, subject, ...formal].join(' '), acronyms };
}

function ownText({ quote, gist }: IndexedClaim): string {
  return [quote, gist].join('\n');
}
