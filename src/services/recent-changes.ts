import type { ChannelId, MessageId } from '../core/ids.ts';
import { retention } from '../core/retention.ts';
import type { Clock } from '../ports/clock.ts';

/** As long as a form may be open: whoever sends it later opened it later. */
const keptMs = retention.draftMinutes * 60_000;
/** More than this within a quarter of an hour push out the oldest; of deletions, the nightly look makes up for those. */
const mostKept = 5_000;

/** Messages and channels to which something happened a moment ago, such as a deletion, in memory alone. */
export type RecentChanges = {
  note(ids: readonly (MessageId | ChannelId)[]): void;
  /** Whether it happened to any of these within the last 15 minutes, as far as this process has heard. */
  has(...ids: readonly (MessageId | ChannelId)[]): boolean;
  /** Whether it happened to this one after `moment` (milliseconds since 1970), and within the last 15 minutes. */
  hasSince(id: MessageId | ChannelId, moment: number): boolean;
};

/** Remembers deletions, or edits, for those who have just read a message, and for forms that are still open. */
export function rememberChanges(clock: Clock): RecentChanges {
  const changedAt = new Map<string, number>();

  const isAfter = (id: string, moment: number) => (changedAt.get(id) ?? Number.NEGATIVE_INFINITY) > moment;

  return {
    note(ids) {
      const nowMs = clock.now();
      for (const id of ids) {
        // Written anew, an entry is the youngest again: the map lies in the order of time.
        changedAt.delete(id);
        changedAt.set(id, nowMs);
      }
      for (const [id, at] of changedAt) {
        if (changedAt.size <= mostKept && at > nowMs - keptMs) break;
        changedAt.delete(id);
      }
    },
    has(...ids) {
      const since = clock.now() - keptMs;
      return ids.some((id) => isAfter(id, since));
    },
    hasSince: (id, moment) => isAfter(id, Math.max(moment, clock.now() - keptMs)),
  };
}
