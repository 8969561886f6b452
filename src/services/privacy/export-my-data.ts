import type { AuditAct } from '../../core/audit.ts';
import type { Case, CaseState, MessageFate, ResolutionKind, Subject, TextOrigin } from '../../core/case.ts';
import { formatClaimReference } from '../../core/claim.ts';
import type { GuildId, ReportId, UserId } from '../../core/ids.ts';
import { messageLink } from '../../core/message-link.ts';
import type { OutcomeState, ReportReason } from '../../core/report.ts';
import type { ReportOfCase } from '../../ports/case-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import type { WatcherWithWatches } from '../../ports/watch-stores.ts';
import type { MessageCase } from '../cases/message-case.ts';
import { isOfMessage } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';

/** A case as far as a member may know of it: never who else is in it, nor what others wrote. */
type ExportedCase = {
  readonly server: GuildId;
  readonly case: number;
  readonly state: CaseState;
  readonly about: Subject['kind'];
  readonly cameOf: ResolutionKind | null;
};

/** What the member told moderators. */
type ExportedReport = ExportedCase & {
  /** The message reported; null for questions and problems with a summary. */
  readonly message: string | null;
  /** The question put to moderators, in the member's words. */
  readonly question: string | null;
  readonly reason: ReportReason | null;
  readonly statement: string | null;
  readonly details: string | null;
  readonly reportedAt: string;
  readonly locale: string;
  readonly outcome: OutcomeState;
  readonly weight: number;
  readonly markedAsBadFaith: boolean;
};

/** A message of the member's that was reported. */
type ExportedMessage = ExportedCase & {
  readonly message: string;
  readonly fate: MessageFate;
  readonly text: string | null;
  readonly textFrom: TextOrigin | null;
  readonly attachments: number;
  /** The known claims found in it, as `slug/c01`. */
  readonly claims: readonly string[];
};

/** What the member wants to be told of; nothing is kept of when they asked for it. */
type ExportedWatch = {
  readonly server: GuildId;
  readonly locale: string;
  /** `slug/c01`: the claim watched, or that answers the question; null while none does. */
  readonly claim: string | null;
  /** The question watched; null where it is a claim. */
  readonly question: string | null;
};

type ExportedAct = {
  readonly server: GuildId;
  readonly at: string;
  readonly act: AuditAct;
  readonly case: number | null;
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * Everything stored under a member's id, in all servers; the keys are explained in PRIVACY.md. Times are ISO 8601 in
 * UTC, servers Discord's ids.
 */
export type MemberExport = {
  readonly format: 'footnote-member-data/1';
  readonly exportedAt: string;
  readonly member: UserId;
  readonly optedOutSince: string | null;
  readonly reports: readonly ExportedReport[];
  readonly reportedMessages: readonly ExportedMessage[];
  readonly badFaithMarks: readonly { readonly server: GuildId; readonly marks: number }[];
  /** Messages of the member's that dossiers were made from. */
  readonly dossiersFromMessages: readonly { readonly server: GuildId; readonly message: string }[];
  readonly watches: readonly ExportedWatch[];
  /** Cases the member has, or has resolved, as a moderator. */
  readonly moderatedCases: readonly ExportedCase[];
  readonly auditLines: readonly ExportedAct[];
};

/** Collects everything that is stored under a member's id, and nothing of anybody else. */
export async function exportMyData(
  { database, clock }: BoundDeps,
  { memberId }: { readonly memberId: UserId },
): Promise<MemberExport> {
  const { record, origins, questions } = await database.snapshot(async (stores) => {
    const found = await stores.members.record(memberId);
    return {
      record: found,
      origins: await stores.origins.byAuthor(memberId),
      questions: await ownQuestions(stores, found.reports),
    };
  });
  return {
    format: 'footnote-member-data/1',
    exportedAt: iso(clock.now()),
    member: memberId,
    optedOutSince: record.optedOutSince === null ? null : iso(record.optedOutSince),
    reports: record.reports.map((of) => exportedReport(of, questions.get(of.report.id) ?? null)),
    reportedMessages: record.reportedMessages.filter(isOfMessage).map(exportedMessage),
    badFaithMarks: record.badFaith.map(({ guildId, marks }) => ({ server: guildId, marks })),
    dossiersFromMessages: origins.map((origin) => ({ server: origin.guildId, message: messageLink(origin) })),
    watches: record.watches.flatMap(exportedWatches),
    moderatedCases: record.moderated.map(exportedCase),
    auditLines: record.audit.map(({ guildId, at, act, caseNumber, before, after }) => ({
      server: guildId,
      at: iso(at),
      act,
      case: caseNumber,
      before,
      after,
    })),
  };
}

function exportedWatches({ watcher, watches }: WatcherWithWatches): readonly ExportedWatch[] {
  const { guildId: server, locale } = watcher;
  return watches.map((watch) => {
    const claim = watch.kind === 'claim' ? watch.claim : watch.answer;
    return {
      server,
      locale,
      claim: claim === null ? null : formatClaimReference(claim.reference),
      question: watch.kind === 'question' ? watch.text : null,
    };
  });
}

function exportedCase({ guildId, number, state, subject, resolution }: Case): ExportedCase {
  return {
    server: guildId,
    case: number,
    state,
    about: subject.kind,
    cameOf: resolution?.kind ?? null,
  };
}

/** The questions the member put to moderators; of those who ask the same, the words of the first are kept. */
async function ownQuestions(
  stores: Stores,
  reports: readonly ReportOfCase[],
): Promise<ReadonlyMap<ReportId, string>> {
  const questions = new Map<ReportId, string>();
  for (const { report, case: of } of reports) {
    if (of.subject.kind !== 'question' || of.subject.text === null) continue;
    const [first] = await stores.cases.reports(of.guildId, of.id);
    if (first?.id === report.id) questions.set(report.id, of.subject.text);
  }
  return questions;
}

function exportedReport({ report, case: of }: ReportOfCase, question: string | null): ExportedReport {
  const { reason, statement, details, reportedAt, locale, outcome, weight, badFaith } = report;
  return {
    ...exportedCase(of),
    message: isOfMessage(of) ? addressOf(of) : null,
    question,
    reason,
    statement,
    details,
    reportedAt: iso(reportedAt),
    locale,
    outcome,
    weight,
    markedAsBadFaith: badFaith,
  };
}

function exportedMessage(of: MessageCase): ExportedMessage {
  const { fate, text, textFrom, attachments, claims } = of.subject;
  return {
    ...exportedCase(of),
    message: addressOf(of),
    fate,
    text,
    textFrom,
    attachments,
    claims: claims.map(formatClaimReference),
  };
}

function addressOf({ guildId, subject: { channelId, messageId } }: MessageCase): string {
  return messageLink({ guildId, channelId, messageId });
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
