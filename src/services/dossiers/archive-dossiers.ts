import type { Dossier } from '../../core/dossier.ts';
import type { GuildId, MessageId } from '../../core/ids.ts';
import { showsPost } from '../../core/withheld-post.ts';
import type { Stores } from '../../ports/stores.ts';
import { writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import type { DoneBy } from './note-drafted.ts';

/** The drafts and published dossiers made from a message that still hold its text, in the order of their names. */
export async function dossiersShowing(
  { dossiers, origins }: Stores,
  guildId: GuildId,
  messageId: MessageId,
): Promise<readonly Dossier[]> {
  const found: Dossier[] = [];
  for (const { dossierId } of await origins.ofMessage(guildId, messageId)) {
    const dossier = await dossiers.findOwn(guildId, dossierId);
    if (dossier !== null && showsPost(dossier)) found.push(dossier);
  }
  return found.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

/**
 * Archives a dossier: from now on nobody is shown it, and 30 days later the post of one made from a member's message
 * goes; unpublished changes go at once. Whoever calls it says `deps.catalogs.changed()` afterwards.
 */
export async function archiveDossier(
  deps: BoundDeps,
  { dossiers, edits }: Stores,
  dossier: Dossier,
): Promise<Dossier> {
  const archived: Dossier = {
    ...dossier,
    status: 'archived',
    version: dossier.version + 1,
    changedAt: deps.clock.now(),
  };
  if (dossier.guildId !== null) await edits.drop(dossier.guildId, dossier.id);
  await dossiers.save(archived);
  return archived;
}

/** Archives a dossier as one that was withdrawn, with a line in the audit. Whoever calls it says `deps.catalogs.changed()` afterwards. */
export async function withdrawDossier(
  deps: BoundDeps,
  stores: Stores,
  dossier: Dossier,
  by: DoneBy,
): Promise<Dossier> {
  const archived = await archiveDossier(deps, stores, dossier);
  await writeAudit(deps, stores, { ...by, act: 'dossier.withdrawn', before: dossier.slug, after: null });
  return archived;
}
