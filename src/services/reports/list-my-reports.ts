import type { GuildId, UserId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { type MyReport, myReport } from './my-report.ts';

/** How many reports are listed at once: as many as a card has room for, whatever came of them. */
const perPage = 4;

/** One page of a member's reports. */
export type MyReports = {
  readonly reports: readonly MyReport[];
  readonly total: number;
  /** 1 for the first, which is there even when it is empty. */
  readonly page: number;
  readonly pages: number;
};

/** A member's reports in a server, newest first; of the pages the one nearest to that asked for. */
export async function listMyReports(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    page,
  }: { readonly guildId: GuildId; readonly memberId: UserId; readonly page: number },
): Promise<MyReports> {
  const catalog = await deps.catalogs.of(guildId);
  return deps.database.snapshot(async ({ cases }) => {
    const { total } = await cases.reportsBy(guildId, memberId, 1, 0);
    const pages = Math.max(1, Math.ceil(total / perPage));
    const shown = Math.min(Math.max(1, page), pages);
    const { reports } = await cases.reportsBy(guildId, memberId, perPage, (shown - 1) * perPage);
    return { reports: reports.map((report) => myReport(catalog, report)), total, page: shown, pages };
  });
}
