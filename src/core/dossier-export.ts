import type { Dossier } from './dossier.ts';
import { DossierDocument } from './dossier-document.ts';
import type { Note } from './note.ts';

/**
 * The dossier in the documented JSON format, in the order of the format's own keys.
 * Reading it back gives the same post, summary, claims and notes; ids, owner and version stay behind.
 */
export function toDocument(dossier: Dossier): DossierDocument {
  const { madeBy } = dossier.summary;
  return DossierDocument.parse({
    slug: dossier.slug,
    title: dossier.title,
    language: dossier.language,
    post: dossier.post,
    summary: {
      text: dossier.summary.text,
      madeBy: madeBy.by === 'model' ? { model: madeBy.model } : madeBy.by,
    },
    claims: dossier.claims.map(({ key, quote, start, end, gist, kind, notes }) => ({
      id: key,
      quote,
      start,
      end,
      gist,
      kind,
      notes: notes.map(noteDocument),
    })),
  });
}

function noteDocument(note: Note) {
  if (note.type === 'dispute')
    return {
      type: 'dispute',
      text: note.text,
      basis: note.url === null ? 'needs-checking' : 'source',
      url: note.url,
    };
  const { id: _id, link: _link, ...document } = note;
  return document;
}
