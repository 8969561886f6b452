import type { DossierSlug } from '../../core/claim.ts';
import { showDossier } from '../asking/show-summary.ts';
import type { BoundDeps } from '../deps.ts';
import { fileReport, type Receipt, type Reporting } from './file-report.ts';

/**
 * Tells this server's moderators what is wrong with a summary, of whoever's dossier it is.
 *
 * @param input - `passage` is what of the summary is meant, `problem` what is wrong with it
 * @throws FootnoteError `dossier.unknown` when this server has no such dossier any more, and as `fileReport` does
 */
export async function reportSummary(
  deps: BoundDeps,
  {
    slug,
    passage,
    problem,
    wantsOutcome,
    ...reporting
  }: Reporting & {
    readonly slug: DossierSlug;
    readonly passage: string | null;
    readonly problem: string | null;
    readonly wantsOutcome: boolean;
  },
): Promise<Receipt> {
  const { id: dossierId } = await showDossier(deps, { guildId: reporting.guildId, slug });
  return fileReport(deps, reporting, {
    subject: { kind: 'summary', dossierId, slug },
    key: dossierId,
    reason: null,
    statement: passage,
    details: problem,
    wantsOutcome,
  });
}
