import type { Bind } from '../deps.ts';
import { draftDossier } from '../dossiers/draft-dossier.ts';
import { withdrawDossiers } from '../dossiers/withdraw-dossiers.ts';
import { openContext, previewContext, readContextDraft } from './plan-context.ts';
import { postContext } from './post-context.ts';
import { removeContext } from './remove-context.ts';

/** What moderators make of the message of a case: context under it, or a draft of a dossier. */
export function bindContextServices(bind: Bind) {
  return {
    draftDossier: bind(draftDossier),
    openContext: bind(openContext),
    postContext: bind(postContext),
    previewContext: bind(previewContext),
    readContextDraft: bind(readContextDraft),
    removeContext: bind(removeContext),
    withdrawDossiers: bind(withdrawDossiers),
  };
}
