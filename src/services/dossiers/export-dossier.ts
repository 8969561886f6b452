import type { DossierSlug } from '../../core/claim.ts';
import type { DossierDocument } from '../../core/dossier-document.ts';
import { toDocument } from '../../core/dossier-export.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/**
 * A dossier in the documented JSON format.
 *
 * @param input - `guildId` null means the shared dossier of that slug
 * @throws FootnoteError `dossier.unknown` when there is none
 */
export async function exportDossier(
  deps: BoundDeps,
  input: { readonly guildId: GuildId | null; readonly slug: DossierSlug },
): Promise<DossierDocument> {
  const dossier = await deps.database.snapshot(({ dossiers }) => dossiers.find(input.guildId, input.slug));
  if (dossier === null) throw new FootnoteError('dossier.unknown', { dossier: input.slug });
  return toDocument(dossier);
}
