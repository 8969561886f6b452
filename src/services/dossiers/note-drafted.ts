import type { AuditEntry } from '../../core/audit.ts';
import type { DossierSlug } from '../../core/claim.ts';
import type { Stores } from '../../ports/stores.ts';
import { writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';

/** Where, by whom and for which case, if for one, something is done with a dossier. */
export type DoneBy = Pick<AuditEntry, 'guildId' | 'actorId' | 'caseNumber'>;

/** Adds to the audit that there is a new draft. */
export function noteDrafted(deps: BoundDeps, stores: Stores, slug: DossierSlug, by: DoneBy): Promise<void> {
  return writeAudit(deps, stores, { ...by, act: 'dossier.drafted', before: null, after: slug });
}
