import type { GuildId, ReportId, UserId } from '../../core/ids.ts';
import type { ReportOfCase } from '../../ports/case-stores.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog } from '../dossiers/catalog.ts';
import { type MyReport, myReport, type ToldResolution } from './my-report.ts';

/** What came of a report. */
export type OutcomeView = MyReport & { readonly told: ToldResolution };

/** What came of a report, and whom to tell it. */
export type OutcomeToTell = {
  readonly memberId: UserId;
  /** The member's Discord locale. */
  readonly locale: string;
  /** What the server is called: a direct message is read elsewhere. */
  readonly serverName: string;
  readonly view: OutcomeView;
  /** When the case was resolved that way. */
  readonly resolvedAt: number | null;
};

/**
 * What to tell a reporter.
 *
 * @returns null when there is nothing to tell: the report is gone, its member was told or does not want to be, or the
 * case waits once more
 */
export async function showOutcome(
  deps: BoundDeps,
  { guildId, reportId }: { readonly guildId: GuildId; readonly reportId: ReportId },
): Promise<OutcomeToTell | null> {
  const catalog = await deps.catalogs.of(guildId);
  const found = await deps.database.snapshot(({ cases }) => cases.findReport(guildId, reportId));
  if (found === null || found.report.outcome !== 'wanted') return null;
  const { reporterId: memberId, locale } = found.report;
  const view = outcomeOf(catalog, found);
  if (memberId === null || view === null) return null;
  return {
    memberId,
    locale,
    serverName: (await deps.guilds.describe(guildId)).name,
    view,
    resolvedAt: found.case.resolvedAt,
  };
}

function outcomeOf(catalog: Catalog, found: ReportOfCase): OutcomeView | null {
  const { told, ...seen } = myReport(catalog, found);
  return told === null ? null : { ...seen, told };
}

/**
 * Notes that a reporter was told, or that it waits for their next command because their messages are closed. Of a case
 * that was reopened meanwhile, the reporter still wants to hear the next outcome.
 */
export async function noteOutcome(
  deps: BoundDeps,
  {
    guildId,
    reportId,
    outcome,
    resolvedAt,
  }: {
    readonly guildId: GuildId;
    readonly reportId: ReportId;
    readonly outcome: 'told' | 'waiting';
  } & Pick<OutcomeToTell, 'resolvedAt'>,
): Promise<void> {
  await deps.database.transaction(async ({ cases }) => {
    const found = await cases.findReport(guildId, reportId);
    if (found?.report.outcome === 'wanted' && found.case.resolvedAt === resolvedAt)
      await cases.saveReport({ ...found.report, outcome });
  });
}

/** As many as one card has room for; the others follow after the next command. */
const mostAtOnce = 2;

/** What waits to be told to a member, and the reports it belongs to, in the same order. */
export type WaitingOutcomes = {
  readonly outcomes: readonly OutcomeView[];
  readonly reportIds: readonly ReportId[];
};

/** What waits to be told to a member in this server, as much as one card holds. It waits until `noteShown`. */
export async function waitingOutcomes(
  deps: BoundDeps,
  { guildId, memberId }: { readonly guildId: GuildId; readonly memberId: UserId },
): Promise<WaitingOutcomes> {
  const waits = await deps.database.snapshot(({ cases }) =>
    cases.reportsAwaiting(guildId, memberId, 'waiting'),
  );
  if (waits.length === 0) return { outcomes: [], reportIds: [] };
  const catalog = await deps.catalogs.of(guildId);
  return deps.database.transaction(async ({ cases }) => {
    const ready: { readonly reportId: ReportId; readonly view: OutcomeView }[] = [];
    for (const found of await cases.reportsAwaiting(guildId, memberId, 'waiting')) {
      if (ready.length === mostAtOnce) break;
      const view = outcomeOf(catalog, found);
      // A case that waits once more has no outcome now; the report is told of with the next one.
      if (view === null) await cases.saveReport({ ...found.report, outcome: 'wanted' });
      else ready.push({ reportId: found.report.id, view });
    }
    return { outcomes: ready.map(({ view }) => view), reportIds: ready.map(({ reportId }) => reportId) };
  });
}

/** Notes that a member was shown what waited; a report whose case waits once more keeps waiting for the next outcome. */
export async function noteShown(
  deps: BoundDeps,
  { guildId, reportIds }: { readonly guildId: GuildId; readonly reportIds: readonly ReportId[] },
): Promise<void> {
  await deps.database.transaction(async ({ cases }) => {
    for (const reportId of reportIds) {
      const found = await cases.findReport(guildId, reportId);
      if (found?.report.outcome === 'waiting') await cases.saveReport({ ...found.report, outcome: 'told' });
    }
  });
}
