import { analyzePost } from './analysis/analyze-post.ts';
import { usesModel } from './analysis/model-of.ts';
import { bindAskingServices } from './asking/asking-services.ts';
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
import { bindDossierServices } from './dossiers/dossier-services.ts';
import { bindEditorServices } from './editor/editor-services.ts';
import { checkLinks } from './links/check-links.ts';
import { countLinks } from './links/count-links.ts';
import { bindMeaningServices } from './meaning/meaning-services.ts';
import { openMeanings } from './meaning/meanings.ts';
import { bindPrivacyServices } from './privacy/privacy-services.ts';
import { rememberChanges } from './recent-changes.ts';
import { openReportCoolDown } from './reports/report-cool-down.ts';
import { bindReportServices } from './reports/report-services.ts';
import { trackWork } from './running-work.ts';
import { changeSettings } from './servers/change-settings.ts';
import { exportAudit, listAudit } from './servers/list-audit.ts';
import { moderates } from './servers/moderates.ts';
import { postLocale } from './servers/post-locale.ts';
import { readSettings, settingsOf } from './servers/read-settings.ts';
import { rememberRoles } from './servers/server-roles.ts';
import { openMemberShares } from './spending/member-shares.ts';
import { spentByAll } from './spending/model-budget.ts';
import { bindWatchServices } from './watches/watch-services.ts';

/** Gives every use case what it needs. */
export function bindServices(deps: ServiceDeps) {
  const memberShares = openMemberShares(deps);
  const bound: BoundDeps = {
    ...deps,
    catalogs: openCatalogs(deps),
    meanings: openMeanings({ ...deps, memberShares }),
    memberShares,
    posting: new Map(),
    recentlyDeleted: rememberChanges(deps.clock),
    recentlyEdited: rememberChanges(deps.clock),
    reportCoolDown: openReportCoolDown(deps),
    serverRoles: rememberRoles(deps.guilds, deps.clock),
    runningWork: trackWork(deps.newId),
  };
  const bind: Bind =
    (service) =>
    (...input) =>
      service(bound, ...input);
  return {
    ...bindAskingServices(bind),
    ...bindCaseServices(bind),
    ...bindContextServices(bind),
    ...bindDigestServices(bind),
    ...bindDossierServices(bind),
    ...bindEditorServices(bind),
    ...bindMeaningServices(bind),
    ...bindPrivacyServices(bind),
    ...bindReportServices(bind),
    ...bindWatchServices(bind),
    installation: deps.installation,
    runningWork: bound.runningWork,
    analyzePost: bind(analyzePost),
    usesModel: bind(usesModel),
    answerGroup: bind(answerGroup),
    changeSettings: bind(changeSettings),
    checkLinks: bind(checkLinks),
    countLinks: bind(countLinks),
    draftAnswer: bind(draftAnswer),
    drawPicture: bind(drawPicture),
    exportAudit: bind(exportAudit),
    isUnused: bind(isUnused),
    listAudit: bind(listAudit),
    makeDigest: bind(makeDigest),
    moderates: bind(moderates),
    postLocale: bind(postLocale),
    readSettings: bind(readSettings),
    seedDemo: bind(seedDemo),
    settingsOf: bind(settingsOf),
    showGroup: bind(showGroup),
    spentByAll: bind(spentByAll),
    unansweredGroups: bind(unansweredGroups),
  };
}

/** Every use case, ready to be called with its input alone. */
export type Services = Readonly<ReturnType<typeof bindServices>>;
