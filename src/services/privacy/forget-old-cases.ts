import { retention } from '../../core/retention.ts';
import type { OutboxItem } from '../../ports/case-stores.ts';
import { refreshCard } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { inBatches } from '../in-batches.ts';
import { dropUnsent } from '../outbox.ts';

const dayMs = 86_400_000;
/** Cases bring their reports along. */
const casesInBatch = 50;
/** Dossiers bring their versions along. */
const dossiersInBatch = 50;
const linesInBatch = 500;

/** What was removed, as counts. */
export type ForgottenCases = {
  readonly cases: number;
  readonly posts: number;
  readonly auditLines: number;
  readonly unsent: number;
};

/**
 * Forgets what was kept for its time after a case was done: the texts and people of cases, the posts of archived
 * dossiers made from members' messages, lines of the audit, and what could not be sent.
 */
export async function forgetOldCases(deps: BoundDeps): Promise<ForgottenCases> {
  const nowMs = deps.clock.now();
  const transact = deps.database.transaction.bind(deps.database);

  const resolvedBefore = nowMs - retention.resolvedCaseDays * dayMs;
  const cases = await inBatches(casesInBatch, (limit) =>
    transact(async (stores) => {
      const forgotten = await stores.cases.forgetResolvedBefore(resolvedBefore, limit);
      for (const found of forgotten) await refreshCard(deps, stores, found);
      return forgotten.length;
    }),
  );
  if (cases > 0) deps.wakeOutbox();
  const archivedBefore = nowMs - retention.archivedPostDays * dayMs;
  const posts = await inBatches(dossiersInBatch, (limit) =>
    transact((stores) => stores.origins.forgetArchivedBefore(archivedBefore, limit)),
  );
  // An index in a file may be older than the archiving.
  if (posts > 0) await deps.catalogs.removeFiles();
  const auditBefore = nowMs - retention.auditDays * dayMs;
  const auditLines = await inBatches(linesInBatch, (limit) =>
    transact((stores) => stores.audit.deleteBefore(auditBefore, limit)),
  );
  const unsent = await dropUnsent(deps);
  if (unsent.length > 0) deps.log.warn(byKind(unsent), 'given up sending');
  return { cases, posts, auditLines, unsent: unsent.length };
}

function byKind(items: readonly OutboxItem[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
