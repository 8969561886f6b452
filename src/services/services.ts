import { openCatalogs } from './catalogs.ts';
import { completeInquiry, completeWithDossier, rejectChoices } from './complete-inquiry.ts';
import type { BoundDeps, ServiceDeps } from './deps.ts';
import { exportDossier } from './export-dossier.ts';
import { forgetOldData } from './forget-old-data.ts';
import { giveFeedback } from './give-feedback.ts';
import { importDossier } from './import-dossier.ts';
import { listDossiers } from './list-dossiers.ts';
import { lookUpClaim, searchClaims } from './look-up-claim.ts';
import { checkSharing, removeShared, shareCard } from './share-card.ts';
import { showClaim, showClaimNamed } from './show-claim.ts';
import { pickDossier, showDossier, showSummary } from './show-summary.ts';
import { suggestClaims } from './suggest-claims.ts';

/** Gives every use case what it needs. */
export function bindServices(deps: ServiceDeps) {
  const bound: BoundDeps = { ...deps, catalogs: openCatalogs(deps.database, deps.clock), posting: new Map() };
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
    forgetOldData: () => forgetOldData(bound),
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
    showClaimNamed: bind(showClaimNamed),
    showDossier: bind(showDossier),
    showSummary: bind(showSummary),
    suggestClaims: bind(suggestClaims),
  };
}

/** Every use case, ready to be called with its input alone. */
export type Services = Readonly<ReturnType<typeof bindServices>>;
