import type { GuildId } from '../../core/ids.ts';
import { retention } from '../../core/retention.ts';
import { shardOf } from '../../core/snowflake.ts';
import type { Stores } from '../../ports/stores.ts';
import { forgetProposals } from '../analysis/kept-proposals.ts';
import type { BoundDeps } from '../deps.ts';
import { takeUp } from '../digest/digest-turns.ts';
import { lookInServer } from '../watches/look-for-news.ts';

type OfGuild = { readonly guildId: GuildId };

/** Notes that Footnote was removed from a server: its data has 30 days from now. */
export async function noteDeparture(
  { database, cache, clock }: BoundDeps,
  { guildId }: OfGuild,
): Promise<void> {
  await forgetProposals(cache, guildId);
  await database.transaction(({ departures }) => departures.left(guildId, clock.now()));
}

/**
 * Notes which servers Footnote was removed from while nothing could tell it: those it holds data of, that this connection
 * of the Gateway serves, and that are not among the servers it is in. Reads first, since hardly ever any is missing.
 *
 * @returns those servers
 */
export async function noteDepartures(
  { database, cache, clock }: BoundDeps,
  {
    guildIds,
    shardId,
    shardCount,
  }: { readonly guildIds: readonly GuildId[]; readonly shardId: number; readonly shardCount: number },
): Promise<readonly GuildId[]> {
  const there = new Set(guildIds);
  const known = await database.snapshot(({ departures }) => departures.known());
  const left = known.filter((id) => !there.has(id) && shardOf(id, shardCount) === shardId);
  if (left.length === 0) return [];
  for (const guildId of left) await forgetProposals(cache, guildId);
  return database.transaction(async ({ departures }) => {
    for (const guildId of left) await departures.left(guildId, clock.now());
    return left;
  });
}

/**
 * Notes that Footnote is in a server. Reads first: at every start this is said of every server. What stood still while it
 * was away goes on: its digests, which may have stopped because it was being removed, and the news of what is watched.
 *
 * @returns whether it had left
 */
export async function noteReturn(deps: BoundDeps, { guildId }: OfGuild): Promise<boolean> {
  const { database, clock } = deps;
  const until = clock.now() + 1;
  const left = await database.snapshot(({ departures }) => departures.leftBefore(until));
  if (!left.includes(guildId)) return false;
  const returned = await database.transaction(async (stores) => {
    if (!(await stores.departures.returned(guildId))) return false;
    const { digest } = await stores.settings.read(guildId);
    if (digest !== null) await takeUp(stores, guildId, digest, clock.now());
    return true;
  });
  if (returned && (await lookInServer(deps, guildId)) > 0) deps.wakeOutbox();
  return returned;
}

/**
 * Deletes everything of the servers left for good.
 *
 * @returns of how many servers
 */
export async function purgeDeparted(deps: BoundDeps): Promise<number> {
  const leftBefore = deps.clock.now() - retention.departureDays * 86_400_000;
  const due = (stores: Stores) => stores.departures.leftBefore(leftBefore);
  let purged = 0;
  for (const guildId of await deps.database.snapshot(due)) {
    // Asked once more: the server may have taken Footnote back since.
    const gone = await deps.database.transaction(async (stores) => {
      if (!(await due(stores)).includes(guildId)) return false;
      await stores.departures.purge(guildId);
      return true;
    });
    if (!gone) continue;
    purged += 1;
    deps.catalogs.changed();
    await deps.catalogs.removeFiles(guildId);
  }
  return purged;
}

/** Deletes everything a server has in the store; counts rows by table. */
export async function purgeGuild(
  deps: BoundDeps,
  { guildId }: OfGuild,
): Promise<Readonly<Record<string, number>>> {
  const counts = await deps.database.transaction(({ departures }) => departures.purge(guildId));
  await forgetProposals(deps.cache, guildId);
  deps.catalogs.changed();
  await deps.catalogs.removeFiles(guildId);
  return counts;
}
