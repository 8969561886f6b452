import { FootnoteError } from '../../core/errors.ts';
import type { GuildId, UserId } from '../../core/ids.ts';
import type { Cache } from '../../ports/cache.ts';
import type { Clock } from '../../ports/clock.ts';
import { slidingWindow } from '../sliding-window.ts';

/** More posts than a careful reader finds contested in that time. */
const byMember = {
  allowed: 5,
  windowMs: 10 * 60_000,
  refusal: (waitMs: number) =>
    new FootnoteError('report.too-many', { count: 5, minutes: Math.ceil(waitMs / 60_000) }),
} as const;

/** More reports than moderators can follow, and few enough for a call to flood them to fail. */
const byServer = {
  allowed: 100,
  windowMs: 60_000,
  refusal: (waitMs: number) => new FootnoteError('report.server-busy', { seconds: Math.ceil(waitMs / 1000) }),
} as const;

type Reporter = { readonly guildId: GuildId; readonly memberId: UserId };

/** Keeps reports from coming faster than moderators can follow. */
export type ReportCoolDown = {
  /**
   * Runs `work` as one report of a member; when it fails, it is not counted.
   *
   * @throws FootnoteError `report.too-many` with `count` and `minutes`, `report.server-busy` with `seconds`, or what
   * `work` throws
   */
  within<Result>(reporter: Reporter, work: () => Promise<Result>): Promise<Result>;
  /**
   * Counts nothing.
   *
   * @throws FootnoteError as `within` would now, so that nobody fills in a form for nothing
   */
  check(reporter: Reporter): Promise<void>;
};

/** Limits kept in the cache, under a code for the member. */
export function openReportCoolDown({
  cache,
  clock,
  pseudonym,
}: {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly pseudonym: (memberId: UserId) => string;
}): ReportCoolDown {
  const members = slidingWindow(cache, clock, byMember);
  const servers = slidingWindow(cache, clock, byServer);
  const memberKey = ({ memberId }: Reporter) => `reports:${pseudonym(memberId)}`;
  const serverKey = ({ guildId }: Reporter) => `reports-here:${guildId}`;

  return {
    async within(reporter, work) {
      const takeBack = [await members.admit(memberKey(reporter))];
      try {
        takeBack.push(await servers.admit(serverKey(reporter)));
        return await work();
      } catch (error) {
        await Promise.all(takeBack.map((undo) => undo()));
        throw error;
      }
    },
    async check(reporter) {
      await members.check(memberKey(reporter));
      await servers.check(serverKey(reporter));
    },
  };
}
