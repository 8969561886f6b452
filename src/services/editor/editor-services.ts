import type { Bind } from '../deps.ts';
import { addDossier } from './add-dossier.ts';
import { changeAllTheSame, changeEdit } from './change-edit.ts';
import { dossierHistory, restoreVersion } from './dossier-history.ts';
import { dossierOfMessage, draftMessage } from './draft-message.ts';
import { archiveByHand, dropEdit, keepEditOnTop, publishEdit, undoEdit } from './finish-edit.ts';
import { messageByLink, offeredMessage, offerMessage } from './offer-message.ts';
import { exportEdit, listForModerators, openEdit } from './open-edit.ts';
import { pinDossier } from './pin-dossier.ts';
import { postToAnalyze, proposeAgain } from './propose-again.ts';
import { proposeSource } from './propose-source.ts';
import { readUpload } from './read-upload.ts';
import { takeInFile } from './take-in-file.ts';
import { openForm, openFormAgain, writeForm } from './write-form.ts';

/** Binds what moderators do with dossiers. */
export function bindEditorServices(bind: Bind) {
  return {
    addDossier: bind(addDossier),
    archiveByHand: bind(archiveByHand),
    changeAllTheSame: bind(changeAllTheSame),
    changeEdit: bind(changeEdit),
    dossierHistory: bind(dossierHistory),
    dossierOfMessage: bind(dossierOfMessage),
    draftMessage: bind(draftMessage),
    dropEdit: bind(dropEdit),
    exportEdit: bind(exportEdit),
    keepEditOnTop: bind(keepEditOnTop),
    listForModerators: bind(listForModerators),
    messageByLink: bind(messageByLink),
    offeredMessage: bind(offeredMessage),
    offerMessage: bind(offerMessage),
    openEdit: bind(openEdit),
    openForm: bind(openForm),
    openFormAgain: bind(openFormAgain),
    pinDossier: bind(pinDossier),
    postToAnalyze: bind(postToAnalyze),
    proposeAgain: bind(proposeAgain),
    proposeSource: bind(proposeSource),
    publishEdit: bind(publishEdit),
    readUpload: bind(readUpload),
    restoreVersion: bind(restoreVersion),
    takeInFile: bind(takeInFile),
    undoEdit: bind(undoEdit),
    writeForm: bind(writeForm),
  };
}
