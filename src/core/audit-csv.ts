import type { AuditEntry } from './audit.ts';

/** The columns of the export, in order. */
export const auditColumns = ['time', 'member', 'act', 'case', 'before', 'after'] as const;

/**
 * The audit as CSV (RFC 4180: CRLF, a quote within quotes is doubled), first line the names of the columns. Times are
 * ISO 8601 in UTC, members are their ids; an empty field stands for what there is not.
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
  return [auditColumns, ...lines].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

/** How spreadsheets recognise a formula (OWASP, “CSV Injection”); the guard that stops them is an apostrophe before it. */
const formulaStart = /^[=+\-@\t\r]/;

function csvField(value: string): string {
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
