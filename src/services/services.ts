import { bindCaseServices } from './case-services.ts';
import { openCatalogs } from './catalogs.ts';
import { changeSettings } from './change-settings.ts';
import { checkLinks } from './check-links.ts';
import { completeInquiry, completeWithDossier, rejectChoices } from './complete-inquiry.ts';
import { bindContextServices } from './context-services.ts';
import { countLinks } from './count-links.ts';
import type { Bind, BoundDeps, ServiceDeps } from './deps.ts';
import { exportDossier } from './export-dossier.ts';
import { giveFeedback } from './give-feedback.ts';
import { importDossier } from './import-dossier.ts';
import { exportAudit, listAudit } from './list-audit.ts';
import { listDossiers } from './list-dossiers.ts';
import { lookUpClaim, searchClaims } from './look-up-claim.ts';
import { makeDigest } from './make-digest.ts';
import { moderates } from './moderates.ts';
import { postLocale } from './post-locale.ts';
import { bindPrivacyServices } from './privacy-services.ts';
import { readSettings, settingsOf } from './read-settings.ts';
import { rememberChanges } from './recent-changes.ts';
import { openReportCoolDown } from './report-cool-down.ts';
import { bindReportServices } from './report-services.ts';
import { rememberRoles } from './server-roles.ts';
import { checkSharing, removeShared, shareCard } from './share-card.ts';
import { showClaim, showClaimNamed } from './show-claim.ts';
import { pickDossier, showDossier, showSummary } from './show-summary.ts';
import { suggestClaims } from './suggest-claims.ts';
import { unansweredGroups } from './unanswered-groups.ts';

/** Gives every use case what it needs. */
export function bindServices(deps: ServiceDeps) {
  const bound: BoundDeps = {
    ...deps,
    catalogs: openCatalogs(deps.database, deps.clock),
    posting: new Map(),
    recentlyDeleted: rememberChanges(deps.clock),
    recentlyEdited: rememberChanges(deps.clock),
    reportCoolDown: openReportCoolDown(deps),
    serverRoles: rememberRoles(deps.guilds, deps.clock),
  };
  const bind: Bind =
    (service) =>
    (...input) =>
      service(bound, ...input);
  return {
    ...bindCaseServices(bind),
    ...bindContextServices(bind),
    ...bindPrivacyServices(bind),
    ...bindReportServices(bind),
    installation: deps.installation,
    changeSettings: bind(changeSettings),
    checkLinks: bind(checkLinks),
    checkSharing: bind(checkSharing),
    completeInquiry: bind(completeInquiry),
    completeWithDossier: bind(completeWithDossier),
    countLinks: bind(countLinks),
    exportAudit: bind(exportAudit),
    exportDossier: bind(exportDossier),
    giveFeedback: bind(giveFeedback),
    importDossier: bind(importDossier),
    listAudit: bind(listAudit),
    listDossiers: bind(listDossiers),
    lookUpClaim: bind(lookUpClaim),
    makeDigest: bind(makeDigest),
    moderates: bind(moderates),
    pickDossier: bind(pickDossier),
    postLocale: bind(postLocale),
    readSettings: bind(readSettings),
    rejectChoices: bind(rejectChoices),
    removeShared: bind(removeShared),
    searchClaims: bind(searchClaims),
    settingsOf: bind(settingsOf),
    shareCard: bind(shareCard),
    showClaim: bind(showClaim),
    showClaimNamed: bind(showClaimNamed),
    showDossier: bind(showDossier),
    showSummary: bind(showSummary),
    suggestClaims: bind(suggestClaims),
    unansweredGroups: bind(unansweredGroups),
  };
}

/** Every use case, ready to be called with its input alone. */
export type Services = Readonly<ReturnType<typeof bindServices>>;
