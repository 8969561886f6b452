import { nextDue } from '../../core/digest-schedule.ts';
import type { GuildId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';

/** How many servers are looked at in one go. */
const portion = 100;

/**
 * Has digests come as the settings say where nothing would have them come: for a server whose schedule was written past
 * `keepTurn`, and for one whose next moment was reckoned by a clock that was ahead and has been set back since.
 *
 * @returns of how many servers
 */
export async function mendTurns(
  deps: Pick<BoundDeps, 'clock' | 'database'>,
  stop: AbortSignal,
): Promise<number> {
  const { clock, database } = deps;
  let mended = 0;
  let after: GuildId | null = null;
  while (!stop.aborted) {
    const page: readonly GuildId[] = await database.snapshot(({ settings }) =>
      settings.withDigest(after, portion),
    );
    const astray = await database.snapshot((stores) => astrayAmong(stores, page, clock.now()));
    if (astray.length > 0)
      mended += await database.transaction(async (stores) => {
        const now = await astrayAmong(
          stores,
          astray.map(({ guildId }) => guildId),
          clock.now(),
        );
        for (const { guildId, dueAt } of now) await stores.digests.saveTurn(guildId, { dueAt, paused: null });
        return now.length;
      });
    if (page.length < portion) break;
    after = page.at(-1) ?? null;
  }
  return mended;
}

/** A server whose digest would come too late or not at all, and when it is due. */
type Astray = { readonly guildId: GuildId; readonly dueAt: number };

async function astrayAmong(
  { settings, digests }: Pick<Stores, 'digests' | 'settings'>,
  guildIds: readonly GuildId[],
  nowMs: number,
): Promise<readonly Astray[]> {
  const found: Astray[] = [];
  for (const guildId of guildIds) {
    const { digest: schedule } = await settings.read(guildId);
    const turn = await digests.turn(guildId);
    if (schedule === null || (turn !== null && turn.paused !== null)) continue;
    const dueAt = nextDue(schedule, nowMs);
    if (turn === null || turn.dueAt > dueAt) found.push({ guildId, dueAt });
  }
  return found;
}
