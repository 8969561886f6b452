import type { UserId } from '../../core/ids.ts';
import { isOfMessage } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';

/** What is stored under a member's id, in all servers, as counts. */
export type MyData = {
  /** Milliseconds since 1970. */
  readonly optedOutSince: number | null;
  /** Reports, questions to moderators and problems with summaries whose case is not done. */
  readonly waitingReports: number;
  /** Those whose case is done. */
  readonly doneReports: number;
  /** How many of the reports a moderator marked as made in bad faith. */
  readonly badFaithMarks: number;
  /** Cases of messages the member wrote. */
  readonly reportedMessages: number;
  /** In how many of those the text is kept. */
  readonly keptTexts: number;
  /** Dossiers made from messages the member wrote. */
  readonly dossiers: number;
  /** Claims and questions the member wants to be told of. */
  readonly watchedClaims: number;
  readonly watchedQuestions: number;
  /** Cases the member has, or has resolved, as a moderator. */
  readonly moderatedCases: number;
  /** Lines of the audit that name the member. */
  readonly auditLines: number;
};

/** Counts what is stored under a member's id. */
export async function showMyData(
  { database }: BoundDeps,
  { memberId }: { readonly memberId: UserId },
): Promise<MyData> {
  const { record, origins } = await database.snapshot(async (stores) => ({
    record: await stores.members.record(memberId),
    origins: await stores.origins.byAuthor(memberId),
  }));
  const watches = record.watches.flatMap((of) => of.watches);
  const done = record.reports.filter((report) => report.case.state === 'resolved').length;
  return {
    optedOutSince: record.optedOutSince,
    waitingReports: record.reports.length - done,
    doneReports: done,
    badFaithMarks: record.badFaith.reduce((sum, { marks }) => sum + marks, 0),
    reportedMessages: record.reportedMessages.length,
    keptTexts: record.reportedMessages.filter(isOfMessage).filter(({ subject }) => subject.text !== null)
      .length,
    dossiers: origins.length,
    watchedClaims: watches.filter(({ kind }) => kind === 'claim').length,
    watchedQuestions: watches.filter(({ kind }) => kind === 'question').length,
    moderatedCases: record.moderated.length,
    auditLines: record.audit.length,
  };
}
