import { beforeAll, describe, expect, it } from 'vitest';
import { readDossierFile } from '../../../src/adapters/dossier-files.ts';
import { claimCard } from '../../../src/cards/claim-card.ts';
import { notesCard } from '../../../src/cards/notes-card.ts';
import { summaryCard } from '../../../src/cards/summary-card.ts';
import type { Claim } from '../../../src/core/claim.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { ClaimId, NoteId } from '../../../src/core/ids.ts';
import type { Note } from '../../../src/core/note.ts';
import type { Card } from '../../../src/ports/message.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { nodesOf } from './card-nodes.ts';

let dossier: Dossier;
let disputed: Claim;

beforeAll(async () => {
  const { summary, claims, ...rest } = await readDossierFile(
    new URL('../../../config/dossiers/iraqi-militias-in-syria/dossier.json', import.meta.url).pathname,
  );
  const noteId = NoteId.parse('abcdefghijkl');
  const shipped = claims.map(({ id, notes, ...claim }) => ({
    ...claim,
    id: ClaimId.parse('abcdefghijkl'),
    key: id,
    notes: notes.map((note): Note => {
      if (note.type === 'source') return { ...note, id: noteId };
      return { id: noteId, type: 'dispute', text: note.text, url: note.url };
    }),
  }));
  dossier = exampleDossier({
    ...rest,
    sample: true,
    summary: { text: summary.text, madeBy: { by: 'person' } },
    claims: shipped,
  });
  const found = shipped.find(({ key }) => key === 'c04b');
  if (found === undefined) throw new RangeError('the shipped dossier has no claim c04b');
  disputed = found;
});

/** A card as it reads: its texts, then its controls in brackets with what they lead to. */
function reading({ components }: Card): string {
  const parts = nodesOf(components).flatMap((node) => {
    if (typeof node['content'] === 'string') return [node['content']];
    const name = node['label'] ?? node['placeholder'];
    return typeof node['custom_id'] === 'string' ? [`[${name}] ${node['custom_id']}`] : [];
  });
  return `\n${parts.join('\n\n')}\n`;
}

describe.each(locales)('a card of the shipped dossier in %s', (locale) => {
  const speech = words(locale);

  it('shows its summary', () => {
    expect(reading(summaryCard(dossier, 1, speech))).toMatchSnapshot();
  });

  it('shows the last page of its key claims', () => {
    expect(reading(summaryCard(dossier, 3, speech))).toMatchSnapshot();
  });

  it('shows a claim', () => {
    const view = { dossier, claim: disputed, inquiryId: 'abcdefghijkl' };

    expect(reading(claimCard(view, speech))).toMatchSnapshot();
  });

  it('shows the first page of its notes', () => {
    const view = { dossier, claim: disputed, inquiryId: null };

    expect(reading(notesCard(view, 1, speech))).toMatchSnapshot();
  });
});
