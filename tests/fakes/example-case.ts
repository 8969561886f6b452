import type { Case, MessageSubject } from '../../src/core/case.ts';
import { CaseId, ChannelId, GuildId, MessageId, ReportId, UserId } from '../../src/core/ids.ts';
import type { Report } from '../../src/core/report.ts';

const openedAt = Date.UTC(2026, 2, 2, 9, 0, 0);

/** A reported message that is still there; `change` replaces parts of it. */
export function exampleMessage(change: Partial<MessageSubject> = {}): MessageSubject {
  return {
    kind: 'message',
    channelId: ChannelId.parse('1290000000000000110'),
    parentId: null,
    messageId: MessageId.parse('1290000000000000999'),
    authorId: UserId.parse('1290000000000000306'),
    text: 'The Iraqi Army is occupying Syria.',
    textFrom: 'content',
    attachments: 0,
    reach: 'some',
    fate: 'there',
    claims: [],
    ...change,
  };
}

/** An open case of that message. */
export function exampleCase(change: Partial<Case> = {}): Case {
  return {
    id: CaseId.parse('caseAAAAAAAA'),
    guildId: GuildId.parse('1290000000000000100'),
    number: 12,
    subject: exampleMessage(),
    state: 'open',
    assigneeId: null,
    resolution: null,
    openedAt,
    waitsSince: openedAt,
    takenAt: null,
    resolvedAt: null,
    alertedAt: null,
    draft: null,
    locale: 'en-US',
    card: null,
    ...change,
  };
}

/** A report of that case. */
export function exampleReport(change: Partial<Report> = {}): Report {
  return {
    id: ReportId.parse('reportAAAAAA'),
    caseId: CaseId.parse('caseAAAAAAAA'),
    guildId: GuildId.parse('1290000000000000100'),
    reporterId: UserId.parse('1290000000000000301'),
    reason: 'misleading',
    statement: null,
    details: null,
    outcome: 'not-wanted',
    weight: 1,
    badFaith: false,
    reportedAt: openedAt,
    locale: 'en-US',
    ...change,
  };
}
