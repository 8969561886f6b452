import { type Case, isAgeing } from '../../core/case.ts';
import { type Priority, priorityOf, type Tally, tallyOf } from '../../core/case-priority.ts';
import type { ClaimReference, DossierSlug } from '../../core/claim.ts';
import type { CaseId, GuildId } from '../../core/ids.ts';
import type { Report } from '../../core/report.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { dossiersShowing } from '../dossiers/archive-dossiers.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';
import { caseOf } from './change-case.ts';

/** A case with everything its card shows. */
export type ShownCase = {
  readonly case: Case;
  /** Oldest first. */
  readonly reports: readonly Report[];
  readonly tally: Tally;
  readonly priority: Priority;
  readonly ageing: boolean;
  /** The known claims its message makes, as far as they are still known. */
  readonly claims: readonly KnownClaim[];
  /** The claim it was resolved with. */
  readonly answer: KnownClaim | null;
  /** Drafts and published dossiers made from its message that hold the text, once the message was deleted. */
  readonly stillShown: readonly DossierSlug[];
  /** The Discord locale its card in the moderators' channel is written in. */
  readonly cardLocale: string;
  readonly nowMs: number;
};

/**
 * A case as its card shows it.
 *
 * @throws FootnoteError `case.unknown` when this server has none of that id
 */
export async function showCase(
  deps: BoundDeps,
  { guildId, caseId }: { readonly guildId: GuildId; readonly caseId: CaseId },
): Promise<ShownCase> {
  const catalog = await deps.catalogs.of(guildId);
  return deps.database.snapshot(async (stores) =>
    shownCase(deps, stores, catalog, await caseOf(stores, guildId, caseId)),
  );
}

/** `showCase` within a transaction, for a case just read or changed; `catalog` was read before it. */
export async function shownCase(
  deps: BoundDeps,
  stores: Stores,
  catalog: Catalog,
  shown: Case,
): Promise<ShownCase> {
  const { guildId, id, subject, resolution } = shown;
  const nowMs = deps.clock.now();
  const reports = await stores.cases.reports(guildId, id);
  const { ageingHours, language } = await stores.settings.read(guildId);
  const tally = tallyOf(reports);
  const known = (reference: ClaimReference) => catalog.claim(reference);
  const deleted = subject.kind === 'message' && subject.fate === 'deleted';
  const dossiers = deleted ? await dossiersShowing(stores, guildId, subject.messageId) : [];
  return {
    case: shown,
    reports,
    tally,
    priority: priorityOf(tally, shown, nowMs),
    ageing: isAgeing(shown, ageingHours, nowMs),
    claims: (subject.kind === 'message' ? subject.claims : []).map(known).filter((claim) => claim !== null),
    answer: resolution?.claim ? known(resolution.claim) : null,
    stillShown: dossiers.map(({ slug }) => slug),
    cardLocale: language ?? shown.locale,
    nowMs,
  };
}
