import type { AuditEntry } from './audit.ts';
import { csvOf } from './csv.ts';

/** The columns of the export, in order. */
export const auditColumns = ['time', 'member', 'act', 'case', 'before', 'after'] as const;

/**
 * The audit as CSV, first line the names of the columns. Times are ISO 8601 in UTC, members are their ids; an empty
 * field stands for what there is not.
 */
export function auditCsv(entries: readonly AuditEntry[]): string {
  const lines = entries.map(({ at, actorId, act, caseNumber, before, after }) => [
    new Date(at).toISOString(),
    actorId ?? '',
    act,
    caseNumber === null ? '' : String(caseNumber),
    before ?? '',
    after ?? '',
  ]);
  return csvOf([auditColumns, ...lines]);
}
