import type { GuildId, UserId, WatcherId } from '../../core/ids.ts';
import type { Watch } from '../../core/watch.ts';
import { afterTelling, beginTelling, newsBeingTold, notTold, type WatchNews } from '../../core/watch-news.ts';
import type { OutboxItem } from '../../ports/case-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import type { WatcherWithWatches } from '../../ports/watch-stores.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';
import { queueNews } from './answer-watched.ts';
import { claimNow, findWatched } from './claim-facts.ts';

/** As much as one card has room for; the rest is told in the next. */
const mostAtOnce = 6;

type OfWatcher = { readonly guildId: GuildId; readonly watcherId: WatcherId };

/** One thing to tell, with the claim it is about, or that answers the question, as it is now; null when it is gone. */
export type NewsView = WatchNews & { readonly known: KnownClaim | null };

/** What to tell a watcher in one message. */
export type NewsBatch = OfWatcher & {
  readonly memberId: UserId;
  readonly locale: string;
  /** What the message is known by. */
  readonly batch: string;
  readonly news: readonly NewsView[];
};

/**
 * Decides what a watcher is told, and writes that down: whoever has to tell it in place of a process that died tells the
 * same. What changes after that is told in a later message.
 *
 * @returns null when there is nothing to tell, or the server was left
 */
export async function beginNews(deps: BoundDeps, of: OfWatcher): Promise<NewsBatch | null> {
  const catalog = await deps.catalogs.of(of.guildId);
  const found = await deps.database.transaction((stores) => begin(deps, stores, of, catalog));
  if (found === null) return null;
  const { memberId, locale, batch } = found.watcher;
  if (batch === null) return null;
  const news = found.watches.flatMap((watch) => {
    const told = newsBeingTold(watch);
    const claim = watch.kind === 'claim' ? watch.claim : watch.answer;
    return told === null ? [] : [{ ...told, known: claim === null ? null : findWatched(catalog, claim) }];
  });
  return { ...of, memberId, locale, batch, news };
}

async function begin(
  deps: BoundDeps,
  { watches, departures }: Stores,
  { guildId, watcherId }: OfWatcher,
  catalog: Catalog,
): Promise<WatcherWithWatches | null> {
  const found = await watches.find(guildId, watcherId);
  if (found === null || (await departures.leftBefore(deps.clock.now() + 1)).includes(guildId)) return null;
  if (found.watcher.batch !== null && found.watches.some((watch) => newsBeingTold(watch) !== null))
    return found;
  const begun = found.watches.flatMap((watch) => begunWatch(catalog, watch) ?? []).slice(0, mostAtOnce);
  for (const watch of begun) await watches.save(watch);
  const waitingSince = begun.length === 0 ? null : found.watcher.waitingSince;
  const watcher = { ...found.watcher, batch: begun.length === 0 ? null : deps.newId(), waitingSince };
  await watches.saveWatcher(watcher);
  return { watcher, watches: begun };
}

function begunWatch(catalog: Catalog, watch: Watch): Watch | null {
  return beginTelling(watch, watch.kind === 'claim' ? claimNow(catalog, watch.claim) : 'gone');
}

/**
 * Notes that a watcher was told a batch, or that it waits for their next command because their messages are closed. What
 * was sent for it is finished in the same transaction.
 *
 * @param input - `item` is null for what was shown after a command
 */
export async function noteNews(
  deps: BoundDeps,
  {
    batch: { guildId, watcherId, batch },
    heard,
    item,
  }: {
    readonly batch: NewsBatch;
    readonly heard: 'told' | 'waiting';
    readonly item: OutboxItem | null;
  },
): Promise<void> {
  const catalog = await deps.catalogs.of(guildId);
  await deps.database.transaction(async (stores) => {
    if (item !== null) await stores.outbox.finish(item);
    const found = await stores.watches.find(guildId, watcherId);
    if (found?.watcher.batch !== batch) return;
    if (heard === 'waiting') await keepForLater(deps, stores, found);
    else await noteTold(deps, stores, found, catalog);
  });
  deps.wakeOutbox();
}

async function keepForLater(
  { clock }: BoundDeps,
  { watches }: Stores,
  { watcher, watches: all }: WatcherWithWatches,
): Promise<void> {
  for (const watch of all) await watches.save(notTold(watch));
  const waitingSince = watcher.waitingSince ?? clock.now();
  await watches.saveWatcher({ ...watcher, batch: null, waitingSince });
}

async function noteTold(
  deps: BoundDeps,
  stores: Stores,
  { watcher, watches: all }: WatcherWithWatches,
  catalog: Catalog,
): Promise<void> {
  const { watches } = stores;
  const ended: Watch[] = [];
  let more = false;
  for (const watch of all) {
    const after = afterTelling(watch);
    if (after === null) ended.push(watch);
    else {
      await watches.save(after);
      more ||= begunWatch(catalog, after) !== null;
    }
  }
  await watches.saveWatcher({ ...watcher, batch: null, waitingSince: null });
  await watches.remove(
    watcher.memberId,
    ended.map(({ id }) => id),
  );
  if (more) await queueNews(deps, stores, watcher.guildId, [watcher.id]);
}

/** What waits to be told to a member in this server because they take no direct messages; null when nothing does. */
export async function waitingNews(
  deps: BoundDeps,
  { guildId, memberId }: { readonly guildId: GuildId; readonly memberId: UserId },
): Promise<NewsBatch | null> {
  const found = await deps.database.snapshot(({ watches }) => watches.ofMember(guildId, memberId));
  if (found === null || found.watcher.waitingSince === null) return null;
  return beginNews(deps, { guildId, watcherId: found.watcher.id });
}
