import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/claim.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { standingChanges } from '../../../src/core/standing-changes.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

const before = exampleDossier();

/** The dossier with its first claim changed. */
function changed(change: (claim: Claim) => Claim): Dossier {
  const [first, ...others] = before.claims;
  return { ...before, version: 2, claims: first === undefined ? [] : [change(first), ...others] };
}

const withoutSources = (claim: Claim): Claim => ({
  ...claim,
  notes: claim.notes.filter(({ type }) => type !== 'source'),
});
const withoutDispute = (claim: Claim): Claim => ({
  ...claim,
  notes: claim.notes.filter(({ type }) => type === 'source'),
});

const only = (...changes: Parameters<typeof standingChanges>[0]) => standingChanges(changes);

describe('standings that changed', () => {
  it('are those with another label, from what to what', () => {
    const { changed: found, ...others } = only({ before, after: changed(withoutSources) });

    expect(others).toEqual({ added: 0, withdrawn: 0 });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      dossierId: before.id,
      claimId: before.claims[0]?.id,
      from: { label: 'mixed', counts: { supports: 1, contradicts: 1 }, openQuestions: 1 },
      to: { label: 'unsourced', counts: { supports: 0, contradicts: 0 }, openQuestions: 1 },
    });
  });

  it('and those with other counts, after those with another label', () => {
    const other = { ...exampleDossier(), claims: changed(withoutSources).claims };
    const counts = { before, after: changed(withoutDispute) };
    const label = { before: { ...other, claims: before.claims }, after: other };

    const { changed: found } = only(counts, label);

    expect(found.map(({ to }) => [to.label, to.openQuestions])).toEqual([
      ['unsourced', 1],
      ['mixed', 0],
    ]);
  });

  it('are none where only words changed', () => {
    const reworded = changed((claim) => ({ ...claim, gist: 'Another gist.' }));

    expect(only({ before, after: reworded })).toEqual({ changed: [], added: 0, withdrawn: 0 });
  });

  it.each([
    { why: 'a new dossier', change: { before: null, after: before }, added: 2, withdrawn: 0 },
    {
      why: 'a draft that is published',
      change: { before: { ...before, status: 'draft' }, after: before },
      added: 2,
      withdrawn: 0,
    },
    {
      why: 'a draft that stays one',
      change: { before: null, after: { ...before, status: 'draft' } },
      added: 0,
      withdrawn: 0,
    },
    {
      why: 'a dossier that is withdrawn',
      change: { before, after: { ...before, status: 'archived' } },
      added: 0,
      withdrawn: 2,
    },
    {
      why: 'a claim that is left out',
      change: { before, after: { ...before, claims: before.claims.slice(1) } },
      added: 0,
      withdrawn: 1,
    },
    {
      why: 'a sample that has just come',
      change: { before: null, after: { ...before, sample: true } },
      added: 0,
      withdrawn: 0,
    },
  ] as const)('count claims that are new or withdrawn apart: $why', ({ change, added, withdrawn }) => {
    expect(only(change)).toEqual({ changed: [], added, withdrawn });
  });
});
