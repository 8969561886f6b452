import { type ClockChange, nextClockChange } from '../../core/clock-change.ts';
import type { DigestSchedule } from '../../core/digest-schedule.ts';
import type { GuildId } from '../../core/ids.ts';
import { messageLink } from '../../core/message-link.ts';
import { madeAtMs } from '../../core/snowflake.ts';
import type { DigestTurn } from '../../ports/digest-stores.ts';
import type { BoundDeps } from '../deps.ts';

/** How a server's scheduled digests stand. Times are milliseconds since 1970. */
export type DigestStanding = {
  /** Null while they have stopped. */
  readonly nextAt: number | null;
  /** When the last one was posted, and the address of its message; null where none is known of. */
  readonly last: { readonly at: number; readonly url: string } | null;
  /** Since when and why none is posted any more; null while they come. */
  readonly paused: DigestTurn['paused'];
  /** The next day within a year on which its time does not exist or comes twice. */
  readonly clockChange: ClockChange | null;
};

/** How the scheduled digests of a server stand; null where there are none. */
export async function readStanding(
  deps: BoundDeps,
  { guildId, schedule }: { readonly guildId: GuildId; readonly schedule: DigestSchedule | null },
): Promise<DigestStanding | null> {
  if (schedule === null) return null;
  const { turn, posted } = await deps.database.snapshot(async ({ digests }) => ({
    turn: await digests.turn(guildId),
    posted: await digests.lastPosted(guildId),
  }));
  return {
    nextAt: turn?.dueAt ?? null,
    last: posted === null ? null : { at: madeAtMs(posted.messageId), url: messageLink(posted) },
    paused: turn?.paused ?? null,
    clockChange: nextClockChange(schedule, deps.clock.now()),
  };
}
