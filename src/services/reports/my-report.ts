import type { CaseState, Resolution, Subject } from '../../core/case.ts';
import type { DossierSlug } from '../../core/claim.ts';
import type { GuildId } from '../../core/ids.ts';
import type { OutcomeState } from '../../core/report.ts';
import type { ReportOfCase } from '../../ports/case-stores.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';

/** What became of a case, as its reporters are told it: never by which moderator. */
export type ToldResolution = Omit<Resolution, 'by'>;

/** A case as one of its reporters sees it. */
export type MyReport = {
  readonly guildId: GuildId;
  readonly caseNumber: number;
  readonly subject: Subject;
  readonly state: CaseState;
  /** What became of it, once it is resolved. */
  readonly told: ToldResolution | null;
  /** The claim that answers it, as far as it is still known. */
  readonly answer: KnownClaim | null;
  /** The dossier made from it, once members can open it. */
  readonly dossier: DossierSlug | null;
  readonly reportedAt: number;
  readonly outcome: OutcomeState;
};

/** A case as one of its reporters sees it; `catalog` is that of its server. */
export function myReport(catalog: Catalog, { report, case: of }: ReportOfCase): MyReport {
  const { resolution } = of;
  return {
    guildId: of.guildId,
    caseNumber: of.number,
    subject: of.subject,
    state: of.state,
    told: resolution === null ? null : withoutModerator(resolution),
    answer: resolution?.claim ? catalog.claim(resolution.claim) : null,
    dossier: of.draft === null ? null : (catalog.dossier(of.draft)?.slug ?? null),
    reportedAt: report.reportedAt,
    outcome: report.outcome,
  };
}

function withoutModerator({ kind, note, url, claim }: Resolution): ToldResolution {
  return { kind, note, url, claim };
}
