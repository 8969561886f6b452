import type { GuildId, WatcherId, WatchId } from '../../core/ids.ts';
import type { WatchedClaim } from '../../core/watch.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';

/** How long, in ms, news wait for more of them, so that one message tells all. */
const gatherMs = 10_000;

/** Has watchers told what changed, in a while. */
export async function queueNews(
  { clock }: Pick<BoundDeps, 'clock'>,
  { outbox }: Pick<Stores, 'outbox'>,
  guildId: GuildId,
  watcherIds: Iterable<WatcherId>,
): Promise<void> {
  const nowMs = clock.now();
  for (const subjectId of watcherIds)
    await outbox.put({ kind: 'watch-news', guildId, subjectId }, nowMs, nowMs + gatherMs);
}

/**
 * Notes within a transaction that a claim answers watched questions of a server, and has their watchers told. Questions that
 * are no longer watched, or that have an answer, are left alone. Whoever calls it says `deps.wakeOutbox()` afterwards.
 *
 * @returns how many members are told
 */
export async function answerWatched(
  deps: Pick<BoundDeps, 'clock'>,
  stores: Pick<Stores, 'outbox' | 'watches'>,
  {
    guildId,
    watchIds,
    claim,
  }: {
    readonly guildId: GuildId;
    readonly watchIds: readonly WatchId[];
    readonly claim: WatchedClaim;
  },
): Promise<number> {
  const watchers = await stores.watches.answer(guildId, watchIds, claim);
  await queueNews(deps, stores, guildId, watchers);
  return watchers.length;
}
