import type { Case } from '../../core/case.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { ReportId, UserId } from '../../core/ids.ts';
import { weightAfter } from '../../core/report.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { queueAlertIfDue } from './alert-moderators.ts';
import { type ActingOnCase, actOnce, caseOf, queueCard, writeAudit } from './change-case.ts';
import { type ShownCase, shownCase } from './show-case.ts';

/** Which report is marked, or no longer marked, as made in bad faith. */
export type Marking = ActingOnCase & { readonly reportId: ReportId; readonly badFaith: boolean };

/**
 * Marks one report as made in bad faith, or takes the mark away: it then counts nothing, and its reporter's later
 * reports count less. The audit says who did it in which case, and not whose report it was. Whoever wrote the reported
 * message does not judge those who report it.
 *
 * @throws FootnoteError `case.unknown` when this server's case has no such report; `case.own-message`;
 * `already-handled` on a second delivery
 */
export async function markBadFaith(
  deps: BoundDeps,
  { reportId, badFaith, ...acting }: Marking,
): Promise<ShownCase> {
  const { interactionId, guildId, caseId, memberId } = acting;
  const catalog = await deps.catalogs.of(guildId);
  return actOnce(deps, interactionId, async (stores) => {
    const marked = await caseOf(stores, guildId, caseId);
    const found = await stores.cases.findReport(guildId, reportId);
    if (found === null || found.report.caseId !== caseId) throw new FootnoteError('case.unknown');
    const { subject } = marked;
    if (subject.kind === 'message' && subject.authorId === memberId)
      throw new FootnoteError('case.own-message');
    const { report } = found;
    if (report.badFaith === badFaith) return shownCase(deps, stores, catalog, marked);

    await stores.cases.saveReport({ ...report, badFaith });
    if (report.reporterId !== null) {
      await stores.faith.mark(guildId, report.reporterId, badFaith ? 1 : -1);
      if (!badFaith) await restoreWeights(deps, stores, marked, report.reporterId);
    }
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: badFaith ? 'report.bad-faith' : 'report.good-faith',
      caseNumber: marked.number,
      before: null,
      after: null,
    });
    const after = await queueAlertIfDue(deps, stores, marked);
    await queueCard(deps, stores, after);
    return shownCase(deps, stores, catalog, after);
  });
}

/** Reports of one member read at a time. */
const portion = 200;

/** What a member reported while a mark stood counts as if it had never been made; the cards say so. */
async function restoreWeights(
  deps: BoundDeps,
  stores: Stores,
  marked: Case,
  reporterId: UserId,
): Promise<void> {
  const { guildId } = marked;
  const weight = weightAfter(await stores.faith.marks(guildId, reporterId));
  for (let offset = 0; ; offset += portion) {
    const { reports, total } = await stores.cases.reportsBy(guildId, reporterId, portion, offset);
    for (const { report, case: of } of reports.filter((each) => each.report.weight < weight)) {
      await stores.cases.saveReport({ ...report, weight });
      // The marked case gets its card and its alert from whoever asked.
      if (of.id !== marked.id && of.state !== 'resolved')
        await queueCard(deps, stores, await queueAlertIfDue(deps, stores, of));
    }
    if (offset + portion >= total) return;
  }
}
