import { createHash } from 'node:crypto';
import type { Claim } from '../../core/claim.ts';
import type { Dossier, DossierStatus } from '../../core/dossier.ts';
import type { DossierDocument } from '../../core/dossier-document.ts';
import { toDocument } from '../../core/dossier-export.ts';
import { ClaimId, DossierId, type GuildId, NoteId } from '../../core/ids.ts';
import type { Note } from '../../core/note.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';

/** What an import did. */
export type Imported = { readonly dossier: Dossier; readonly change: 'created' | 'updated' | 'unchanged' };

/** A checked document and what it is to become. */
type Import = {
  readonly document: DossierDocument;
  readonly guildId: GuildId | null;
  readonly sample: boolean;
  /** `published` when it is left out. */
  readonly status?: DossierStatus;
};

/**
 * Saves a checked document as a published dossier of a server, or as a shared one.
 *
 * A dossier of the same slug becomes its next version: claims keep their ids by key, notes by their content.
 * A document that says what is stored already changes nothing, and a sample never replaces what an operator imported.
 */
export async function importDossier(deps: BoundDeps, input: Omit<Import, 'status'>): Promise<Imported> {
  const imported = await deps.database.transaction((stores) => importInto(deps, stores, input));
  deps.catalogs.changed();
  return imported;
}

/** `importDossier` within a transaction; whoever calls it says `deps.catalogs.changed()` afterwards. */
export async function importInto(deps: BoundDeps, { dossiers }: Stores, input: Import): Promise<Imported> {
  const { document, guildId, sample, status = 'published' } = input;
  const stored = await dossiers.find(guildId, document.slug);
  if (stored !== null && sample && !stored.sample) return { dossier: stored, change: 'unchanged' };
  const same = stored?.sample === sample && stored.status === status;
  if (same && sameDocument(toDocument(stored), document)) return { dossier: stored, change: 'unchanged' };

  const dossier = nextVersion(deps, stored, { ...input, status });
  await dossiers.save(dossier);
  return { dossier, change: stored === null ? 'created' : 'updated' };
}

/** What a document makes of a dossier: claims keep their ids by key, notes by their content. */
export function nextVersion(
  deps: BoundDeps,
  stored: Dossier | null,
  { document, guildId, sample, status }: Required<Import>,
): Dossier {
  const { madeBy } = document.summary;
  const origin = typeof madeBy === 'string' ? { by: madeBy } : { by: 'model' as const, model: madeBy.model };
  return {
    id: stored?.id ?? DossierId.parse(deps.newId()),
    guildId,
    sample,
    slug: document.slug,
    title: document.title,
    language: document.language,
    status,
    version: (stored?.version ?? 0) + 1,
    changedAt: deps.clock.now(),
    post: document.post,
    summary: { text: document.summary.text, madeBy: origin },
    claims: document.claims.map((claim) => withIds(deps, claim, stored)),
  };
}

function withIds(deps: BoundDeps, claim: DossierDocument['claims'][number], stored: Dossier | null): Claim {
  const earlier = stored?.claims.find((candidate) => candidate.key === claim.id);
  const earlierIds = new Map((earlier?.notes ?? []).map((note) => [contentKey(note), note.id]));

  const notes = claim.notes.map((note): Note => {
    const key = contentKey(note);
    const id = earlierIds.get(key) ?? NoteId.parse(deps.newId());
    earlierIds.delete(key);
    if (note.type === 'source') return { ...note, id };
    return { id, type: 'dispute', text: note.text, url: note.url };
  });
  const { id: key, quote, start, end, gist, kind } = claim;
  return { id: earlier?.id ?? ClaimId.parse(deps.newId()), key, quote, start, end, gist, kind, notes };
}

/** What makes a note the same note after an edit elsewhere: its kind, address and words. */
function contentKey(note: {
  readonly type: string;
  readonly url: string | null;
  readonly text: string;
}): string {
  return createHash('sha256')
    .update(JSON.stringify([note.type, note.url, note.text]))
    .digest('base64');
}

function sameDocument(a: DossierDocument, b: DossierDocument): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
