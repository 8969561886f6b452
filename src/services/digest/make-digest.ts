import type { Case } from '../../core/case.ts';
import { type Digest, type DigestSource, digestOf, type MostAsked, maxClaims } from '../../core/digest.ts';
import {
  bucketOf,
  type DigestPeriod,
  daysAfter,
  digestPeriod,
  spanOf,
  type WantedPeriod,
} from '../../core/digest-period.ts';
import { referenceTo } from '../../core/dossier.ts';
import type { GuildId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import { noSpend } from '../../core/model-spend.ts';
import { retention } from '../../core/retention.ts';
import { sourceLinks } from '../../core/source-links.ts';
import { standingChanges } from '../../core/standing-changes.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog } from '../dossiers/catalog.ts';
import { unansweredGroups } from './unanswered-groups.ts';

/** How many cases that wait, and contested messages, a digest names. */
const maxCases = 5;

/** A digest, and the day it was made on, which is not over yet. */
export type MadeDigest = { readonly digest: Digest; readonly today: string };

/**
 * What moderators of a server get for a period.
 *
 * @param input - `guildId` null where no server is known: the digest of nothing
 * @throws FootnoteError as `digestPeriod` does
 */
export async function makeDigest(
  deps: Pick<BoundDeps, 'database' | 'catalogs' | 'clock'>,
  { guildId, wanted }: { readonly guildId: GuildId | null; readonly wanted: WantedPeriod },
): Promise<MadeDigest> {
  const nowMs = deps.clock.now();
  const { day: today } = dayAndHour(nowMs);
  const period = digestPeriod(wanted, today);
  if (guildId === null) return { digest: digestOf({ period, ...nothing }), today };
  const catalog = await deps.catalogs.of(guildId);
  const reading = { guildId, period, nowMs, catalog };
  const source = await deps.database.snapshot((stores) => read(stores, reading));
  const unanswered = await unansweredGroups(deps, { guildId, fromDay: period.from, toDay: period.to });
  return { digest: digestOf({ ...source, unanswered }), today };
}

type Reading = {
  readonly guildId: GuildId;
  readonly period: DigestPeriod;
  readonly nowMs: number;
  readonly catalog: Catalog;
};

async function read(
  { inquiries, cases, dossiers, settings, spend }: Stores,
  { guildId, period, nowMs, catalog }: Reading,
): Promise<Omit<DigestSource, 'unanswered'>> {
  const { from, before } = period;
  const [span, spanBefore] = [spanOf(period), spanOf(before)];
  const { ageingHours, demo } = await settings.read(guildId);
  const ageingBefore = nowMs - ageingHours * 3_600_000;
  const unresolved = ['open', 'assigned', 'reopened'] as const;
  const since = (keptDays: number) => {
    const firstKept = daysAfter(dayAndHour(nowMs).day, -keptDays);
    return from < firstKept ? firstKept : null;
  };
  const questions = { states: unresolved, kind: 'question', waitsSinceFrom: ageingBefore } as const;
  return {
    period,
    demo,
    ways: await inquiries.ways(guildId, period),
    waysBefore: await inquiries.ways(guildId, before),
    mostAsked: await readMostAsked(inquiries, guildId, period),
    asks: await inquiries.asks(guildId, period, bucketOf(period)),
    textsSince: since(retention.questionTextDays),
    waiting: {
      ageing: await cases.page(guildId, { states: unresolved, waitsSinceBefore: ageingBefore }, maxCases, 0),
      questions: await cases.page(guildId, questions, maxCases, 0),
    },
    contested: await cases.mostReported(guildId, span, maxCases),
    opened: {
      now: await cases.openedIn(guildId, span),
      before: await cases.openedIn(guildId, spanBefore),
    },
    resolved: await cases.resolvedIn(guildId, span),
    resolvedBefore: await cases.countResolvedIn(guildId, spanBefore),
    byState: (await cases.counts(guildId, ageingBefore)).byState,
    standings: standingChanges(await dossiers.changedIn(guildId, span)),
    links: sourceLinks(catalog.dossiers),
    modelSpend: { now: await spend.ofGuild(guildId, period), before: await spend.ofGuild(guildId, before) },
    nameOf: nameIn(catalog),
  };
}

async function readMostAsked(
  inquiries: Stores['inquiries'],
  guildId: GuildId,
  period: DigestPeriod,
): Promise<MostAsked> {
  const { claimIds, total: claims } = await inquiries.mostAsked(guildId, period, maxClaims);
  return {
    totals: await inquiries.totalsOfClaims(guildId, period, claimIds),
    totalsBefore: await inquiries.totalsOfClaims(guildId, period.before, claimIds),
    claims,
  };
}

function nameIn(catalog: Catalog): DigestSource['nameOf'] {
  return (dossierId, claimId) => {
    const dossier = dossierId === null ? null : catalog.dossier(dossierId);
    const claim = dossier?.claims.find(({ id }) => id === claimId);
    return dossier && claim ? { reference: referenceTo(dossier, claim), quote: claim.quote } : null;
  };
}

const noCases: { readonly cases: readonly Case[]; readonly total: number } = { cases: [], total: 0 };

const nothing: Omit<DigestSource, 'period'> = {
  demo: false,
  ways: [],
  waysBefore: [],
  mostAsked: { totals: [], totalsBefore: [], claims: 0 },
  asks: [],
  textsSince: null,
  unanswered: { groups: [], further: 0 },
  waiting: { ageing: noCases, questions: noCases },
  contested: [],
  opened: { now: 0, before: 0 },
  resolved: [],
  resolvedBefore: 0,
  byState: { open: 0, assigned: 0, reopened: 0, resolved: 0 },
  modelSpend: { now: noSpend, before: noSpend },
  standings: { changed: [], added: 0, withdrawn: 0 },
  links: sourceLinks([]),
  nameOf: () => null,
};
