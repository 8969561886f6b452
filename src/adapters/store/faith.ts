import type { Kysely } from 'kysely';
import type { GuildId, UserId } from '../../core/ids.ts';
import type { FaithStore } from '../../ports/case-stores.ts';
import type { Tables } from './tables.ts';

/**
 * Marks of bad faith. Whoever has none has no row.
 *
 * @param onErasure - called when a member's last mark was taken away
 */
export function faithStore(db: Kysely<Tables>, onErasure: () => void): FaithStore {
  const marks = async (guildId: GuildId, memberId: UserId) => {
    const row = await db
      .selectFrom('bad_faith')
      .select('marks')
      .where('guild_id', '=', guildId)
      .where('member_id', '=', memberId)
      .executeTakeFirst();
    return row?.marks ?? 0;
  };

  return {
    marks,

    async mark(guildId, memberId, by) {
      const left = (await marks(guildId, memberId)) + by;
      if (left < 0) return;
      if (left === 0) {
        await db
          .deleteFrom('bad_faith')
          .where('guild_id', '=', guildId)
          .where('member_id', '=', memberId)
          .execute();
        onErasure();
        return;
      }
      await db
        .insertInto('bad_faith')
        .values({ guild_id: guildId, member_id: memberId, marks: left })
        .onConflict((conflict) => conflict.columns(['guild_id', 'member_id']).doUpdateSet({ marks: left }))
        .execute();
    },
  };
}
