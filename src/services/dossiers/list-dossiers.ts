import type { Dossier } from '../../core/dossier.ts';
import type { GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/** The dossiers a server is offered, its own first; with null, those every server is. */
export async function listDossiers(
  deps: BoundDeps,
  { guildId }: { readonly guildId: GuildId | null },
): Promise<readonly Dossier[]> {
  return (await deps.catalogs.of(guildId)).dossiers;
}
