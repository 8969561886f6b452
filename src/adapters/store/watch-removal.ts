import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type UserId, WatcherId } from '../../core/ids.ts';
import type { WatchStore } from '../../ports/watch-stores.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';

const WatcherIdRow = z.object({ id: WatcherId });

/**
 * The ending of watches.
 *
 * @param onErasure - called when watches were deleted
 */
export function watchRemoval(
  db: Kysely<Tables>,
  onErasure: () => void,
): Pick<WatchStore, 'remove' | 'dropWaitingSince'> {
  return {
    async remove(memberId, watchIds) {
      const own = db.selectFrom('watchers').select('id').where('member_id', '=', memberId);
      let removed = 0;
      for (const some of portionsOf(watchIds)) {
        const result = await db
          .deleteFrom('watches')
          .where('id', 'in', some)
          .where('watcher_id', 'in', own)
          .executeTakeFirstOrThrow();
        removed += Number(result.numDeletedRows);
      }
      await removeIdle(db, memberId);
      if (removed > 0) onErasure();
      return removed;
    },

    async dropWaitingSince(beforeMs, limit) {
      const rows = await db
        .selectFrom('watchers')
        .select('id')
        .where('waiting_since', '<', beforeMs)
        .orderBy('waiting_since')
        .limit(limit)
        .execute();
      await removeWatchers(
        db,
        rows.map((row) => WatcherIdRow.parse(row).id),
      );
      if (rows.length > 0) onErasure();
      return rows.length;
    },
  };
}

/** Takes out everything a member watches, and what waits to tell them of it. */
export async function forgetWatches(db: Kysely<Tables>, memberId: UserId): Promise<void> {
  const rows = await db.selectFrom('watchers').select('id').where('member_id', '=', memberId).execute();
  await removeWatchers(
    db,
    rows.map((row) => WatcherIdRow.parse(row).id),
  );
}

/** Takes out those of a member's watchers that watch nothing any more. */
async function removeIdle(db: Kysely<Tables>, memberId: UserId): Promise<void> {
  const rows = await db
    .selectFrom('watchers')
    .select('id')
    .where('member_id', '=', memberId)
    .where('id', 'not in', db.selectFrom('watches').select('watcher_id'))
    .execute();
  await removeWatchers(
    db,
    rows.map((row) => WatcherIdRow.parse(row).id),
  );
}

async function removeWatchers(db: Kysely<Tables>, ids: readonly WatcherId[]): Promise<void> {
  for (const some of portionsOf(ids)) {
    await db.deleteFrom('outbox').where('kind', '=', 'watch-news').where('subject_id', 'in', some).execute();
    await db.deleteFrom('watches').where('watcher_id', 'in', some).execute();
    await db.deleteFrom('watchers').where('id', 'in', some).execute();
  }
}
