import { checkPost, checkText } from './asking/check-post.ts';
import { completeInquiry, completeWithDossier, rejectChoices } from './asking/complete-inquiry.ts';
import { giveFeedback } from './asking/give-feedback.ts';
import { lookUpClaim, searchClaims } from './asking/look-up-claim.ts';
import { checkSharing, removeShared, shareCard } from './asking/share-card.ts';
import { showClaim, showClaimNamed } from './asking/show-claim.ts';
import { pickDossier, showDossier, showSummary } from './asking/show-summary.ts';
import { suggestClaims } from './asking/suggest-claims.ts';
import { bindCaseServices } from './cases/case-services.ts';
import { bindContextServices } from './context/context-services.ts';
import { isUnused, seedDemo } from './demo/seed-demo.ts';
import type { Bind, BoundDeps, ServiceDeps } from './deps.ts';
import { answerGroup } from './digest/answer-group.ts';
import { bindDigestServices } from './digest/digest-services.ts';
import { draftAnswer } from './digest/draft-answer.ts';
import { drawPicture } from './digest/draw-picture.ts';
import { makeDigest } from './digest/make-digest.ts';
import { showGroup } from './digest/show-group.ts';
import { unansweredGroups } from './digest/unanswered-groups.ts';
import { openCatalogs } from './dossiers/catalogs.ts';
import { exportDossier } from './dossiers/export-dossier.ts';
import { importDossier } from './dossiers/import-dossier.ts';
import { listDossiers } from './dossiers/list-dossiers.ts';
import { checkLinks } from './links/check-links.ts';
import { countLinks } from './links/count-links.ts';
import { bindPrivacyServices } from './privacy/privacy-services.ts';
import { rememberChanges } from './recent-changes.ts';
import { openReportCoolDown } from './reports/report-cool-down.ts';
import { bindReportServices } from './reports/report-services.ts';
import { changeSettings } from './servers/change-settings.ts';
import { exportAudit, listAudit } from './servers/list-audit.ts';
import { moderates } from './servers/moderates.ts';
import { postLocale } from './servers/post-locale.ts';
import { readSettings, settingsOf } from './servers/read-settings.ts';
import { rememberRoles } from './servers/server-roles.ts';
import { bindWatchServices } from './watches/watch-services.ts';

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
    ...bindDigestServices(bind),
    ...bindPrivacyServices(bind),
    ...bindReportServices(bind),
    ...bindWatchServices(bind),
    installation: deps.installation,
    answerGroup: bind(answerGroup),
    changeSettings: bind(changeSettings),
    checkLinks: bind(checkLinks),
    checkPost: bind(checkPost),
    checkText: bind(checkText),
    checkSharing: bind(checkSharing),
    completeInquiry: bind(completeInquiry),
    completeWithDossier: bind(completeWithDossier),
    countLinks: bind(countLinks),
    draftAnswer: bind(draftAnswer),
    drawPicture: bind(drawPicture),
    exportAudit: bind(exportAudit),
    exportDossier: bind(exportDossier),
    giveFeedback: bind(giveFeedback),
    importDossier: bind(importDossier),
    isUnused: bind(isUnused),
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
    seedDemo: bind(seedDemo),
    settingsOf: bind(settingsOf),
    shareCard: bind(shareCard),
    showClaim: bind(showClaim),
    showClaimNamed: bind(showClaimNamed),
    showDossier: bind(showDossier),
    showGroup: bind(showGroup),
    showSummary: bind(showSummary),
    suggestClaims: bind(suggestClaims),
    unansweredGroups: bind(unansweredGroups),
  };
}

/** Every use case, ready to be called with its input alone. */
export type Services = Readonly<ReturnType<typeof bindServices>>;
