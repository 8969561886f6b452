import { DossierSlug, parseClaimReference } from '../../src/core/claim.ts';
import type { DigestSource } from '../../src/core/digest.ts';
import { ClaimId, DossierId } from '../../src/core/ids.ts';
import type { InquiryTotal } from '../../src/core/inquiry.ts';
import { noSpend } from '../../src/core/model-spend.ts';
import type { DeadLink } from '../../src/core/source-links.ts';
import type { Standing } from '../../src/core/standing.ts';
import type { StandingChange } from '../../src/core/standing-changes.ts';
import { mostAskedOf, waysOf } from './asked-totals.ts';

/** The dossier every claim of these digests is in. */
export const dossierId = DossierId.parse('dossierAAAAA');
export const slug = DossierSlug.parse('ferry-timetable');

/** The id of the claim of that number, in the order of numbers. */
export function claimId(number: number): ClaimId {
  return ClaimId.parse(`claim${String(number).padStart(7, '0')}`);
}

/** The total of one claim, answered once; `change` replaces parts of it. */
export function totalOf(claim: number | null, change: Partial<InquiryTotal> = {}): InquiryTotal {
  return {
    command: 'claim.lookup',
    outcome: claim === null ? 'unanswered' : 'answered',
    dossierId: claim === null ? null : dossierId,
    claimId: claim === null ? null : claimId(claim),
    inquiries: 1,
    askers: 1,
    feedback: { yes: 0, no: 0 },
    ...change,
  };
}

/** A standing by its label and how many sources support. */
function standing(label: Standing['label'], supports: number): Standing {
  return { label, counts: { supports, partly: 0, contradicts: 1, context: 0 }, openQuestions: 1 };
}

/** A claim that was contradicted and is mixed, since two sources now support it. */
export function changedTo(claim: number): StandingChange {
  return { dossierId, claimId: claimId(claim), from: standing('contradicted', 0), to: standing('mixed', 2) };
}

/** A link of that claim that is dead since March 3. */
export function deadLinkOf(claim: number, change: Partial<DeadLink> = {}): DeadLink {
  return {
    reference: parseClaimReference(`${slug}/c${claim}`),
    quote: `Quote of ${claim}.`,
    url: 'https://harbour.example/survey',
    publisher: 'Harbour Office',
    since: Date.UTC(2026, 2, 3),
    ...change,
  };
}

/** Parts of what a digest is made of; what was asked by every total of it. */
export type SourceChange = Partial<Omit<DigestSource, 'ways' | 'waysBefore' | 'mostAsked'>> & {
  readonly totals?: readonly InquiryTotal[];
  readonly totalsBefore?: readonly InquiryTotal[];
};

/** A week in which nothing happened but what `change` says. */
export function quietSource(change: SourceChange = {}): DigestSource {
  const { totals = [], totalsBefore = [], ...others } = change;
  return {
    period: { from: '2026-03-02', to: '2026-03-08', before: { from: '2026-02-23', to: '2026-03-01' } },
    demo: false,
    ways: waysOf(totals),
    waysBefore: waysOf(totalsBefore),
    mostAsked: mostAskedOf(totals, totalsBefore),
    asks: [],
    textsSince: null,
    unanswered: { groups: [], further: 0 },
    waiting: { ageing: { cases: [], total: 0 }, questions: { cases: [], total: 0 } },
    contested: [],
    opened: { now: 0, before: 0 },
    resolved: [],
    resolvedBefore: 0,
    byState: { open: 0, assigned: 0, reopened: 0, resolved: 0 },
    standings: { changed: [], added: 0, withdrawn: 0 },
    links: { sources: 0, dead: [], unchecked: 0, blocked: 0 },
    modelSpend: { now: noSpend, before: noSpend },
    nameOf: (_dossier, id) => ({
      reference: parseClaimReference(`${slug}/c${Number(id.slice(5))}`),
      quote: `Quote of ${Number(id.slice(5))}.`,
    }),
    ...others,
  };
}
