import { PartialDate } from './partial-date.ts';

/** Milliseconds since 1970 at which Discord's ids begin (2015-01-01), from Discord's reference. */
const discordEpochMs = 1_420_070_400_000;

/** When the thing with this Discord id was made, in milliseconds since 1970: its time is in the upper bits. */
export function madeAtMs(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpochMs;
}

/** Which of `shardCount` connections Discord tells of a server (Discord API documentation, Sharding). */
export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}

/** The day on which the thing with this Discord id was made, in UTC. */
export function madeOn(id: string): PartialDate {
  return PartialDate.parse(new Date(madeAtMs(id)).toISOString().slice(0, 10));
}
