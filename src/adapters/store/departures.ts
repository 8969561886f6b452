import type { Kysely } from 'kysely';
import { z } from 'zod';
import { GuildId } from '../../core/ids.ts';
import type { DepartureStore } from '../../ports/member-stores.ts';
import { guildsWithRows, purgeGuild } from './purge.ts';
import type { Tables } from './tables.ts';

const DepartureRow = z.object({ guild_id: GuildId });

/**
 * Servers the bot has left, and their end.
 *
 * @param onErasure - called when a server was deleted
 */
export function departureStore(db: Kysely<Tables>, onErasure: () => void): DepartureStore {
  return {
    async left(guildId, nowMs) {
      await db
        .insertInto('departures')
        .values({ guild_id: guildId, left_at: nowMs })
        .onConflict((conflict) => conflict.column('guild_id').doNothing())
        .execute();
    },

    async returned(guildId) {
      const result = await db
        .deleteFrom('departures')
        .where('guild_id', '=', guildId)
        .executeTakeFirstOrThrow();
      return result.numDeletedRows > 0n;
    },

    async known() {
      const rows = await db.selectFrom('departures').select('guild_id').execute();
      const left = new Set(rows.map((row) => DepartureRow.parse(row).guild_id));
      return [...(await guildsWithRows(db)).difference(left)];
    },

    async leftBefore(beforeMs) {
      const rows = await db
        .selectFrom('departures')
        .select('guild_id')
        .where('left_at', '<', beforeMs)
        .orderBy('left_at')
        .orderBy('guild_id')
        .execute();
      return rows.map((row) => DepartureRow.parse(row).guild_id);
    },

    async purge(guildId) {
      const counts = await purgeGuild(db, guildId);
      onErasure();
      return counts;
    },
  };
}
