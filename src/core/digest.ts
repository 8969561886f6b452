import type { Case, CaseState } from './case.ts';
import { type CaseTimes, caseTimes, type HandledCase } from './case-times.ts';
import type { ClaimReference } from './claim.ts';
import type { DigestPeriod } from './digest-period.ts';
import type { ClaimId, DossierId } from './ids.ts';
import type { AsksOn, Feedback, InquiryTotal, WayTotal } from './inquiry.ts';
import {
  feedbackIn,
  inquiriesOf,
  type QuestionCounts,
  questionsIn,
  summariesIn,
  sumOf,
} from './inquiry-counts.ts';
import type { ComparedSpend } from './model-spend.ts';
import type { SourceLinks } from './source-links.ts';
import type { StandingChange, StandingChanges } from './standing-changes.ts';
import type { UnansweredGroups } from './unanswered-group.ts';

/** The case of a message, and how many reports of it came in the period. */
export type ContestedCase = { readonly case: Case; readonly reports: number };

/** A claim as a digest names it. */
export type NamedClaim = { readonly reference: ClaimReference; readonly quote: string };

/** Everything a digest is made of. */
export type DigestSource = {
  readonly period: DigestPeriod;
  /** Whether what it is made of was made up, for demonstration. */
  readonly demo: boolean;
  readonly ways: readonly WayTotal[];
  readonly waysBefore: readonly WayTotal[];
  readonly mostAsked: MostAsked;
  readonly asks: readonly AsksOn[];
  readonly unanswered: UnansweredGroups;
  /** The first day whose questions' texts are still kept, where that is later than the period's first; else null. */
  readonly textsSince: string | null;
  readonly waiting: Waiting;
  readonly contested: readonly ContestedCase[];
  readonly opened: Compared;
  readonly resolved: readonly HandledCase[];
  readonly resolvedBefore: number;
  /** How many cases are in each state now. */
  readonly byState: Readonly<Record<CaseState, number>>;
  readonly standings: StandingChanges;
  /** As they are now. */
  readonly links: SourceLinks;
  readonly modelSpend: ComparedSpend;
  /** The name of a claim; null when it is no longer published. */
  nameOf(dossierId: DossierId | null, claimId: ClaimId): NamedClaim | null;
};

/** The claims asked about most in a period. */
export type MostAsked = {
  /** Every total of each of them. */
  readonly totals: readonly InquiryTotal[];
  /** The same of the period before. */
  readonly totalsBefore: readonly InquiryTotal[];
  /** How many claims were asked about in all. */
  readonly claims: number;
};

/** What needs someone now, whatever the period: the longest waiting of each, and how many there are. */
export type Waiting = {
  readonly ageing: { readonly cases: readonly Case[]; readonly total: number };
  /** Questions put to the moderators that are not resolved, those left out that are ageing. */
  readonly questions: { readonly cases: readonly Case[]; readonly total: number };
};

/** A number of the period, and of the equally long one before. */
export type Compared = { readonly now: number; readonly before: number };

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

/** A claim whose standing is another than before the period. */
export type ChangedClaim = Pick<StandingChange, 'claimId' | 'from' | 'to'> & {
  /** Null when it is no longer published. */
  readonly named: NamedClaim | null;
};

/**
 * What moderators get for a period. It names nobody who asked or reported; of questions it holds what
 * `UnansweredGroup` allows.
 */
export type Digest = {
  readonly period: DigestPeriod;
  readonly demo: boolean;
  readonly waiting: Waiting;
  readonly questions: { readonly now: QuestionCounts; readonly before: QuestionCounts };
  /** How often a summary was asked for. */
  readonly summaries: Compared;
  /** Most asked first, as many as the source has. */
  readonly claims: readonly AskedClaim[];
  /** How many more claims were asked about. */
  readonly furtherClaims: number;
  readonly feedback: Readonly<Record<Feedback, number>>;
  /** Everything asked on each day, or in each month, of the period: those with some, in order. */
  readonly asks: readonly AsksOn[];
  /** Questions no claim answered, most asked first; `since` is the `textsSince` of the source. */
  readonly unanswered: UnansweredGroups & { readonly since: string | null };
  /** Messages by the reports that came in the period, most first. */
  readonly contested: readonly ContestedCase[];
  readonly cases: {
    readonly opened: Compared;
    readonly resolved: Compared;
    readonly byState: Readonly<Record<CaseState, number>>;
    /** Of those resolved in the period. */
    readonly times: CaseTimes;
  };
  /** Claims of published dossiers that stand otherwise than before the period, that are new, and that were withdrawn. */
  readonly standings: Omit<StandingChanges, 'changed'> & { readonly changed: readonly ChangedClaim[] };
  /** The links of all sources members are shown; the dead ones need someone. */
  readonly links: SourceLinks;
  readonly modelSpend: ComparedSpend;
  /** Whether nothing was asked, reported, resolved or changed. */
  readonly quiet: boolean;
};

/** How many claims a digest names. */
export const maxClaims = 10;

/** Makes a digest of what was read. */
export function digestOf(source: DigestSource): Digest {
  const { period, demo, waiting, contested, opened, resolved, resolvedBefore, byState, links } = source;
  const asked = askedClaims(source);
  const summaries = { now: summariesIn(source.ways), before: summariesIn(source.waysBefore) };
  return {
    period,
    demo,
    waiting,
    questions: { now: questionsIn(source.ways), before: questionsIn(source.waysBefore) },
    summaries,
    claims: asked,
    furtherClaims: source.mostAsked.claims - asked.length,
    feedback: feedbackIn(source.ways),
    asks: source.asks,
    unanswered: { ...source.unanswered, since: source.textsSince },
    contested,
    cases: {
      opened,
      resolved: { now: resolved.length, before: resolvedBefore },
      byState,
      times: caseTimes(resolved),
    },
    standings: { ...source.standings, changed: changedClaims(source) },
    links,
    modelSpend: source.modelSpend,
    quiet: isQuiet(source),
  };
}

function isQuiet({ ways, opened, resolved, contested, standings }: DigestSource): boolean {
  const { changed, added, withdrawn } = standings;
  const counts = [ways.length, opened.now, resolved.length, contested.length, changed.length];
  return [...counts, added, withdrawn].every((count) => count === 0);
}

function changedClaims({ standings, nameOf }: DigestSource): readonly ChangedClaim[] {
  return standings.changed.map(({ dossierId, claimId, from, to }) => ({
    claimId,
    named: nameOf(dossierId, claimId),
    from,
    to,
  }));
}

function byClaim(totals: readonly InquiryTotal[]): ReadonlyMap<ClaimId, readonly InquiryTotal[]> {
  const claims = new Map<ClaimId, InquiryTotal[]>();
  for (const total of totals) {
    if (total.claimId === null) continue;
    const known = claims.get(total.claimId);
    if (known === undefined) claims.set(total.claimId, [total]);
    else known.push(total);
  }
  return claims;
}

function askedClaims({ mostAsked, nameOf }: DigestSource): readonly AskedClaim[] {
  const { totals, totalsBefore } = mostAsked;
  const before = byClaim(totalsBefore);
  const asked = [...byClaim(totals)].map(([claimId, rows]): AskedClaim => {
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
      feedback: feedbackIn(rows),
    };
  });
  const byName = (a: AskedClaim, b: AskedClaim) => (a.claimId < b.claimId ? -1 : 1);
  return asked.sort((a, b) => b.asks.now - a.asks.now || b.askers - a.askers || byName(a, b));
}
