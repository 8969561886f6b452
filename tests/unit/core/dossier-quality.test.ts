import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/claim.ts';
import { isGood, qualityOf } from '../../../src/core/dossier-quality.ts';
import { NoteId } from '../../../src/core/ids.ts';
import type { Note } from '../../../src/core/note.ts';
import { PartialDate } from '../../../src/core/partial-date.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';

const date = PartialDate.parse('2025');

function source(stance: Extract<Note, { type: 'source' }>['stance'], change: Partial<Note> = {}): Note {
  return {
    id: NoteId.parse('abcdefghijkl'),
    type: 'source',
    text: 'It says so.',
    stance,
    url: 'https://paper.example/',
    publisher: 'The Paper',
    title: null,
    date,
    lastChecked: null,
    ...change,
  } as Note;
}

const good = exampleDossier({
  claims: exampleDossier()
    .claims.slice(0, 1)
    .map((claim) => ({ ...claim, notes: [source('supports')] })),
});

function withClaim(change: Partial<Claim>) {
  return { ...good, claims: good.claims.map((claim) => ({ ...claim, ...change })) };
}

describe('what a careful reader asks', () => {
  it('is nothing where every claim has a dated source', () => {
    expect(isGood(qualityOf(good, []))).toBe(true);
  });

  it.each([
    { why: 'no note at all', change: { notes: [] }, asks: { unsourced: ['c01'] } },
    { why: 'context alone', change: { notes: [source('context')] }, asks: { unsourced: ['c01'] } },
    {
      why: 'an opinion needs no source',
      change: { notes: [], kind: 'opinion' as const },
      asks: { unsourced: [] },
    },
    {
      why: 'three of one stance',
      change: { notes: [source('partly'), source('partly'), source('partly'), source('context')] },
      asks: { oneSided: ['c01'] },
    },
    {
      why: 'two are often all there is',
      change: { notes: [source('supports'), source('supports')] },
      asks: { oneSided: [] },
    },
    {
      why: 'one of three sees it otherwise',
      change: { notes: [source('supports'), source('supports'), source('contradicts')] },
      asks: { oneSided: [] },
    },
    {
      why: 'a source without a date',
      change: { notes: [source('supports', { date: null })] },
      asks: { undated: ['c01'] },
    },
    {
      why: 'a word that judges',
      change: { gist: 'The post obviously lies.' },
      asks: { loaded: ['obviously', 'lies'] },
    },
    {
      why: 'a German one',
      change: { gist: 'Der Beitrag behauptet angeblich etwas.' },
      asks: { loaded: ['angeblich'] },
    },
    { why: 'such a word within another', change: { gist: 'The post names families.' }, asks: { loaded: [] } },
    {
      why: 'said twice, named once',
      change: { gist: 'So-called, SO-CALLED.' },
      asks: { loaded: ['so-called'] },
    },
  ])('about a claim: $why', ({ change, asks }) => {
    expect(qualityOf(withClaim(change), [])).toMatchObject(asks);
  });

  it('is not about a word that the post itself uses', () => {
    const post = { ...good.post, text: `${good.post.text} It is propaganda.` };
    const summary = { ...good.summary, text: 'The post calls it propaganda.' };

    expect(qualityOf({ ...good, summary }, []).loaded).toEqual(['propaganda']);
    expect(qualityOf({ ...good, post, summary }, []).loaded).toEqual([]);
  });

  it('is about sentences that nothing covers', () => {
    const report = qualityOf(good, ['Nobody said this.']);

    expect(report.uncovered).toEqual(['Nobody said this.']);
    expect(isGood(report)).toBe(false);
  });
});
