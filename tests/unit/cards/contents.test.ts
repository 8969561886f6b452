import { describe, expect, it } from 'vitest';
import { claimCard } from '../../../src/cards/claim-card.ts';
import type { Card } from '../../../src/ports/message.ts';
import { words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { controlOf } from './card-nodes.ts';
import { shownBy, textsOf } from './shown.ts';

const speech = words('en-US');
const inquiryId = 'abcdefghijkl';
const dossier = exampleDossier();
const [first, second] = dossier.claims;
if (first === undefined || second === undefined) throw new RangeError('the example has two claims');

const read = ({ components }: Card) => shownBy(components);

describe('the claim card', () => {
  const card = claimCard({ dossier, claim: first, inquiryId: null }, speech);

  it('shows the quote in its context, gist, kind, and the standing in words with its counts and open questions', () => {
    const said = read(card);

    expect(said).toContain(`The ferry company says ${first.quote}. It was paid for`);
    expect(textsOf(card.components).join('\n')).toContain(`**${first.quote}**`);
    for (const part of [
      first.gist,
      speech.say('kind.factual'),
      'Standing: mixed',
      '1 support · 0 partly · 1 contradict',
    ])
      expect(said).toContain(part);
    expect(said).toContain('with 1 open question');
  });

  it('shows one note for each stance and one dispute, and how many there are', () => {
    const more = { ...first, notes: [...first.notes, ...first.notes] };
    const said = read(claimCard({ dossier, claim: more, inquiryId: null }, speech));

    expect(said).toMatch(/Supports it – 1 of 2[\s\S]*Contradicts it – 1 of 2[\s\S]*disputed – 1 of 2/);
    expect(said.match(/A survey by the harbour office/g)).toHaveLength(1);
    expect(controlOf(card.components, '1:claim.notes:')?.['label']).toBe('All 3 notes');
  });

  it('calls a headline, a date and a check that are not known unknown', () => {
    expect(read(card)).toContain('Commuters’ Union: headline unknown · date unknown · link not checked yet');
    expect(read(card)).toContain(
      `“Crossing times before and after” · December 4, 2025 · ${speech.say('source.checked', { date: 'February 1, 2026' })}`,
    );
  });

  it('leads to the claims before and after, and not past the ends', () => {
    const last = claimCard({ dossier, claim: second, inquiryId: null }, speech).components;

    expect(controlOf(card.components, '1:claim.previous')?.['disabled']).toBe(true);
    expect(controlOf(card.components, '1:claim.open:ferry-timetable/c02')?.['label']).toBe('Next ▶');
    expect(controlOf(last, '1:claim.open:ferry-timetable/c01')?.['label']).toBe('◀ Previous');
    expect(controlOf(last, '1:claim.next')?.['disabled']).toBe(true);
  });

  it('asks “was this it?” only where it answers a question', () => {
    expect(controlOf(card.components, '1:claim.fit')).toBeUndefined();
    const asked = claimCard({ dossier, claim: first, inquiryId }, speech).components;
    expect(controlOf(asked, `1:claim.fit:${inquiryId}:yes`)).toBeDefined();
    const denied = claimCard({ dossier, claim: first, inquiryId, feedback: 'no' }, speech).components;
    expect(controlOf(denied, '1:claim.ask')).toBeDefined();
  });
});
