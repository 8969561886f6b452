import type { Kysely } from 'kysely';
import { GuildId } from '../../core/ids.ts';
import { raiseRevision } from './dossiers.ts';
import { forgetSpender } from './model-spend.ts';
import { sharedOwner, type Tables } from './tables.ts';

/** Tables with a row for each thing of a server; those that others refer to come after these. */
const tablesOfGuilds = [
  'outbox',
  'watches',
  'watchers',
  'reports',
  'cases',
  'bad_faith',
  'audit',
  'inquiries',
  'inquiry_days',
  'inquiry_months',
  'inquiry_ways',
  'dossier_pins',
  'dossier_edits',
  'dossier_origins',
  'digest_posts',
  'digest_schedules',
  'model_spend',
] as const;

const tablesOfDossiers = ['notes', 'claims', 'dossier_versions'] as const;

const tablesOfOwners = ['dossiers', 'guild_settings', 'departures'] as const;

/** Every server that has a row, those that were left included. */
export async function guildsWithRows(db: Kysely<Tables>): Promise<ReadonlySet<GuildId>> {
  const found = new Set<GuildId>();
  for (const table of [...tablesOfGuilds, ...tablesOfOwners]) {
    const rows = await db
      .selectFrom(table)
      .select('guild_id')
      .distinct()
      .where('guild_id', '<>', sharedOwner)
      .execute();
    for (const { guild_id } of rows) found.add(GuildId.parse(guild_id));
  }
  return found;
}

/** Deletes every row of a server; counts them by table, those that had none left out. */
export async function purgeGuild(
  db: Kysely<Tables>,
  guildId: GuildId,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const count = (table: string, deleted: bigint) => {
    if (deleted > 0n) counts[table] = Number(deleted);
  };
  const deleteFrom = async (table: (typeof tablesOfGuilds | typeof tablesOfOwners)[number]) => {
    const result = await db.deleteFrom(table).where('guild_id', '=', guildId).executeTakeFirstOrThrow();
    count(table, result.numDeletedRows);
  };

  await forgetSpender(db, guildId);
  for (const table of tablesOfGuilds) await deleteFrom(table);
  const own = db.selectFrom('dossiers').select('id').where('guild_id', '=', guildId);
  for (const table of tablesOfDossiers) {
    const result = await db.deleteFrom(table).where('dossier_id', 'in', own).executeTakeFirstOrThrow();
    count(table, result.numDeletedRows);
  }
  for (const table of tablesOfOwners) await deleteFrom(table);
  if (counts.dossiers !== undefined) await raiseRevision(db);
  return counts;
}
