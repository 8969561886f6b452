import type { Cache, DayKeys } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Messages } from '../ports/message.ts';
import type { Database } from '../ports/stores.ts';
import { type Catalogs, openCatalogs } from './catalogs.ts';
import { completeInquiry, completeWithDossier, rejectChoices } from './complete-inquiry.ts';
import { exportDossier } from './export-dossier.ts';
import { forgetOldData } from './forget-old-data.ts';
import { giveFeedback } from './give-feedback.ts';
import { importDossier } from './import-dossier.ts';
import { listDossiers } from './list-dossiers.ts';
import { lookUpClaim, searchClaims } from './look-up-claim.ts';
import { checkSharing, removeShared, shareCard } from './share-card.ts';
import { showClaim } from './show-claim.ts';
import { pickDossier, showDossier, showSummary } from './show-summary.ts';
import { suggestClaims } from './suggest-claims.ts';

/** What this installation says of itself in `/about`. */
export type Installation = { readonly version: string; readonly operatorContact: string | null };

/** What the services need of the outside. */
export type ServiceDeps = {
  readonly database: Database;
  readonly cache: Cache;
  readonly dayKeys: DayKeys;
  readonly messages: Messages;
  readonly clock: Clock;
  readonly log: Log;
  readonly installation: Installation;
  /** 12 random characters of base64url. */
  readonly newId: () => string;
};

/** `ServiceDeps` with what the services keep in memory. */
export type BoundDeps = ServiceDeps & { readonly catalogs: Catalogs };

/** Gives every use case what it needs. */
export function bindServices(deps: ServiceDeps) {
  const bound: BoundDeps = { ...deps, catalogs: openCatalogs(deps.database) };
  const bind =
    <Input, Result>(service: (deps: BoundDeps, input: Input) => Result) =>
    (input: Input) =>
      service(bound, input);
  return {
    installation: deps.installation,
    checkSharing: bind(checkSharing),
    completeInquiry: bind(completeInquiry),
    completeWithDossier: bind(completeWithDossier),
    exportDossier: bind(exportDossier),
    forgetOldData: bind(forgetOldData),
    giveFeedback: bind(giveFeedback),
    importDossier: bind(importDossier),
    listDossiers: bind(listDossiers),
    lookUpClaim: bind(lookUpClaim),
    pickDossier: bind(pickDossier),
    rejectChoices: bind(rejectChoices),
    removeShared: bind(removeShared),
    searchClaims: bind(searchClaims),
    shareCard: bind(shareCard),
    showClaim: bind(showClaim),
    showDossier: bind(showDossier),
    showSummary: bind(showSummary),
    suggestClaims: bind(suggestClaims),
  };
}

/** Every use case, ready to be called with its input alone. */
export type Services = Readonly<ReturnType<typeof bindServices>>;
