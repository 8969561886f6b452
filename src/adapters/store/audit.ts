import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { z } from 'zod';
import { type AuditEntry, auditActs } from '../../core/audit.ts';
import { AuditId, GuildId, UserId } from '../../core/ids.ts';
import type { AuditStore } from '../../ports/case-stores.ts';
import type { Tables } from './tables.ts';

const AuditRow = z.object({
  id: AuditId,
  guild_id: GuildId,
  at: z.coerce.number(),
  actor_id: UserId.nullable(),
  act: z.enum(auditActs),
  case_number: z.number().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const LastSequence = z.object({ last: z.coerce.number() });
const Total = z.object({ total: z.coerce.number() });

function entryFromRow(row: unknown): AuditEntry {
  const { guild_id, actor_id, case_number, ...same } = AuditRow.parse(row);
  return { ...same, guildId: guild_id, actorId: actor_id, caseNumber: case_number };
}

/**
 * The audit, in rows that are never changed.
 *
 * @param onErasure - called when lines were deleted
 */
export function auditStore(db: Kysely<Tables>, onErasure: () => void): AuditStore {
  return {
    async add({ guildId, actorId, caseNumber, ...same }) {
      const last = await db
        .selectFrom('audit')
        .select(({ fn }) => fn.max('sequence').as('last'))
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      await db
        .insertInto('audit')
        .values({
          ...same,
          guild_id: guildId,
          sequence: LastSequence.parse(last).last + 1,
          actor_id: actorId,
          case_number: caseNumber,
        })
        .execute();
    },

    async page(guildId, { actorId, act, caseNumber }, limit, offset) {
      const chosen = (row: ExpressionBuilder<Tables, 'audit'>): Expression<SqlBool> =>
        row.and([
          row('guild_id', '=', guildId),
          ...(actorId === undefined ? [] : [row('actor_id', '=', actorId)]),
          ...(act === undefined ? [] : [row('act', '=', act)]),
          ...(caseNumber === undefined ? [] : [row('case_number', '=', caseNumber)]),
        ]);
      const all = db.selectFrom('audit').where(chosen);
      const count = await all.select(({ fn }) => fn.countAll().as('total')).executeTakeFirst();
      const rows = await all.selectAll().orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
      return { entries: rows.map(entryFromRow), total: Total.parse(count).total };
    },

    async deleteBefore(beforeMs, limit) {
      const chosen = db.selectFrom('audit').select('id').where('at', '<', beforeMs).limit(limit);
      const result = await db.deleteFrom('audit').where('id', 'in', chosen).executeTakeFirstOrThrow();
      if (result.numDeletedRows > 0n) onErasure();
      return Number(result.numDeletedRows);
    },
  };
}

/** Every line of what a member did, in any server, newest first. */
export async function auditOf(db: Kysely<Tables>, actorId: UserId): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('actor_id', '=', actorId)
    .orderBy('at', 'desc')
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(entryFromRow);
}
