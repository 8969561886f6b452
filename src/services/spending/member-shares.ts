import { createHmac } from 'node:crypto';
import type { GuildId, UserId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import type { Cache, DayKeys } from '../../ports/cache.ts';
import type { Clock } from '../../ports/clock.ts';
import { oneAtATime } from '../one-at-a-time.ts';

const dayMs = 24 * 3_600_000;

/** Who spends, and where. */
export type Spender = { readonly guildId: GuildId; readonly memberId: UserId };

/** How much of a server's tokens each member has spent today (UTC). */
export type MemberShares = {
  /**
   * Lets a member spend unless they have spent their share: the last request may go beyond it, since what one costs is known only
   * afterwards.
   *
   * @param tokens - `share`: what the member may spend today; `atMost`: what the request costs at most, counted until it is known
   * @returns puts what it has really cost in the place of that; null when the share is spent
   */
  take(
    spender: Spender,
    tokens: { readonly share: number; readonly atMost: number },
  ): Promise<((spent: number) => Promise<void>) | null>;
};

/**
 * Shares kept in the cache until the day is over: a number of tokens under a code for the member, made with the server's key of the
 * day, so that processes agree on it and nobody can tell afterwards whose it was. It is another code than any their questions have.
 * A cache that is lost begins the day's shares anew; the server's own limit still holds.
 */
export function openMemberShares({
  cache,
  dayKeys,
  clock,
}: {
  readonly cache: Cache;
  readonly dayKeys: DayKeys;
  readonly clock: Clock;
}): MemberShares {
  const inTurn = oneAtATime();
  const codeOf = async ({ guildId, memberId }: Spender, day: string) => {
    const key = await dayKeys.keyOf(guildId, day);
    return `model-share:${createHmac('sha256', key).update(`model share ${memberId}`).digest('base64url').slice(0, 22)}`;
  };
  const spentUnder = async (code: string) => (await cache.get<number>(code)) ?? 0;

  return {
    async take(spender, { share, atMost }) {
      const { day } = dayAndHour(clock.now());
      const dayEndsMs = Date.parse(day) + dayMs;
      const code = await codeOf(spender, day);
      const keep = async (tokens: number) => {
        const ttlMs = dayEndsMs - clock.now();
        if (ttlMs > 0) await cache.set(code, Math.max(0, tokens), ttlMs);
      };
      return inTurn(code, async () => {
        const before = await spentUnder(code);
        if (before >= share) return null;
        await keep(before + atMost);
        return (spent: number) => inTurn(code, async () => keep((await spentUnder(code)) + spent - atMost));
      });
    },
  };
}
