import { formatClaimReference } from '../../core/claim.ts';
import type { GuildId, UserId, WatchId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/** One thing a member watches. */
export type MyWatch = {
  readonly watchId: WatchId;
  /** What its server is called; null where Discord does not say, because the bot is not there any more. */
  readonly serverName: string | null;
  readonly kind: 'claim' | 'question';
  /** `slug/c01`, or the question. */
  readonly name: string;
};

/** A page of what a member watches, by server. */
export type MyWatches = {
  readonly watches: readonly MyWatch[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

/**
 * What a server is called, for messages that are read elsewhere.
 *
 * @throws whatever Discord refuses
 */
export async function serverName(
  { guilds }: BoundDeps,
  { guildId }: { readonly guildId: GuildId },
): Promise<string> {
  return (await guilds.describe(guildId)).name;
}

/** As many as one menu offers, and one card has room for. */
const onPage = 10;

/**
 * What a member watches, in all servers.
 *
 * @param input - `page` from 1; one past the end is the last
 */
export async function listMyWatches(
  { database, guilds }: BoundDeps,
  { memberId, page: wanted }: { readonly memberId: UserId; readonly page: number },
): Promise<MyWatches> {
  const found = await database.snapshot(({ watches }) => watches.ofMemberAnywhere(memberId));
  const all = found.flatMap(({ watcher, watches }) =>
    watches.map((watch) => ({
      guildId: watcher.guildId,
      watchId: watch.id,
      kind: watch.kind,
      name: watch.kind === 'claim' ? formatClaimReference(watch.claim.reference) : watch.text,
    })),
  );
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = all.slice((page - 1) * onPage, page * onPage);
  const names = new Map<GuildId, string | null>();
  for (const { guildId } of shown) {
    if (names.has(guildId)) continue;
    const name = await guilds.describe(guildId).then(
      (guild) => guild.name,
      () => null,
    );
    names.set(guildId, name);
  }
  const watches = shown.map(({ guildId, ...watch }) => ({
    ...watch,
    serverName: names.get(guildId) ?? null,
  }));
  return { watches, total: all.length, page, pages };
}
