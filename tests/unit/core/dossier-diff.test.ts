import { describe, expect, it } from 'vitest';
import { diffOf, isEmptyDiff } from '../../../src/core/dossier-diff.ts';
import { ClaimId, NoteId } from '../../../src/core/ids.ts';
import { exampleDossier, exampleId } from '../../fakes/example-dossier.ts';

const before = exampleDossier();

describe('what differs between two states of a dossier', () => {
  it('is nothing between a state and a later one that says the same in another order', () => {
    const after = { ...before, version: 7, claims: before.claims.toReversed() };

    expect(isEmptyDiff(diffOf(before, after))).toBe(true);
  });

  it('names the facts, the summary, and each claim and note that came, went or changed', () => {
    const [first, second] = before.claims;
    const added = { ...second, id: ClaimId.parse(exampleId()) };
    const [kept, reworded, dropped] = first?.notes ?? [];
    const fresh = { ...kept, id: NoteId.parse(exampleId()) };
    const after = {
      ...before,
      title: 'Another title',
      post: { ...before.post, author: null },
      summary: { ...before.summary, text: 'The post says something else.' },
      claims: [
        {
          ...first,
          kind: 'opinion',
          gist: 'The post says …',
          notes: [kept, { ...reworded, stance: 'partly' }, fresh],
        },
        added,
      ],
    } as typeof before;

    const { facts, summary, claims } = diffOf(before, after);

    expect(facts).toEqual([
      { fact: 'title', before: 'The ferry timetable', after: 'Another title' },
      { fact: 'author', before: 'Island Voice', after: null },
    ]);
    expect(summary).toEqual({ before: before.summary.text, after: 'The post says something else.' });
    expect(claims.added).toEqual([added]);
    expect(claims.removed).toEqual([second]);
    expect(claims.changed).toHaveLength(1);
    expect(claims.changed[0]).toMatchObject({
      quote: null,
      gist: { before: first?.gist, after: 'The post says …' },
      kind: { before: 'factual', after: 'opinion' },
      notes: {
        added: [fresh],
        removed: [dropped],
        changed: [{ before: reworded, after: { stance: 'partly' } }],
      },
    });
  });
});
