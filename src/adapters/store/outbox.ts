import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { CaseId, DigestPostId, GuildId, ReportId, WatcherId } from '../../core/ids.ts';
import { type OutboxItem, type OutboxStore, outboxKinds } from '../../ports/case-stores.ts';
import type { Tables } from './tables.ts';

const moment = z.coerce.number();

const shared = {
  guild_id: GuildId,
  sequence: z.coerce.number(),
  begun_at: z.union([z.null(), moment]),
  attempts: z.number(),
  put_at: moment,
};
const [card, alert, outcome, watch, digest, paused] = outboxKinds;
const OutboxRow = z.discriminatedUnion('kind', [
  z.object({ ...shared, kind: z.enum([card, alert]), subject_id: CaseId }),
  z.object({ ...shared, kind: z.literal(outcome), subject_id: ReportId }),
  z.object({ ...shared, kind: z.literal(watch), subject_id: WatcherId }),
  z.object({ ...shared, kind: z.enum([digest, paused]), subject_id: DigestPostId }),
]);

const Backlog = z.object({ items: z.coerce.number(), oldest: z.union([z.null(), moment]) });
const Next = z.object({ next: z.union([z.null(), moment]) });

function itemFromRow(row: unknown): OutboxItem {
  const { guild_id, subject_id, begun_at, put_at, ...same } = OutboxRow.parse(row);
  return { ...same, guildId: guild_id, subjectId: subject_id, begunAt: begun_at, putAt: put_at };
}

/** What waits to be sent. A lease is taken by an update that only one process can win. */
export function outboxStore(db: Kysely<Tables>): OutboxStore {
  return {
    put: (item, nowMs, dueAt) => put(db, item, nowMs, dueAt),

    claim: (nowMs, leaseMs, limit) => claim(db, nowMs, leaseMs, limit),

    async finish(item) {
      const { numDeletedRows } = await db
        .deleteFrom('outbox')
        .where('kind', '=', item.kind)
        .where('subject_id', '=', item.subjectId)
        .where('sequence', '=', item.sequence)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) return;
      await updateOf(db, item).set({ leased_until: null, begun_at: null, attempts: 0 }).execute();
    },

    async retry(item, dueAt) {
      await updateOf(db, item)
        .set((row) => ({ leased_until: null, due_at: dueAt, attempts: row('attempts', '+', 1) }))
        .execute();
    },

    async renew(item, untilMs) {
      await updateOf(db, item).where('leased_until', 'is not', null).set({ leased_until: untilMs }).execute();
    },

    async nextDue() {
      const row = await db
        .selectFrom('outbox')
        .select(sql`min(case when leased_until > due_at then leased_until else due_at end)`.as('next'))
        .executeTakeFirst();
      return Next.parse(row).next;
    },

    async waitAtMost(untilMs) {
      const late = await db
        .updateTable('outbox')
        .set({ due_at: untilMs })
        .where('due_at', '>', untilMs)
        .executeTakeFirstOrThrow();
      const leased = await db
        .updateTable('outbox')
        .set({ leased_until: untilMs })
        .where('leased_until', '>', untilMs)
        .executeTakeFirstOrThrow();
      return Number(late.numUpdatedRows + leased.numUpdatedRows);
    },

    async backlog() {
      const row = await db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll().as('items'), fn.min('put_at').as('oldest')])
        .executeTakeFirst();
      const { items, oldest } = Backlog.parse(row);
      return { items, oldestPutAt: oldest };
    },

    async deleteBefore(beforeMs) {
      const rows = await db.selectFrom('outbox').selectAll().where('put_at', '<', beforeMs).execute();
      await db.deleteFrom('outbox').where('put_at', '<', beforeMs).execute();
      return rows.map(itemFromRow);
    },
  };
}

type NewItem = Pick<OutboxItem, 'kind' | 'guildId' | 'subjectId'>;

function updateOf(db: Kysely<Tables>, { kind, subjectId }: OutboxItem) {
  return db.updateTable('outbox').where('kind', '=', kind).where('subject_id', '=', subjectId);
}

async function put(
  db: Kysely<Tables>,
  { kind, guildId, subjectId }: NewItem,
  nowMs: number,
  dueAt: number,
): Promise<void> {
  // An item that was finished and is put anew begins above any number it had: who finishes it late removes nothing.
  const sequence = Math.floor(nowMs / 1_000);
  await db
    .insertInto('outbox')
    .values({
      kind,
      subject_id: subjectId,
      guild_id: guildId,
      sequence,
      put_at: nowMs,
      due_at: dueAt,
      leased_until: null,
      begun_at: null,
      attempts: 0,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'subject_id'])
        .doUpdateSet((row) => ({
          sequence: row('outbox.sequence', '+', 1),
          put_at: nowMs,
          due_at: row
            .case()
            .when(row.ref('outbox.due_at'), '<', dueAt)
            .then(row.ref('outbox.due_at'))
            .else(dueAt)
            .end(),
        }))
        .where('outbox.guild_id', '=', guildId),
    )
    .execute();
}

async function claim(
  db: Kysely<Tables>,
  nowMs: number,
  leaseMs: number,
  limit: number,
): Promise<OutboxItem[]> {
  const isFree = (row: ExpressionBuilder<Tables, 'outbox'>) =>
    row.or([row('leased_until', 'is', null), row('leased_until', '<=', nowMs)]);
  const due = await db
    .selectFrom('outbox')
    .selectAll()
    .where('due_at', '<=', nowMs)
    .where(isFree)
    // Digests come in hundreds at the same minute; nobody waits for them as for a card or an answer.
    .orderBy(sql`case when kind = 'digest' then 1 else 0 end`)
    .orderBy('due_at')
    .orderBy('put_at')
    .limit(limit)
    .execute();
  const claimed: OutboxItem[] = [];
  for (const item of due.map(itemFromRow)) {
    const { numUpdatedRows } = await updateOf(db, item)
      .set({ leased_until: nowMs + leaseMs, begun_at: item.begunAt ?? nowMs })
      .where(isFree)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) claimed.push(item);
  }
  return claimed;
}
