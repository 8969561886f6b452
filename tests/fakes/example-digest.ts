import { DossierSlug, parseClaimReference } from '../../src/core/claim.ts';
import type { DigestSource } from '../../src/core/digest.ts';
import { ClaimId, DossierId } from '../../src/core/ids.ts';
import type { InquiryDay } from '../../src/core/inquiry.ts';

/** The dossier every claim of these digests is in. */
export const dossierId = DossierId.parse('dossierAAAAA');
export const slug = DossierSlug.parse('ferry-timetable');

/** The id of the claim of that number, in the order of numbers. */
export function claimId(number: number): ClaimId {
  return ClaimId.parse(`claim${String(number).padStart(7, '0')}`);
}

/** A day's total of one claim, answered once; `change` replaces parts of it. */
export function totalOf(claim: number | null, change: Partial<InquiryDay> = {}): InquiryDay {
  return {
    day: '2026-03-04',
    command: 'claim.lookup',
    outcome: claim === null ? 'unanswered' : 'answered',
    dossierId: claim === null ? null : dossierId,
    claimId: claim === null ? null : claimId(claim),
    inquiries: 1,
    askers: 1,
    ...change,
  };
}

/** A week in which nothing happened. */
export function quietSource(change: Partial<DigestSource> = {}): DigestSource {
  return {
    period: { from: '2026-03-02', to: '2026-03-08', before: { from: '2026-02-23', to: '2026-03-01' } },
    days: [],
    daysBefore: [],
    feedback: [],
    feedbackSince: null,
    textsSince: null,
    unanswered: { groups: [], further: 0 },
    waiting: { ageing: { cases: [], total: 0 }, questions: { cases: [], total: 0 } },
    contested: [],
    opened: { now: 0, before: 0 },
    resolved: [],
    resolvedBefore: 0,
    byState: { open: 0, assigned: 0, reopened: 0, resolved: 0 },
    nameOf: (_dossier, id) => ({
      reference: parseClaimReference(`${slug}/c${Number(id.slice(5))}`),
      quote: `Quote of ${Number(id.slice(5))}.`,
    }),
    ...change,
  };
}
