import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDossierFile } from '../../../src/adapters/dossier-files.ts';
import type { Dossier } from '../../../src/core/dossier.ts';
import { type DossierDocument, readDossierDocument } from '../../../src/core/dossier-document.ts';
import { toDocument } from '../../../src/core/dossier-export.ts';
import { ClaimId, NoteId } from '../../../src/core/ids.ts';
import type { Note } from '../../../src/core/note.ts';
import { exampleDossier, exampleId } from '../../fakes/example-dossier.ts';
import { strangeDossier } from '../../fakes/strange-dossier.ts';

/** The dossier an import makes of a document, with new ids. */
function dossierOf({ summary, claims, ...rest }: DossierDocument): Dossier {
  const { madeBy } = summary;
  const origin = typeof madeBy === 'string' ? { by: madeBy } : { by: 'model' as const, ...madeBy };
  return exampleDossier({
    ...rest,
    summary: { text: summary.text, madeBy: origin },
    claims: claims.map(({ id, notes, ...claim }) => ({
      ...claim,
      id: ClaimId.parse(exampleId()),
      key: id,
      notes: notes.map((note): Note => {
        const noteId = NoteId.parse(exampleId());
        if (note.type === 'source') return { ...note, id: noteId };
        return { id: noteId, type: 'dispute', text: note.text, url: note.url };
      }),
    })),
  });
}

describe('an exported dossier', () => {
  it('is the same document after it was imported and exported again', () => {
    fc.assert(
      fc.property(strangeDossier(500), (dossier) => {
        const document = readDossierDocument(JSON.parse(JSON.stringify(toDocument(dossier))));

        expect(JSON.stringify(toDocument(dossierOf(document)))).toBe(JSON.stringify(document));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves ids, owner, version and status behind', () => {
    const exported = JSON.stringify(toDocument(exampleDossier({ version: 7 })));

    expect(Object.keys(JSON.parse(exported))).toEqual([
      'slug',
      'title',
      'language',
      'post',
      'summary',
      'claims',
    ]);
    expect(exported).not.toMatch(/"(?:guildId|version|status|sample|changedAt)"/);
  });

  it('of the shipped dossier says what its files say', async () => {
    const folder = new URL('../../../config/dossiers/iraqi-militias-in-syria/', import.meta.url);
    const file = JSON.parse(await readFile(new URL('dossier.json', folder), 'utf8'));
    const document = await readDossierFile(new URL('dossier.json', folder).pathname);

    const exported = toDocument(dossierOf(document));

    expect(exported).toEqual(document);
    expect(exported.claims).toEqual(file.claims);
    expect(exported.post.text).toBe(await readFile(new URL('post.txt', folder), 'utf8'));
  });
});
