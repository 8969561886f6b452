import type { Case, Resolution } from '../../core/case.ts';
import type { Report } from '../../core/report.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { actOnCase } from './change-case.ts';

/**
 * Resolves a case and has those told who asked to be, in the surrounding transaction.
 *
 * @throws FootnoteError `case.taken` or `case.already-resolved`, naming the `member`
 */
export async function resolveCase(
  deps: BoundDeps,
  stores: Stores,
  before: Case,
  resolution: Resolution,
): Promise<Case> {
  const audit = { act: 'case.resolved', actorId: resolution.by } as const;
  const resolved = await actOnCase(deps, stores, before, { do: 'resolve', resolution }, audit);
  const nowMs = deps.clock.now();
  for (const report of await reportsToTell(stores, resolved)) {
    const item = { kind: 'outcome', guildId: resolved.guildId, subjectId: report.id } as const;
    await stores.outbox.put(item, nowMs, nowMs);
  }
  return resolved;
}

/** The reports of a case whose members are told what comes of it. */
export async function reportsToTell(
  { cases }: Stores,
  { guildId, id }: Pick<Case, 'guildId' | 'id'>,
): Promise<readonly Report[]> {
  const reports = await cases.reports(guildId, id);
  return reports.filter(({ outcome, reporterId }) => outcome === 'wanted' && reporterId !== null);
}
