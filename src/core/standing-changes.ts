import type { Claim } from './claim.ts';
import type { Dossier } from './dossier.ts';
import type { ClaimId, DossierId } from './ids.ts';
import { stances } from './note.ts';
import { type Standing, standingOf } from './standing.ts';

/** A dossier as it was before a span of time, null where there was none, and as it was at its end. */
export type DossierChange = { readonly before: Dossier | null; readonly after: Dossier };

/** A claim that stands otherwise than before: another label, or other counts. */
export type StandingChange = {
  readonly dossierId: DossierId;
  readonly claimId: ClaimId;
  readonly from: Standing;
  readonly to: Standing;
};

export type StandingChanges = {
  /** Those with another label first, then by dossier and place in it. */
  readonly changed: readonly StandingChange[];
  /** How many claims can be asked about that could not be before, and how many no longer can. */
  readonly added: number;
  readonly withdrawn: number;
};

/**
 * What became of the standings of claims. Only published dossiers count: publishing adds their claims, withdrawing takes them
 * away. A sample that has just come with Footnote is no news.
 */
export function standingChanges(changes: readonly DossierChange[]): StandingChanges {
  const compared = changes.filter(isNews).map(compare);
  const changed = compared.flatMap((each) => each.changed);
  return {
    changed: [...changed.filter(hasNewLabel), ...changed.filter((change) => !hasNewLabel(change))],
    added: compared.reduce((sum, { added }) => sum + added, 0),
    withdrawn: compared.reduce((sum, { withdrawn }) => sum + withdrawn, 0),
  };
}

function isNews({ before, after }: DossierChange): boolean {
  return before !== null || !after.sample;
}

function compare({ before, after }: DossierChange): StandingChanges {
  const [earlier, later] = [publishedClaims(before), publishedClaims(after)];
  return {
    changed: [...later.values()].flatMap((claim) => {
      const known = earlier.get(claim.id);
      if (known === undefined) return [];
      const [from, to] = [standingOf(known.kind, known.notes), standingOf(claim.kind, claim.notes)];
      return isSame(from, to) ? [] : [{ dossierId: after.id, claimId: claim.id, from, to }];
    }),
    added: [...later.keys()].filter((id) => !earlier.has(id)).length,
    withdrawn: [...earlier.keys()].filter((id) => !later.has(id)).length,
  };
}

function publishedClaims(dossier: Dossier | null): ReadonlyMap<ClaimId, Claim> {
  return new Map(dossier?.status === 'published' ? dossier.claims.map((claim) => [claim.id, claim]) : []);
}

function isSame(a: Standing, b: Standing): boolean {
  return (
    a.label === b.label &&
    a.openQuestions === b.openQuestions &&
    stances.every((stance) => a.counts[stance] === b.counts[stance])
  );
}

function hasNewLabel({ from, to }: Pick<StandingChange, 'from' | 'to'>): boolean {
  return from.label !== to.label;
}
