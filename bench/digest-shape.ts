import { GuildId } from '../src/core/ids.ts';

/** What is in the store, and the moment it is looked at. */
export const filled = {
  servers: 1_000,
  /** Days whose inquiries are kept, and those whose texts are. */
  inquiryDays: 90,
  textDays: 30,
  /** How often the totals of those days are repeated before them, for as many of the busiest servers. */
  repeats: 7,
  serversWithPast: 10,
  /** In the middle of a month, so that a long period has parts of a month at both ends. */
  nowMs: Date.UTC(2026, 5, 17, 14),
  today: '2026-06-17',
} as const;

/** The server of that rank by size, from 0. */
export function serverOf(rank: number): GuildId {
  return GuildId.parse(String(1_300_000_000_000_000_000n + BigInt(rank)));
}
