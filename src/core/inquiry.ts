import type { DayRange } from './digest-period.ts';
import type { ClaimId, DossierId, GuildId, InquiryId } from './ids.ts';

/**
 * What became of a question: one claim was sure, a list was offered, a claim was picked from that list,
 * "none of these" was pressed, no claim was known, or a claim or summary was opened by name.
 */
export const inquiryOutcomes = [
  'answered',
  'ambiguous',
  'picked',
  'none-of-these',
  'unanswered',
  'opened',
] as const;
export type InquiryOutcome = (typeof inquiryOutcomes)[number];

/** Which command a question came through. */
export const inquiryCommands = ['claim.lookup', 'claim.show', 'summary', 'post.check'] as const;
export type InquiryCommand = (typeof inquiryCommands)[number];

/** An asker's answer to "was this it?". */
export type Feedback = 'yes' | 'no';

/**
 * One question somebody asked. It names no one: `asker` is a keyed hash that is the same for the same
 * member on the same day in the same server, and its key is destroyed after that day.
 */
export type Inquiry = {
  readonly id: InquiryId;
  readonly guildId: GuildId;
  readonly command: InquiryCommand;
  readonly outcome: InquiryOutcome;
  readonly dossierId: DossierId | null;
  readonly claimId: ClaimId | null;
  readonly locale: string;
  /** Day in UTC, `YYYY-MM-DD`. */
  readonly day: string;
  /** Hour in UTC, 0 to 23. */
  readonly hour: number;
  readonly asker: string;
  readonly feedback: Feedback | null;
  /** The redacted question, kept only while no claim answers it and the server allows it. */
  readonly text: string | null;
};

/** How often the same came of the same command over some days. */
export type InquiryTotal = Pick<Inquiry, 'command' | 'outcome' | 'dossierId' | 'claimId'> & {
  readonly inquiries: number;
  /** Different askers of each day, summed: across days they cannot be told apart, by design. */
  readonly askers: number;
  /** Answers to "was this it?". */
  readonly feedback: Readonly<Record<Feedback, number>>;
};

/** How often the same came of the same command over some days, whatever was asked about. */
export type WayTotal = Omit<InquiryTotal, 'dossierId' | 'claimId' | 'askers'>;

/** How many inquiries the days from `from` to `to`, both included, had. */
export type AsksOn = DayRange & { readonly asks: number };

/** The day (`YYYY-MM-DD`) and hour of a moment, in UTC. */
export function dayAndHour(nowMs: number): { day: string; hour: number } {
  const iso = new Date(nowMs).toISOString();
  return { day: iso.slice(0, 10), hour: Number(iso.slice(11, 13)) };
}
