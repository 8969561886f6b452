import { addClaim, type ClaimTable, claimsWhere, numberOf, removeNumber } from './claim-table.ts';
import { fieldsOf } from './fields.ts';
import type { LiveLexicon } from './lexicon.ts';
import { changeLexicon, type NumberedTexts } from './lexicon-changes.ts';
import type { IndexedClaim } from './match.ts';
import type { ClaimTexts } from './read-claims.ts';

/** What has become of some claims. */
export type ClaimChanges = {
  /** Claims that are new, or that replace the one of the same id. */
  readonly put?: Iterable<IndexedClaim>;
  /** The ids of claims that are gone; unknown ones change nothing. */
  readonly removed?: Iterable<string>;
};

/**
 * Brings table and lexicon up to date. What a dossier says of itself is read into each of its claims, so that a claim's neighbours,
 * those with its title before or after, are read again, too; those whose texts stay as they were stay where they are.
 *
 * @returns false when the lexicon is of no use any more; the table is right in any case
 */
export function applyChanges(changes: ClaimChanges, table: ClaimTable, lexicon: LiveLexicon): boolean {
  const next = new Map<string, IndexedClaim | undefined>();
  for (const id of changes.removed ?? []) next.set(id, undefined);
  for (const claim of changes.put ?? []) next.set(claim.id, claim);

  const titles = new Set<string>();
  for (const [id, claim] of next) {
    const number = numberOf(table, id);
    const before = number === undefined ? undefined : table.claims[number];
    for (const title of [before?.title, claim?.title]) if (title !== undefined) titles.add(title);
  }
  const before = claimsWhere(table, ({ title }) => titles.has(title));
  const kept = before.filter(({ id }) => !next.has(id));
  const put = Array.from(next.values()).filter((claim) => claim !== undefined);
  const after = [...kept, ...put];

  const textsBefore = textsById(before);
  const textsAfter = textsById(after);
  const gone: NumberedTexts[] = [];
  for (const { id } of before) {
    const texts = textsBefore.get(id);
    const number = numberOf(table, id);
    if (texts === undefined || number === undefined || isSame(texts, textsAfter.get(id))) continue;
    removeNumber(table, number);
    gone.push({ number, texts });
  }
  const come: NumberedTexts[] = [];
  for (const claim of after) {
    const texts = textsAfter.get(claim.id);
    const number = numberOf(table, claim.id);
    if (number !== undefined) table.claims[number] = claim;
    else if (texts !== undefined) come.push({ number: addClaim(table, claim), texts });
  }
  return changeLexicon(lexicon, gone, come);
}

function textsById(claims: readonly IndexedClaim[]): ReadonlyMap<string, ClaimTexts> {
  const sorted = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const texts = fieldsOf(sorted);
  return new Map(
    sorted.flatMap(({ id }, at): [string, ClaimTexts][] => {
      const own = texts[at];
      return own === undefined ? [] : [[id, own]];
    }),
  );
}

function isSame(one: ClaimTexts, other: ClaimTexts | undefined): boolean {
  return (
    other !== undefined &&
    one.context === other.context &&
    one.fields.length === other.fields.length &&
    one.fields.every((text, field) => text === other.fields[field])
  );
}
