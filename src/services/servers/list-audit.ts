import type { AuditEntry } from '../../core/audit.ts';
import type { GuildId } from '../../core/ids.ts';
import type { AuditFilter } from '../../ports/case-stores.ts';
import type { BoundDeps } from '../deps.ts';

/** Lines on one page of the audit. */
const linesOnPage = 10;

/** The most lines an export holds: the latest. */
const maxExportedLines = 10_000;

/** One page of the audit. */
export type AuditPage = {
  readonly filter: AuditFilter;
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
  readonly total: number;
  /** 1 for the first. */
  readonly page: number;
  readonly pages: number;
};

type Wanted = { readonly guildId: GuildId; readonly filter: AuditFilter };

/**
 * A page of a server's audit.
 *
 * @param input - `page` as asked for; the nearest existing one is given
 */
export function listAudit(
  deps: BoundDeps,
  { guildId, filter, page: wanted }: Wanted & { readonly page: number },
): Promise<AuditPage> {
  return deps.database.snapshot(async ({ audit }) => {
    const read = (page: number) => audit.page(guildId, filter, linesOnPage, (page - 1) * linesOnPage);
    const first = await read(Math.max(1, wanted));
    const pages = Math.max(1, Math.ceil(first.total / linesOnPage));
    const page = Math.min(Math.max(1, wanted), pages);
    const { entries, total } = page === wanted ? first : await read(page);
    return { filter, entries, total, page, pages };
  });
}

/** What an export holds, newest first, and how many lines there are in all. */
export type AuditExport = Pick<AuditPage, 'entries' | 'total'>;

/** The latest lines of a server's audit that pass a filter. */
export function exportAudit(deps: BoundDeps, { guildId, filter }: Wanted): Promise<AuditExport> {
  return deps.database.snapshot(({ audit }) => audit.page(guildId, filter, maxExportedLines, 0));
}
