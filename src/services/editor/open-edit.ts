import type { DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { DossierDocument } from '../../core/dossier-document.ts';
import { toDocument } from '../../core/dossier-export.ts';
import type { DossierId, GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { type EditState, editState } from './edit-state.ts';

/**
 * A dossier as it lies on the moderators' desk.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.shared`
 */
export function openEdit(
  deps: BoundDeps,
  {
    guildId,
    ...named
  }: { readonly guildId: GuildId } & ({ readonly slug: DossierSlug } | { readonly id: DossierId }),
): Promise<EditState> {
  return deps.database.snapshot((stores) => editState(stores, guildId, named));
}

/** A dossier as moderators list it. */
export type ListedDossier = { readonly dossier: Dossier; readonly underWay: boolean };

/** Every dossier of a server whatever its status, the latest changed first, then the shared ones by title. */
export function listForModerators(
  deps: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<readonly ListedDossier[]> {
  return deps.database.snapshot(async (stores) => {
    const { dossiers, edits } = stores;
    const underWay = new Set<DossierId>();
    for (const id of await edits.underWay(guildId)) {
      const { diff, overtaken } = await editState(stores, guildId, { id });
      if (diff !== null || overtaken !== null) underWay.add(id);
    }
    const own = await dossiers.listOwn(guildId);
    const shared = await dossiers.listShared();
    return [
      ...own.toSorted((a, b) => b.changedAt - a.changedAt || (a.slug < b.slug ? -1 : 1)),
      ...shared,
    ].map((dossier) => ({ dossier, underWay: underWay.has(dossier.id) }));
  });
}

/**
 * A dossier as it is on the desk, in the documented JSON format; a shared one as it came.
 *
 * @throws FootnoteError `dossier.unknown`
 */
export function exportEdit(
  deps: BoundDeps,
  { guildId, slug }: { readonly guildId: GuildId; readonly slug: DossierSlug },
): Promise<DossierDocument> {
  return deps.database.snapshot(async (stores) => {
    const own = await stores.dossiers.find(guildId, slug);
    const shared = own === null ? await stores.dossiers.find(null, slug) : null;
    return toDocument(shared ?? (await editState(stores, guildId, { slug })).dossier);
  });
}
