import type { Case, CaseState } from './case.ts';
import type { ClaimReference } from './claim.ts';
import type { DigestPeriod } from './digest-period.ts';
import type { ClaimId, DossierId } from './ids.ts';
import type { ClaimFeedback, Feedback, InquiryDay } from './inquiry.ts';
import type { UnansweredGroups } from './unanswered-group.ts';

/** When a case was opened, by its first report, and when it was resolved. */
export type HandledCase = { readonly openedAt: number; readonly resolvedAt: number };

/** The case of a message, and how many reports of it came in the period. */
export type ContestedCase = { readonly case: Case; readonly reports: number };

/** A claim as a digest names it. */
export type NamedClaim = { readonly reference: ClaimReference; readonly quote: string };

/** Everything a digest is made of. */
export type DigestSource = {
  readonly period: DigestPeriod;
  readonly days: readonly InquiryDay[];
  readonly daysBefore: readonly InquiryDay[];
  readonly feedback: readonly ClaimFeedback[];
  /** The first day whose feedback is still kept, where that is later than the period's first; else null. */
  readonly feedbackSince: string | null;
  readonly unanswered: UnansweredGroups;
  /** The same for the texts of questions. */
  readonly textsSince: string | null;
  readonly waiting: Waiting;
  readonly contested: readonly ContestedCase[];
  readonly opened: Compared;
  readonly resolved: readonly HandledCase[];
  readonly resolvedBefore: number;
  /** How many cases are in each state now. */
  readonly byState: Readonly<Record<CaseState, number>>;
  /** The name of a claim; null when it is no longer published. */
  nameOf(dossierId: DossierId | null, claimId: ClaimId): NamedClaim | null;
};

/** What needs someone now, whatever the period: the longest waiting of each, and how many there are. */
export type Waiting = {
  readonly ageing: { readonly cases: readonly Case[]; readonly total: number };
  /** Questions put to the moderators that are not resolved. */
  readonly questions: { readonly cases: readonly Case[]; readonly total: number };
};

/** A number of the period, and of the equally long one before. */
export type Compared = { readonly now: number; readonly before: number };

/** What members asked in their own words. */
export type QuestionCounts = {
  readonly asked: number;
  /** A claim was sure, or was picked from a list. */
  readonly answered: number;
  /** No claim was known, or the list held none that was meant. */
  readonly unanswered: number;
  /** A list was offered, and nothing was chosen. */
  readonly undecided: number;
};

/** How often a claim was asked about. */
export type AskedClaim = {
  readonly claimId: ClaimId;
  /** Null when it is no longer published. */
  readonly named: NamedClaim | null;
  /** Questions it answered, and times it was opened by name. */
  readonly asks: Compared;
  /** Of `asks` those in which the claim was sure, was picked from a list, and was opened by its name. */
  readonly ways: { readonly answered: number; readonly picked: number; readonly opened: number };
  /**
   * Different askers of each day, summed: a member of two days counts twice, since days cannot be joined, and so does one
   * who both asked about it and opened it by name.
   */
  readonly askers: number;
  readonly feedback: Readonly<Record<Feedback, number>>;
};

/**
 * How long cases took that were resolved in the period, from their first report to their resolution: what Ozone,
 * Bluesky's moderation service, counts as resolution time (creation to close); its handling time begins when a moderator
 * takes the report, which may be never here. Percentiles by nearest rank. A case that was reopened counts once it
 * is resolved again, from its first report.
 */
export type HandlingTime = { readonly medianMs: number; readonly p90Ms: number };

/**
 * What moderators get for a period. It names nobody who asked or reported; of questions it holds what
 * `UnansweredGroup` allows.
 */
export type Digest = {
  readonly period: DigestPeriod;
  readonly waiting: Waiting;
  readonly questions: { readonly now: QuestionCounts; readonly before: QuestionCounts };
  /** How often a summary was asked for. */
  readonly summaries: Compared;
  /** Most asked first, at most `maxClaims`. */
  readonly claims: readonly AskedClaim[];
  /** How many more claims were asked about. */
  readonly furtherClaims: number;
  readonly feedback: Readonly<Record<Feedback, number>> & { readonly since: string | null };
  /** Questions no claim answered, most asked first; `since` as in `feedback`, for the texts of questions. */
  readonly unanswered: UnansweredGroups & { readonly since: string | null };
  /** Messages by the reports that came in the period, most first. */
  readonly contested: readonly ContestedCase[];
  readonly cases: {
    readonly opened: Compared;
    readonly resolved: Compared;
    readonly byState: Readonly<Record<CaseState, number>>;
    /** Null where none was resolved. */
    readonly handling: HandlingTime | null;
  };
  /** Whether nothing was asked, reported or resolved. */
  readonly quiet: boolean;
};

const maxClaims = 10;

/** Makes a digest of what was read. */
export function digestOf(source: DigestSource): Digest {
  const { period, waiting, contested, opened, resolved, resolvedBefore, byState } = source;
  const asked = askedClaims(source);
  const summaries = { now: summariesIn(source.days), before: summariesIn(source.daysBefore) };
  return {
    period,
    waiting,
    questions: { now: questionsIn(source.days), before: questionsIn(source.daysBefore) },
    summaries,
    claims: asked.slice(0, maxClaims),
    furtherClaims: Math.max(0, asked.length - maxClaims),
    feedback: {
      yes: sumOf(source.feedback, ({ yes }) => yes),
      no: sumOf(source.feedback, ({ no }) => no),
      since: source.feedbackSince,
    },
    unanswered: { ...source.unanswered, since: source.textsSince },
    contested,
    cases: {
      opened,
      resolved: { now: resolved.length, before: resolvedBefore },
      byState,
      handling: handlingTime(resolved),
    },
    quiet: source.days.length === 0 && opened.now === 0 && resolved.length === 0 && contested.length === 0,
  };
}

/** The share of questions that were answered, from 0 to 1; null where nothing was asked. */
export function shareAnswered({ asked, answered }: QuestionCounts): number | null {
  return asked === 0 ? null : answered / asked;
}

/** How long these cases took; null when there are none. */
export function handlingTime(cases: readonly HandledCase[]): HandlingTime | null {
  const sorted = cases.map(({ openedAt, resolvedAt }) => resolvedAt - openedAt).sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [medianMs, p90Ms] = [rank(0.5), rank(0.9)];
  return medianMs === undefined || p90Ms === undefined ? null : { medianMs, p90Ms };
}

function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

function inquiriesOf(days: readonly InquiryDay[], ...outcomes: readonly InquiryDay['outcome'][]): number {
  return sumOf(
    days.filter(({ outcome }) => outcomes.includes(outcome)),
    ({ inquiries }) => inquiries,
  );
}

function questionsIn(days: readonly InquiryDay[]): QuestionCounts {
  const lookups = days.filter(({ command }) => command === 'claim.lookup');
  return {
    asked: sumOf(lookups, ({ inquiries }) => inquiries),
    answered: inquiriesOf(lookups, 'answered', 'picked'),
    unanswered: inquiriesOf(lookups, 'unanswered', 'none-of-these'),
    undecided: inquiriesOf(lookups, 'ambiguous'),
  };
}

function summariesIn(days: readonly InquiryDay[]): number {
  return sumOf(
    days.filter(({ command }) => command === 'summary'),
    ({ inquiries }) => inquiries,
  );
}

function byClaim(days: readonly InquiryDay[]): ReadonlyMap<ClaimId, readonly InquiryDay[]> {
  const claims = new Map<ClaimId, InquiryDay[]>();
  for (const day of days) {
    if (day.claimId === null) continue;
    const known = claims.get(day.claimId);
    if (known === undefined) claims.set(day.claimId, [day]);
    else known.push(day);
  }
  return claims;
}

function askedClaims({ days, daysBefore, feedback, nameOf }: DigestSource): readonly AskedClaim[] {
  const before = byClaim(daysBefore);
  const answers = new Map(feedback.map((given) => [given.claimId, given]));
  const asked = [...byClaim(days)].map(([claimId, rows]): AskedClaim => {
    const { yes, no } = answers.get(claimId) ?? { yes: 0, no: 0 };
    return {
      claimId,
      named: nameOf(rows.at(-1)?.dossierId ?? null, claimId),
      asks: {
        now: sumOf(rows, ({ inquiries }) => inquiries),
        before: sumOf(before.get(claimId) ?? [], ({ inquiries }) => inquiries),
      },
      ways: {
        answered: inquiriesOf(rows, 'answered'),
        picked: inquiriesOf(rows, 'picked'),
        opened: inquiriesOf(rows, 'opened'),
      },
      askers: sumOf(rows, ({ askers }) => askers),
      feedback: { yes, no },
    };
  });
  const byName = (a: AskedClaim, b: AskedClaim) => (a.claimId < b.claimId ? -1 : 1);
  return asked.sort((a, b) => b.asks.now - a.asks.now || b.askers - a.askers || byName(a, b));
}
