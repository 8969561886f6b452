import { z } from 'zod';
import { CaseId, GuildId, ReportId, UserId } from '../../core/ids.ts';
import { outcomeStates, type Report, reportReasons } from '../../core/report.ts';
import type { ReportColumns } from './case-tables.ts';
import { isTombstone, tombstone } from './tombstone.ts';

const ReportRow = z.object({
  id: ReportId,
  case_id: CaseId,
  guild_id: GuildId,
  reporter: z.union([
    z
      .string()
      .refine(isTombstone)
      .transform(() => null),
    UserId,
  ]),
  reason: z.enum(reportReasons).nullable(),
  statement: z.string().nullable(),
  details: z.string().nullable(),
  outcome: z.enum(outcomeStates),
  weight: z.number(),
  bad_faith: z.literal([0, 1]).transform((flag) => flag === 1),
  reported_at: z.coerce.number(),
  locale: z.string(),
});

/** A report from its row. */
export function reportFromRow(row: unknown): Report {
  const { case_id, guild_id, reporter, bad_faith, reported_at, ...same } = ReportRow.parse(row);
  return {
    ...same,
    caseId: case_id,
    guildId: guild_id,
    reporterId: reporter,
    badFaith: bad_faith,
    reportedAt: reported_at,
  };
}

/** The row of a report, without its place in the case; who is forgotten stands there as a tombstone. */
export function reportToRow(report: Report): Omit<ReportColumns, 'position'> {
  const { caseId, guildId, reporterId, badFaith, reportedAt, ...same } = report;
  return {
    ...same,
    case_id: caseId,
    guild_id: guildId,
    reporter: reporterId ?? tombstone(report.id),
    bad_faith: badFaith ? 1 : 0,
    reported_at: reportedAt,
  };
}
