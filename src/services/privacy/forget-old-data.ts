import { dayAndHour } from '../../core/inquiry.ts';
import { retention } from '../../core/retention.ts';
import type { BoundDeps } from '../deps.ts';
import { inBatches } from '../in-batches.ts';
import { type ForgottenCases, forgetOldCases } from './forget-old-cases.ts';

const dayMs = 86_400_000;
const rowsInBatch = 500;

/** How often old data is looked for, in minutes: what is kept for minutes goes this much earlier. */
export const forgetEveryMinutes = 5;

/** What was removed, as counts. */
export type Forgotten = ForgottenCases & {
  readonly inquiries: number;
  readonly texts: number;
  readonly interactions: number;
  /** Codes of members who were erased. */
  readonly erasures: number;
  /** Addresses that no source names any more. */
  readonly links: number;
  /** Members who could not be told for long of what they watch. */
  readonly watchers: number;
  /** Scheduled digests whose period cannot come again. */
  readonly digests: number;
};

/** Removes what has been kept for its time (see `retention`), in small batches. */
export async function forgetOldData(deps: BoundDeps): Promise<Forgotten> {
  const nowMs = deps.clock.now();
  // A day is removed as soon as its first hour has been kept for its time.
  const firstDayKept = (days: number) => dayAndHour(nowMs - (days - 1) * dayMs).day;
  const transact = deps.database.transaction.bind(deps.database);

  const inquiries = await inBatches(rowsInBatch, (limit) =>
    transact((stores) => stores.inquiries.deleteBefore(firstDayKept(retention.inquiryDays), limit)),
  );
  const texts = await inBatches(rowsInBatch, (limit) =>
    transact((stores) => stores.inquiries.forgetTextsBefore(firstDayKept(retention.questionTextDays), limit)),
  );
  const interactions = await transact((stores) =>
    stores.interactions.deleteBefore(
      nowMs - (retention.handledInteractionMinutes - forgetEveryMinutes) * 60_000,
    ),
  );
  const erasures = await transact((stores) =>
    stores.erasures.deleteBefore(nowMs - (retention.erasureMinutes - forgetEveryMinutes) * 60_000),
  );
  const links = await transact((stores) => stores.links.dropUncited(nowMs));
  const digestsBefore = nowMs - retention.digestPostDays * dayMs;
  const digests = await inBatches(rowsInBatch, (limit) =>
    transact((stores) => stores.digests.deletePostsBefore(digestsBefore, limit)),
  );
  const untoldBefore = nowMs - retention.untoldWatchDays * dayMs;
  const watchers = await inBatches(rowsInBatch, (limit) =>
    transact((stores) => stores.watches.dropWaitingSince(untoldBefore, limit)),
  );
  return {
    inquiries,
    texts,
    interactions,
    erasures,
    links,
    watchers,
    digests,
    ...(await forgetOldCases(deps)),
  };
}
