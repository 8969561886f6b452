import type { Bind } from '../deps.ts';
import {
  claimOutbox,
  finishOutbox,
  mendOutbox,
  noteCard,
  readBacklog,
  renewOutbox,
  retryOutbox,
  showCardAgain,
} from '../outbox.ts';
import {
  closeCase,
  confirmDossier,
  giveBackCase,
  linkCase,
  reopenCase,
  takeCase,
  takeOverCase,
} from './act-on-case.ts';
import { alertAgeingCases } from './alert-moderators.ts';
import { listCases } from './list-cases.ts';
import { markBadFaith } from './mark-bad-faith.ts';
import { showCase } from './show-case.ts';

/** What moderators do with cases, and what sends their cards. */
export function bindCaseServices(bind: Bind) {
  return {
    alertAgeingCases: bind(alertAgeingCases),
    claimOutbox: bind(claimOutbox),
    closeCase: bind(closeCase),
    confirmDossier: bind(confirmDossier),
    finishOutbox: bind(finishOutbox),
    mendOutbox: bind(mendOutbox),
    giveBackCase: bind(giveBackCase),
    linkCase: bind(linkCase),
    listCases: bind(listCases),
    markBadFaith: bind(markBadFaith),
    noteCard: bind(noteCard),
    readBacklog: bind(readBacklog),
    renewOutbox: bind(renewOutbox),
    reopenCase: bind(reopenCase),
    retryOutbox: bind(retryOutbox),
    showCardAgain: bind(showCardAgain),
    showCase: bind(showCase),
    takeCase: bind(takeCase),
    takeOverCase: bind(takeOverCase),
  };
}
