import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { z } from 'zod';
import type { Dossier } from '../../core/dossier.ts';
import { ownFirstThenTitle } from '../../core/dossier-order.ts';
import { DossierId } from '../../core/ids.ts';
import type { DossierStore } from '../../ports/stores.ts';
import { dossierChanges } from './dossier-changes.ts';
import { dossierPins } from './dossier-pins.ts';
import {
  claimColumns,
  claimsToRows,
  dossiersFromRows,
  dossierToRow,
  noteColumns,
  notesToRows,
} from './dossier-rows.ts';
import { versionFromRow, versionToRow } from './dossier-versions.ts';
import { portionsOf } from './portions.ts';
import { sharedOwner, type Tables } from './tables.ts';
import { dropVectorsOf } from './vectors.ts';

const RevisionRow = z.object({ revision: z.coerce.number() });
const StateRow = z.object({ id: DossierId, version: z.number(), rewrites: z.number() });

type Condition = (row: ExpressionBuilder<Tables, 'dossiers'>) => Expression<SqlBool>;

/** Dossiers in rows, read in three queries a hundred. */
export function dossierStore(db: Kysely<Tables>): DossierStore {
  return {
    async revision() {
      const row = await db.selectFrom('catalogue').select('revision').executeTakeFirstOrThrow();
      return RevisionRow.parse(row).revision;
    },

    async listPublished(guildId) {
      const published = await load(db, (row) =>
        row.and([row('guild_id', 'in', [guildId, sharedOwner]), row('status', '=', 'published')]),
      );
      return published.sort(ownFirstThenTitle);
    },

    async listShared() {
      const published = await load(db, (row) => row.and({ guild_id: sharedOwner, status: 'published' }));
      return published.sort(ownFirstThenTitle);
    },

    listOwn: (guildId) => load(db, (row) => row.and({ guild_id: guildId })),

    async published(guildId) {
      const rows = await db
        .selectFrom('dossiers')
        .select(['id', 'version', 'rewrites'])
        .where('guild_id', '=', guildId ?? sharedOwner)
        .where('status', '=', 'published')
        .execute();
      return rows.map((row) => StateRow.parse(row));
    },

    async loadPublished(guildId, ids) {
      const owned = { guild_id: guildId ?? sharedOwner, status: 'published' };
      const loaded: Dossier[] = [];
      for (const some of portionsOf(ids))
        loaded.push(...(await load(db, (row) => row.and([row('id', 'in', some), row.and(owned)]))));
      return loaded;
    },

    async find(guildId, slug) {
      const [found] = await load(db, (row) => row.and({ guild_id: guildId ?? sharedOwner, slug }));
      return found ?? null;
    },

    async findOwn(guildId, id) {
      const [found] = await load(db, (row) => row.and({ guild_id: guildId, id }));
      return found ?? null;
    },

    async save(dossier) {
      await checkSuccession(db, dossier);
      await writeRows(db, dossier);
      await raiseRevision(db);
    },

    async history(guildId, dossierId) {
      const rows = await db
        .selectFrom('dossier_versions')
        .innerJoin('dossiers', 'dossiers.id', 'dossier_versions.dossier_id')
        .select(['dossier_versions.version', 'dossier_versions.changed_at', 'dossier_versions.document'])
        .where('dossiers.id', '=', dossierId)
        .where('dossiers.guild_id', '=', guildId ?? sharedOwner)
        .orderBy('dossier_versions.version', 'desc')
        .execute();
      return rows.map(versionFromRow);
    },

    ...dossierChanges(db),
    ...dossierPins(db),
  };
}

/** Every dossier that meets `condition`, whole, in no order. */
async function load(db: Kysely<Tables>, condition: Condition): Promise<Dossier[]> {
  const chosen = await db.selectFrom('dossiers').select('id').where(condition).execute();
  const loaded: Dossier[] = [];
  for (const some of portionsOf(chosen))
    loaded.push(
      ...(await loadWhole(
        db,
        some.map(({ id }) => id),
      )),
    );
  return loaded;
}

/** The dossiers of these ids, whole, in no order. */
export async function loadWhole(db: Kysely<Tables>, ids: readonly string[]): Promise<Dossier[]> {
  const dossiers = await db.selectFrom('dossiers').selectAll().where('id', 'in', ids).execute();
  const claims = await db
    .selectFrom('claims')
    .select(claimColumns)
    .where('dossier_id', 'in', ids)
    .orderBy('dossier_id')
    .orderBy('position')
    .execute();
  const notes = await db
    .selectFrom('notes')
    .select(noteColumns)
    .where('dossier_id', 'in', ids)
    .orderBy('dossier_id')
    .orderBy('claim_id')
    .orderBy('position')
    .execute();
  return dossiersFromRows({ dossiers, claims, notes });
}

/** Notes that the words of these dossiers were changed without a new version: what they meant goes, and every process is told. */
export async function noteRewrites(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  for (const some of portionsOf(ids)) {
    await dropVectorsOf(db, some);
    await db
      .updateTable('dossiers')
      .set((row) => ({ rewrites: row('rewrites', '+', 1) }))
      .where('id', 'in', some)
      .execute();
  }
  await raiseRevision(db);
}

/** Tells every process that what servers are shown has changed. */
export async function raiseRevision(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('catalogue')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .execute();
}

async function checkSuccession(db: Kysely<Tables>, dossier: Dossier): Promise<void> {
  const owner = dossier.guildId ?? sharedOwner;
  const related = await db
    .selectFrom('dossiers')
    .select(['id', 'guild_id', 'slug', 'version'])
    .where((row) => row.or([row('id', '=', dossier.id), row.and({ guild_id: owner, slug: dossier.slug })]))
    .execute();
  if (related.some((row) => row.id !== dossier.id))
    throw new RangeError('another dossier of the same owner has this slug');

  const stored = related[0];
  if (stored !== undefined && (stored.guild_id !== owner || stored.slug !== dossier.slug))
    throw new RangeError("a dossier's owner and slug never change");
  if (dossier.version !== (stored?.version ?? 0) + 1)
    throw new RangeError(`version ${dossier.version} cannot follow version ${stored?.version ?? 0}`);
}

async function writeRows(db: Kysely<Tables>, dossier: Dossier): Promise<void> {
  const { id, ...rest } = dossierToRow(dossier);
  await db
    .insertInto('dossiers')
    .values({ id, ...rest })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute();
  await db.deleteFrom('claims').where('dossier_id', '=', id).execute();
  for (const rows of portionsOf(claimsToRows(dossier))) await db.insertInto('claims').values(rows).execute();
  for (const rows of portionsOf(notesToRows(dossier))) await db.insertInto('notes').values(rows).execute();
  await db.insertInto('dossier_versions').values(versionToRow(dossier)).execute();
}
