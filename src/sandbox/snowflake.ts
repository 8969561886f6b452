import type { Clock } from '../ports/clock.ts';

/** Milliseconds since 1970 at which Discord's ids begin (2015-01-01), from Discord's reference. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Makes Discord ids: the creation time in the upper bits, always growing. */
export type Snowflakes = { next(): string };

/** Ids by `clock`; unique even while the clock stands still or steps back. */
export function snowflakes(clock: Clock): Snowflakes {
  let last = 0n;
  return {
    next() {
      const earliest = BigInt(Math.floor(clock.now()) - DISCORD_EPOCH_MS) << 22n;
      last = earliest > last ? earliest : last + 1n;
      return String(last);
    },
  };
}

/** When the thing with this id was made, in milliseconds since 1970. */
export function madeAtMs(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}
