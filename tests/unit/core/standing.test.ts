import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimKinds } from '../../../src/core/claim.ts';
import { NoteId } from '../../../src/core/ids.ts';
import { type Note, type Stance, stances } from '../../../src/core/note.ts';
import { standingOf } from '../../../src/core/standing.ts';

type Shown = Stance | 'dispute';

function noteOf(shown: Shown): Note {
  const id = NoteId.parse('abcdefghijkl');
  if (shown === 'dispute') return { id, type: 'dispute', text: 'Open.', url: null };
  const source = { url: 'https://a.example/', publisher: 'A', title: null, date: null, lastChecked: null };
  return { id, type: 'source', text: 'Said.', stance: shown, ...source };
}

const notesOf = (shown: readonly Shown[]) => shown.map(noteOf);

describe('the standing of a claim', () => {
  it.each([
    { kind: 'opinion', notes: ['supports'], label: 'not-checkable', why: 'no source settles an opinion' },
    { kind: 'prediction', notes: ['contradicts'], label: 'not-checkable', why: 'nor a prediction' },
    { kind: 'opinion', notes: [], label: 'not-checkable', why: 'the kind comes before the lack of sources' },
    { kind: 'factual', notes: [], label: 'unsourced', why: 'there is no note' },
    {
      kind: 'causal',
      notes: ['context', 'context'],
      label: 'unsourced',
      why: 'context speaks neither for nor against',
    },
    { kind: 'factual', notes: ['dispute'], label: 'unsourced', why: 'a dispute is no source' },
    { kind: 'factual', notes: ['supports', 'contradicts'], label: 'mixed', why: 'the sources disagree' },
    { kind: 'factual', notes: ['partly'], label: 'mixed', why: 'support in part is neither' },
    {
      kind: 'causal',
      notes: ['supports', 'supports', 'partly'],
      label: 'mixed',
      why: 'one part keeps it from full support',
    },
    {
      kind: 'causal',
      notes: ['contradicts', 'partly'],
      label: 'mixed',
      why: 'one part keeps it from contradiction',
    },
    { kind: 'factual', notes: ['supports', 'context'], label: 'supported', why: 'context changes nothing' },
    {
      kind: 'causal',
      notes: ['supports', 'dispute'],
      label: 'supported',
      why: 'a dispute is counted, not weighed',
    },
    {
      kind: 'factual',
      notes: ['contradicts', 'contradicts'],
      label: 'contradicted',
      why: 'every source says no',
    },
  ] as const)('is $label for a $kind claim with $notes: $why', ({ kind, notes, label }) => {
    expect(standingOf(kind, notesOf(notes)).label).toBe(label);
  });

  it('comes with its counts and the number of open questions', () => {
    const notes = notesOf(['supports', 'contradicts', 'supports', 'partly', 'context', 'dispute', 'dispute']);

    expect(standingOf('factual', notes)).toEqual({
      label: 'mixed',
      counts: { supports: 2, partly: 1, contradicts: 1, context: 1 },
      openQuestions: 2,
    });
  });

  it('is the same whatever the order of the notes', () => {
    const shown = fc.array(fc.constantFrom<Shown>(...stances, 'dispute'), { maxLength: 8 });
    const shuffled = shown.chain((notes) =>
      fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
    );

    fc.assert(
      fc.property(fc.constantFrom(...claimKinds), shuffled, (kind, [notes, others]) => {
        expect(standingOf(kind, notesOf(others))).toEqual(standingOf(kind, notesOf(notes)));
      }),
    );
  });
});
