import { describe, expect, it } from 'vitest';
import { readDossierFile } from '../../../src/adapters/dossier-files.ts';
import { uncoveredIn } from '../../../src/core/analysis/uncovered.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { ClaimId, NoteId } from '../../../src/core/ids.ts';
import type { Note } from '../../../src/core/note.ts';
import { exampleDossier, exampleId } from '../../fakes/example-dossier.ts';

const shipped = new URL('../../../config/dossiers/iraqi-militias-in-syria/dossier.json', import.meta.url)
  .pathname;

function summed(text: string, overrides: Partial<Dossier> = {}): Dossier {
  return exampleDossier({ ...overrides, summary: { text, madeBy: { by: 'person' } } });
}

async function readShipped(added = ''): Promise<Dossier> {
  const { post, summary, claims } = await readDossierFile(shipped);
  return summed(`${summary.text} ${added}`, {
    post,
    claims: claims.map(({ id, notes, ...claim }) => ({
      ...claim,
      id: ClaimId.parse(exampleId()),
      key: id,
      notes: notes.map((note): Note => {
        const noteId = NoteId.parse(exampleId());
        if (note.type === 'source') return { ...note, id: noteId };
        return { ...note, id: noteId };
      }),
    })),
  });
}

describe('a sentence of a summary is covered', () => {
  it.each([
    ['The post says the new timetable was paid for with the lighthouse money.', 'by the post'],
    ['According to the post, commuters save 20 minutes.', 'with a number in digits'],
    ['In November 2025, Island Voice wrote that nobody on the island will trust them.', 'by author and date'],
    ['Der Beitrag sagt, der neue Fahrplan spare 20 Minuten.', 'in another language'],
    ['', 'where there is none'],
  ])('%j: %s', (text) => {
    expect(uncoveredIn(summed(text))).toEqual([]);
  });

  it('by the text, publisher, title and date of a note', () => {
    const [claim] = exampleDossier().claims;
    const [note] = claim?.notes ?? [];
    if (claim === undefined || note?.type !== 'source') throw new TypeError('the example has a source');
    const { publisher, title, date } = { ...note, date: note.date ?? '2025' };

    const text = `${publisher} wrote in ${date.slice(0, 4)}: ${title ?? note.text}`;

    expect(uncoveredIn(summed(text))).toEqual([]);
  });
});

describe('a sentence of a summary is not covered', () => {
  it.each([
    ['The post says the timetable saves commuters thirty minutes.', 'number'],
    ['The post says Arvid Holm paid for the new timetable.', 'name'],
    ['The post says the timetable was paid for in July.', 'month'],
    ['The post says whales sing in deep oceans.', 'subject'],
    ['Der Beitrag sagt, der neue Fahrplan spare 30 Minuten.', 'number in another language'],
  ])('%j has a %s of its own', (text) => {
    expect(uncoveredIn(summed(text))).toEqual([text]);
  });

  it('beside others, which are', () => {
    const text = 'The post says the timetable saves twenty minutes. The post says it cost 9 million.';

    expect(uncoveredIn(summed(text))).toEqual(['The post says it cost 9 million.']);
  });
});

describe('the shipped dossier', () => {
  it('is covered, and what is added to it is not', async () => {
    const added = 'A 1987 report by Marta Klein says so.';

    expect(uncoveredIn(await readShipped())).toEqual([]);
    expect(uncoveredIn(await readShipped(added))).toEqual([added]);
  });

  it('is judged by nothing but its texts', async () => {
    const dossier = await readShipped('A 1987 report says so.');

    expect(uncoveredIn(dossier)).toEqual(uncoveredIn(structuredClone(dossier)));
  });
});

it('of a dossier whose texts are too long nothing is said', () => {
  const { post } = exampleDossier();
  const text = 'Nothing of this is said. '.repeat(5_000);

  expect(uncoveredIn(summed('Marta Klein paid 9 million.', { post: { ...post, text } }))).toEqual([]);
});
