import type { Case } from '../../core/case.ts';
import type { UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { actOnCase } from './change-case.ts';

/**
 * Has a case that is done wait once more, in the surrounding transaction. Reporters who heard of an outcome, or whose
 * note of it waits, hear of the next one as well.
 *
 * @param why - a moderator reopens it, one more report does, or its message was deleted while a dossier shows the text
 * @throws FootnoteError `case.not-resolved` but for `report`
 */
export async function caseWaitsAgain(
  deps: BoundDeps,
  stores: Stores,
  before: Case,
  why: 'reopen' | 'report' | 'deletion',
  actorId: UserId | null,
): Promise<Case> {
  const after = await actOnCase(
    deps,
    stores,
    before,
    { do: why === 'report' ? 'report' : 'reopen' },
    { act: why === 'deletion' ? 'case.reopened-by-deletion' : 'case.reopened', actorId },
  );
  for (const report of await stores.cases.reports(after.guildId, after.id))
    if (report.outcome === 'told' || report.outcome === 'waiting')
      await stores.cases.saveReport({ ...report, outcome: 'wanted' });
  return after;
}
