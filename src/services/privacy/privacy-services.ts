import type { Bind } from '../deps.ts';
import { checkReportedMessage, checkReportedMessages } from './check-reported-messages.ts';
import { noteDeparture, noteDepartures, noteReturn, purgeDeparted, purgeGuild } from './departures.ts';
import { eraseMember } from './erase-member.ts';
import { exportMyData } from './export-my-data.ts';
import { forgetChannel, forgetDeleted, markEdited } from './forget-messages.ts';
import { forgetOldData } from './forget-old-data.ts';
import { isOptedOut, optOut } from './opt-out.ts';
import { showMyData } from './show-my-data.ts';

/** What members may ask for, and what is forgotten by itself. */
export function bindPrivacyServices(bind: Bind) {
  return {
    checkReportedMessage: bind(checkReportedMessage),
    checkReportedMessages: bind(checkReportedMessages),
    eraseMember: bind(eraseMember),
    exportMyData: bind(exportMyData),
    forgetChannel: bind(forgetChannel),
    forgetDeleted: bind(forgetDeleted),
    forgetOldData: bind(forgetOldData),
    isOptedOut: bind(isOptedOut),
    markEdited: bind(markEdited),
    noteDeparture: bind(noteDeparture),
    noteDepartures: bind(noteDepartures),
    noteReturn: bind(noteReturn),
    optOut: bind(optOut),
    purgeDeparted: bind(purgeDeparted),
    purgeGuild: bind(purgeGuild),
    showMyData: bind(showMyData),
  };
}
