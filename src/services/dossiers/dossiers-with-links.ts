import type { Dossier } from '../../core/dossier.ts';
import { type LinkCheck, shownLink } from '../../core/link-check.ts';
import { type Note, sourceNotes } from '../../core/note.ts';
import type { LinkStore } from '../../ports/link-stores.ts';

/** The dossiers, each source with what is known of its link beyond what the dossier says. */
export async function dossiersWithLinks(
  dossiers: readonly Dossier[],
  links: LinkStore,
): Promise<readonly Dossier[]> {
  const cited = new Set(
    dossiers.flatMap(({ claims }) => claims.flatMap(({ notes }) => sourceNotes(notes).map(({ url }) => url))),
  );
  const checks = await links.of([...cited]);
  if (checks.size === 0) return dossiers;
  return dossiers.map((dossier) => ({
    ...dossier,
    claims: dossier.claims.map((claim) => ({
      ...claim,
      notes: claim.notes.map((note) => withLink(note, checks)),
    })),
  }));
}

function withLink(note: Note, checks: ReadonlyMap<string, LinkCheck>): Note {
  const check = note.type === 'source' ? checks.get(note.url) : undefined;
  if (note.type !== 'source' || check === undefined) return note;
  const link = shownLink(note, check);
  return link === null ? note : { ...note, link };
}
