import type { Kysely } from 'kysely';
import { z } from 'zod';
import { DossierId } from '../../core/ids.ts';
import { type DossierEdit, type EditStore, keptRevisions } from '../../ports/edit-store.ts';
import { dossierFromJson } from './dossier-versions.ts';
import type { Tables } from './tables.ts';

const EditRow = z.object({
  revision: z.number(),
  before: z.number(),
  changed_at: z.coerce.number(),
  document: z.string(),
});

function editFromRow(row: unknown): DossierEdit {
  const { revision, before, changed_at, document } = EditRow.parse(row);
  return { revision, before, changedAt: changed_at, dossier: dossierFromJson(document) };
}

/**
 * Edits in rows, a revision each.
 *
 * @param onErasure - called when rows were deleted
 */
export function editStore(db: Kysely<Tables>, onErasure: () => void): EditStore {
  const ofDossier = (guildId: string, dossierId: string) =>
    db
      .selectFrom('dossier_edits')
      .select(['revision', 'before', 'changed_at', 'document'])
      .where('guild_id', '=', guildId)
      .where('dossier_id', '=', dossierId);
  const latest: EditStore['latest'] = async (guildId, dossierId) => {
    const row = await ofDossier(guildId, dossierId).orderBy('revision', 'desc').limit(1).executeTakeFirst();
    return row === undefined ? null : editFromRow(row);
  };

  return {
    latest,

    async at(guildId, dossierId, revision) {
      const row = await ofDossier(guildId, dossierId).where('revision', '=', revision).executeTakeFirst();
      return row === undefined ? null : editFromRow(row);
    },

    async underWay(guildId) {
      const rows = await db
        .selectFrom('dossier_edits')
        .select('dossier_id')
        .distinct()
        .where('guild_id', '=', guildId)
        .orderBy('dossier_id')
        .execute();
      return rows.map((row) => DossierId.parse(row.dossier_id));
    },

    async add(guildId, { dossier, revision, before, changedAt }) {
      const owned = await db
        .selectFrom('dossiers')
        .select('id')
        .where('id', '=', dossier.id)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      if (owned === undefined) throw new RangeError('the server has no such dossier');
      const present = (await latest(guildId, dossier.id))?.revision ?? 0;
      if (revision <= present) throw new RangeError(`revision ${revision} cannot follow ${present}`);
      await db
        .insertInto('dossier_edits')
        .values({
          guild_id: guildId,
          dossier_id: dossier.id,
          revision,
          before,
          changed_at: changedAt,
          document: JSON.stringify(dossier),
        })
        .execute();
      await db
        .deleteFrom('dossier_edits')
        .where('guild_id', '=', guildId)
        .where('dossier_id', '=', dossier.id)
        .where('revision', '<=', revision - keptRevisions)
        .execute();
    },

    async drop(guildId, dossierId) {
      await db
        .deleteFrom('dossier_edits')
        .where('guild_id', '=', guildId)
        .where('dossier_id', '=', dossierId)
        .execute();
      onErasure();
    },
  };
}

/** Forgets the changes of these dossiers, whoever they belong to. */
export async function dropEditsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('dossier_edits').where('dossier_id', 'in', ids).execute();
}
