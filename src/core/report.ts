import type { CaseId, GuildId, ReportId, UserId } from './ids.ts';

/** Why a member finds a message contested, in the order the form offers them. */
export const reportReasons = [
  'misleading',
  'missing-context',
  'disputed-facts',
  'manipulated-media',
  'out-of-date',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

/**
 * Whether the member hears what came of it: they did not ask to; they asked and the case is not done; they were told;
 * their direct messages are closed and it waits for their next command.
 */
export const outcomeStates = ['not-wanted', 'wanted', 'told', 'waiting'] as const;
export type OutcomeState = (typeof outcomeStates)[number];

/**
 * One member's part in a case: a report of a message, a question put to the moderators, or a problem with a summary.
 * What the member wrote is theirs and goes when they are erased.
 */
export type Report = {
  readonly id: ReportId;
  readonly caseId: CaseId;
  readonly guildId: GuildId;
  /** Null once the member was erased, or the case has been done for its time. */
  readonly reporterId: UserId | null;
  /** Null for questions and problems with a summary. */
  readonly reason: ReportReason | null;
  /** What of the message is contested, in the member's words or the message's. */
  readonly statement: string | null;
  readonly details: string | null;
  readonly outcome: OutcomeState;
  /** How much it counts towards priority, from 0 to 1: less after reports of the same member made in bad faith. */
  readonly weight: number;
  /** A moderator says it was made in bad faith; it then counts nothing. */
  readonly badFaith: boolean;
  /** Milliseconds since 1970. */
  readonly reportedAt: number;
  /** The member's Discord locale, for telling them what came of it. */
  readonly locale: string;
};

/** The longest a member may write in one field of a report, in UTF-16 code units. */
export const reportLimits = { statementChars: 1_000, detailsChars: 1_000 } as const;

/**
 * What a new report counts for a member whose earlier reports in this server were marked `marks` times: 1, ½, ¼, …
 * Halving lets one mistake be forgiven and makes a habit count next to nothing.
 */
export function weightAfter(marks: number): number {
  return 2 ** -marks;
}

/** How many marks a report's weight stands for: what `weightAfter` was given when it was made. */
export function marksBehind(weight: number): number {
  return weight > 0 ? Math.round(Math.log2(1 / weight)) : 0;
}
