import type { Kysely } from 'kysely';
import { z } from 'zod';
import { GuildId } from '../../core/ids.ts';
import { type DigestTurn, type DigestTurnStore, digestPauses } from '../../ports/digest-stores.ts';
import type { DigestScheduleColumns, Tables } from './tables.ts';

const moment = z.coerce.number();

const TurnRow = z.union([
  z.object({ due_at: moment.min(1), paused_at: z.null(), paused_why: z.null() }),
  z.object({ due_at: z.null(), paused_at: moment, paused_why: z.enum(digestPauses) }),
]);

const GuildRow = z.object({ guild_id: GuildId });
const PausedRow = GuildRow.extend({ paused_why: z.enum(digestPauses) });
const Count = z.object({ count: z.coerce.number() });

/** When the digest of each server is due. */
export function digestTurnStore(db: Kysely<Tables>): DigestTurnStore {
  return {
    async turn(guildId) {
      const row = await db
        .selectFrom('digest_schedules')
        .selectAll()
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? null : turnFromRow(row);
    },

    async saveTurn(guildId, turn) {
      if (turn === null) {
        await db.deleteFrom('digest_schedules').where('guild_id', '=', guildId).execute();
        return;
      }
      const columns = columnsOfTurn(turn);
      await db
        .insertInto('digest_schedules')
        .values({ guild_id: guildId, ...columns })
        .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(columns))
        .execute();
    },

    async due(nowMs, limit) {
      const rows = await db
        .selectFrom('digest_schedules')
        .select('guild_id')
        .where('due_at', '<=', nowMs)
        .where('guild_id', 'not in', db.selectFrom('departures').select('guild_id'))
        .orderBy('due_at')
        .orderBy('guild_id')
        .limit(limit)
        .execute();
      return rows.map((row) => GuildRow.parse(row).guild_id);
    },

    async turns() {
      const all = await db
        .selectFrom('digest_schedules')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst();
      const paused = await db
        .selectFrom('digest_schedules')
        .select(['guild_id', 'paused_why'])
        .where('paused_at', 'is not', null)
        .orderBy('guild_id')
        .execute();
      return {
        total: Count.parse(all).count,
        paused: paused.map((row) => {
          const { guild_id, paused_why } = PausedRow.parse(row);
          return { guildId: guild_id, why: paused_why };
        }),
      };
    },
  };
}

function turnFromRow(row: unknown): DigestTurn {
  const { due_at, paused_at, paused_why } = TurnRow.parse(row);
  return due_at === null
    ? { dueAt: null, paused: { at: paused_at, why: paused_why } }
    : { dueAt: due_at, paused: null };
}

function columnsOfTurn({ dueAt, paused }: DigestTurn): Omit<DigestScheduleColumns, 'guild_id'> {
  return { due_at: dueAt, paused_at: paused?.at ?? null, paused_why: paused?.why ?? null };
}
