import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { CaseId, UserId } from '../../core/ids.ts';
import type { CaseStore, ReportOfCase } from '../../ports/case-stores.ts';
import { casesById } from './cases-anywhere.ts';
import { reportFromRow, reportToRow } from './report-rows.ts';
import type { Tables } from './tables.ts';
import { isTombstone } from './tombstone.ts';

const LastPosition = z.object({ last: z.coerce.number() });
const Total = z.object({ total: z.coerce.number() });

/**
 * The writing of reports.
 *
 * @param onErasure - called when something a member wrote was forgotten
 */
export function reportWriting(
  db: Kysely<Tables>,
  onErasure: () => void,
): Pick<CaseStore, 'addReport' | 'saveReport'> {
  return {
    async addReport(report) {
      const row = reportToRow(report);
      const found = await db
        .selectFrom('cases')
        .select('id')
        .where('id', '=', row.case_id)
        .where('guild_id', '=', row.guild_id)
        .executeTakeFirst();
      if (found === undefined) throw new RangeError('the server has no such case');
      const result = await db
        .insertInto('reports')
        .values({ ...row, position: (await lastPosition(db, report.caseId)) + 1 })
        .onConflict((conflict) => conflict.columns(['case_id', 'reporter']).doNothing())
        .executeTakeFirstOrThrow();
      return Number(result.numInsertedOrUpdatedRows) > 0;
    },

    async saveReport(report) {
      const { id, case_id, guild_id, ...columns } = reportToRow(report);
      const stored = await db
        .selectFrom('reports')
        .select(['reporter', 'statement', 'details'])
        .where('id', '=', id)
        .where('guild_id', '=', guild_id)
        .executeTakeFirst();
      if (stored === undefined) throw new RangeError('the server has no such report');
      // Whoever read the report before its reporter was forgotten brings nothing of them back.
      const kept = isTombstone(stored.reporter) ? stored : columns;
      const { reporter, statement, details } = kept;
      await db
        .updateTable('reports')
        .set({ ...columns, reporter, statement, details })
        .where('id', '=', id)
        .where('guild_id', '=', guild_id)
        .execute();
      if (reporter !== stored.reporter || statement !== stored.statement || details !== stored.details)
        onErasure();
    },
  };
}

/** The reading of reports, each with its case where it stands alone. */
export function reportReading(
  db: Kysely<Tables>,
): Pick<CaseStore, 'findReport' | 'reports' | 'reportsBy' | 'reportsAwaiting'> {
  return {
    async findReport(guildId, id) {
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .execute();
      const [found] = await withCases(db, rows);
      return found ?? null;
    },

    async reports(guildId, id) {
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .where('case_id', '=', id)
        .where('guild_id', '=', guildId)
        .orderBy('position')
        .execute();
      return rows.map(reportFromRow);
    },

    async reportsBy(guildId, memberId, limit, offset) {
      const all = db.selectFrom('reports').where('reporter', '=', memberId).where('guild_id', '=', guildId);
      const count = await all.select(({ fn }) => fn.countAll().as('total')).executeTakeFirst();
      const rows = await all
        .selectAll()
        .orderBy('reported_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute();
      return { reports: await withCases(db, rows), total: Total.parse(count).total };
    },

    async reportsAwaiting(guildId, memberId, outcome) {
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .where('reporter', '=', memberId)
        .where('guild_id', '=', guildId)
        .where('outcome', '=', outcome)
        .orderBy('reported_at')
        .orderBy('id')
        .execute();
      return withCases(db, rows);
    },
  };
}

/** Every report of a member with its case, in any server, newest first. */
export async function reportsAnywhere(db: Kysely<Tables>, memberId: UserId): Promise<ReportOfCase[]> {
  const rows = await db
    .selectFrom('reports')
    .selectAll()
    .where('reporter', '=', memberId)
    .orderBy('reported_at', 'desc')
    .orderBy('id')
    .execute();
  return withCases(db, rows);
}

async function lastPosition(db: Kysely<Tables>, caseId: CaseId): Promise<number> {
  const row = await db
    .selectFrom('reports')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return LastPosition.parse(row).last;
}

async function withCases(db: Kysely<Tables>, rows: readonly unknown[]): Promise<ReportOfCase[]> {
  const reports = rows.map(reportFromRow);
  const cases = await casesById(
    db,
    reports.map(({ caseId }) => caseId),
  );
  return reports.flatMap((report) => {
    const found = cases.get(report.caseId);
    return found === undefined ? [] : [{ report, case: found }];
  });
}
