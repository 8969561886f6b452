import type { Kysely } from 'kysely';
import { z } from 'zod';
import { GuildId, type UserId, WatchId } from '../../core/ids.ts';
import type { WatcherWithWatches, WatchStore } from '../../ports/watch-stores.ts';
import type { Tables } from './tables.ts';
import { ownerFromRow, watcherFromRow, watchFromRow } from './watch-rows.ts';

const GuildRow = z.object({ guild_id: GuildId });
const QuestionRow = z.object({ id: WatchId, text: z.string() });

/** The reading of watches. */
export function watchReading(
  db: Kysely<Tables>,
): Pick<WatchStore, 'guilds' | 'page' | 'questions' | 'find' | 'ofMember' | 'ofMemberAnywhere'> {
  return {
    async guilds() {
      const rows = await db
        .selectFrom('watches')
        .select('guild_id')
        .distinct()
        .where('guild_id', 'not in', db.selectFrom('departures').select('guild_id'))
        .orderBy('guild_id')
        .execute();
      return rows.map((row) => GuildRow.parse(row).guild_id);
    },

    async page(guildId, after, limit) {
      const rows = await db
        .selectFrom('watches')
        .innerJoin('watchers', 'watchers.id', 'watches.watcher_id')
        .selectAll('watches')
        .select('watchers.waiting_since')
        .where('watches.guild_id', '=', guildId)
        .where('watches.id', '>', after ?? '')
        .orderBy('watches.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        watcherId: ownerFromRow(row),
        waits: row.waiting_since !== null,
        watch: watchFromRow(row),
      }));
    },

    async questions(guildId, limit) {
      const rows = await db
        .selectFrom('watches')
        .select(['id', 'text'])
        .where('guild_id', '=', guildId)
        .where('kind', '=', 'question')
        .where('claim_id', 'is', null)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => {
        const { id: watchId, text } = QuestionRow.parse(row);
        return { watchId, text };
      });
    },

    async find(guildId, id) {
      const row = await db
        .selectFrom('watchers')
        .selectAll()
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? null : withWatches(db, row);
    },

    async ofMember(guildId, memberId) {
      const row = await db
        .selectFrom('watchers')
        .selectAll()
        .where('member_id', '=', memberId)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? null : withWatches(db, row);
    },

    ofMemberAnywhere: (memberId) => watchesOfMember(db, memberId),
  };
}

/** What a member watches, in every server. */
export async function watchesOfMember(
  db: Kysely<Tables>,
  memberId: UserId,
): Promise<readonly WatcherWithWatches[]> {
  const rows = await db
    .selectFrom('watchers')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('guild_id')
    .execute();
  const found: WatcherWithWatches[] = [];
  for (const row of rows) found.push(await withWatches(db, row));
  return found;
}

async function withWatches(db: Kysely<Tables>, row: unknown): Promise<WatcherWithWatches> {
  const watcher = watcherFromRow(row);
  const rows = await db
    .selectFrom('watches')
    .selectAll()
    .where('watcher_id', '=', watcher.id)
    .orderBy('id')
    .execute();
  return { watcher, watches: rows.map(watchFromRow) };
}
