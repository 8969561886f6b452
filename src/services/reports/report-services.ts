import type { Bind } from '../deps.ts';
import { askedQuestion, askModerators } from './ask-moderators.ts';
import { listMyReports } from './list-my-reports.ts';
import { reportByLink } from './report-by-link.ts';
import { draftReport, submitReport } from './report-message.ts';
import { reportSummary } from './report-summary.ts';
import { noteOutcome, noteShown, showOutcome, waitingOutcomes } from './show-outcome.ts';

/** What members tell moderators, and what they hear of it. */
export function bindReportServices(bind: Bind) {
  return {
    askedQuestion: bind(askedQuestion),
    askModerators: bind(askModerators),
    draftReport: bind(draftReport),
    listMyReports: bind(listMyReports),
    noteOutcome: bind(noteOutcome),
    noteShown: bind(noteShown),
    reportByLink: bind(reportByLink),
    reportSummary: bind(reportSummary),
    showOutcome: bind(showOutcome),
    submitReport: bind(submitReport),
    waitingOutcomes: bind(waitingOutcomes),
  };
}
