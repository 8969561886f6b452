import type { Bind } from '../deps.ts';
import { checkPost, checkText } from './check-post.ts';
import { completeInquiry, completeWithDossier, rejectChoices } from './complete-inquiry.ts';
import { describeChecked } from './describe-checked.ts';
import { giveFeedback } from './give-feedback.ts';
import { lookUpClaim, searchClaims } from './look-up-claim.ts';
import { checkSharing, removeShared, shareCard } from './share-card.ts';
import { showClaim, showClaimNamed } from './show-claim.ts';
import { pickDossier, showDossier, showSummary } from './show-summary.ts';
import { suggestClaims } from './suggest-claims.ts';

/** Binds what members ask for, and what they do with an answer. */
export function bindAskingServices(bind: Bind) {
  return {
    checkPost: bind(checkPost),
    checkSharing: bind(checkSharing),
    checkText: bind(checkText),
    completeInquiry: bind(completeInquiry),
    completeWithDossier: bind(completeWithDossier),
    describeChecked: bind(describeChecked),
    giveFeedback: bind(giveFeedback),
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
