import type { Kysely } from 'kysely';
import type { WatcherId } from '../../core/ids.ts';
import type { WatchStore } from '../../ports/watch-stores.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';
import { watchReading } from './watch-reading.ts';
import { watchRemoval } from './watch-removal.ts';
import { columnsOfClaim, ownerFromRow, rowOfWatch, rowOfWatcher } from './watch-rows.ts';

/**
 * Who watches what.
 *
 * @param onChange - called when watches were added or deleted, so that nothing of it stays in the log of changes
 */
export function watchStore(db: Kysely<Tables>, onChange: () => void): WatchStore {
  return {
    ...watchReading(db),
    ...watchRemoval(db, onChange),

    async addWatcher(watcher) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('watchers')
        .values(rowOfWatcher(watcher))
        .onConflict((conflict) => conflict.columns(['member_id', 'guild_id']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n)
        throw new RangeError('the member is a watcher of the server already');
    },

    async saveWatcher(watcher) {
      const { locale, batch, waiting_since } = rowOfWatcher(watcher);
      await db
        .updateTable('watchers')
        .set({ locale, batch, waiting_since })
        .where('id', '=', watcher.id)
        .execute();
    },

    async add({ id, guildId }, watch) {
      const row = { ...rowOfWatch(watch), watcher_id: id, guild_id: guildId };
      await db.insertInto('watches').values(row).execute();
      // The log of changes tells in which order they came: what its member asked just before stands beside it there.
      onChange();
    },

    async save(watch) {
      const { id, ...columns } = rowOfWatch(watch);
      await db.updateTable('watches').set(columns).where('id', '=', id).execute();
    },

    async answer(guildId, watchIds, claim) {
      const watchers = new Set<WatcherId>();
      for (const some of portionsOf(watchIds)) {
        const open = db
          .selectFrom('watches')
          .select(['id', 'watcher_id'])
          .where('id', 'in', some)
          .where('guild_id', '=', guildId)
          .where('kind', '=', 'question')
          .where('claim_id', 'is', null);
        for (const row of await open.execute()) watchers.add(ownerFromRow(row));
        await db
          .updateTable('watches')
          .set(columnsOfClaim(claim))
          .where('id', 'in', open.clearSelect().select('id'))
          .execute();
      }
      return [...watchers];
    },
  };
}
