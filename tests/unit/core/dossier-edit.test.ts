import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/core/dossier.ts';
import { dossierLimits } from '../../../src/core/dossier-document.ts';
import { changed, type DossierChange } from '../../../src/core/dossier-edit.ts';
import { ClaimId, NoteId } from '../../../src/core/ids.ts';
import { exampleDossier, exampleId } from '../../fakes/example-dossier.ts';

const before = exampleDossier();
const [first, second] = before.claims;
const newId = () => ClaimId.parse(exampleId());
const gone = ClaimId.parse(exampleId());

function absent(): never {
  throw new TypeError('the example has two claims with notes');
}
const firstClaim = first ?? absent();
const firstNote = firstClaim.notes[0] ?? absent();

/** The passage of the post that these words are. */
function passage(words: string) {
  const start = before.post.text.indexOf(words);
  return { start, end: start + words.length };
}

describe('changing a dossier', () => {
  it('adds claims of the post with names of their own and leaves out a passage that is one already', () => {
    const island = {
      ...passage('Nobody on the island will ever trust them again.'),
      kind: 'prediction' as const,
    };
    const again = {
      start: firstClaim.start,
      end: firstClaim.end,
      kind: 'factual' as const,
      gist: 'The post says so.',
    };

    const { claims } = changed(
      before,
      { do: 'add-claims', claims: [{ ...island, gist: 'The post says …' }, again] },
      newId,
    );

    expect(claims.map(({ key, quote }) => [key, quote])).toEqual([
      ...before.claims.map(({ key, quote }) => [key, quote]),
      ['c03', 'Nobody on the island will ever trust them again.'],
    ]);
  });

  it('never gives the name of a removed claim to the next one while a later one has a higher', () => {
    const without = changed(before, { do: 'remove-claim', claimId: firstClaim.id }, newId);

    const { claims } = changed(
      without,
      {
        do: 'add-claims',
        claims: [{ ...passage('the lighthouse'), gist: 'The post says …', kind: 'factual' }],
      },
      newId,
    );

    expect(claims.map(({ key }) => key)).toEqual(['c02', 'c03']);
  });

  it('changes and removes a note in its place', () => {
    const note = { ...firstNote, text: 'The survey measured twenty minutes.' };

    const once = changed(before, { do: 'change-note', claimId: firstClaim.id, note }, newId);
    const twice = changed(once, { do: 'remove-note', claimId: firstClaim.id, noteId: note.id }, newId);

    expect(once.claims[0]?.notes[0]?.text).toBe('The survey measured twenty minutes.');
    expect(twice.claims[0]?.notes).toEqual(firstClaim.notes.slice(1));
  });

  it('takes over another state, but never another text of the post', () => {
    const other: Dossier = { ...before, title: 'Another title', claims: before.claims.slice(1) };
    const rewritten: Dossier = { ...other, post: { ...before.post, text: 'Something else.' } };

    const taken = changed(before, { do: 'take-over', dossier: other }, newId);

    expect(taken).toEqual({ ...other, version: before.version });
    expect(() => changed(before, { do: 'take-over', dossier: rewritten }, newId)).toThrow('edit.other-post');
  });

  const note = { ...firstNote, id: NoteId.parse(exampleId()) };
  const full: Dossier = {
    ...before,
    claims: [
      {
        ...firstClaim,
        notes: Array.from({ length: dossierLimits.notesPerClaim }, () => ({
          ...firstNote,
          id: NoteId.parse(exampleId()),
        })),
      },
      ...Array.from({ length: dossierLimits.claims - 1 }, () => second ?? absent()),
    ],
  };
  it.each<{ change: DossierChange; code: string; why: string; of?: Dossier }>([
    {
      change: { do: 'remove-claim', claimId: gone },
      code: 'edit.claim-gone',
      why: 'another has removed the claim',
    },
    {
      change: { do: 'change-claim', claimId: gone, gist: 'x', kind: 'factual' },
      code: 'edit.claim-gone',
      why: 'another has removed the claim that is reworded',
    },
    {
      change: { do: 'change-note', claimId: firstClaim.id, note },
      code: 'edit.note-gone',
      why: 'there is no such note',
    },
    {
      change: { do: 'remove-note', claimId: firstClaim.id, noteId: note.id },
      code: 'edit.note-gone',
      why: 'another has removed the note',
    },
    {
      change: { do: 'add-claims', claims: [{ start: 3, end: 100_000, gist: 'x', kind: 'factual' }] },
      code: 'edit.quote-missing',
      why: 'the passage ends behind the post',
    },
    {
      change: { do: 'add-claims', claims: [{ start: 5, end: 5, gist: 'x', kind: 'factual' }] },
      code: 'edit.quote-missing',
      why: 'the passage holds nothing',
    },
    {
      of: full,
      change: { do: 'add-claims', claims: [{ start: 0, end: 3, gist: 'x', kind: 'factual' }] },
      code: 'edit.too-many',
      why: 'there is no room for a claim',
    },
    {
      of: full,
      change: { do: 'add-note', claimId: firstClaim.id, note },
      code: 'edit.too-many',
      why: 'there is no room for a note',
    },
  ])('refuses with $code when $why', ({ of = before, change, code }) => {
    expect(() => changed(of, change, newId)).toThrow(code);
  });
});
