import type { AuditAct, AuditEntry } from '../core/audit.ts';
import type { Case, CaseState, Subject } from '../core/case.ts';
import type { HandledCase } from '../core/case-times.ts';
import type { ContestedCase } from '../core/digest.ts';
import type {
  CaseId,
  ChannelId,
  DigestPostId,
  DossierId,
  GuildId,
  MessageId,
  ReportId,
  UserId,
  WatcherId,
} from '../core/ids.ts';
import type { OutcomeState, Report } from '../core/report.ts';

/** What makes two reports belong to one case: the message, a hash of what `sameQuestion` makes of it, or the dossier. */
export type SubjectKey = { readonly kind: Subject['kind']; readonly key: string };

/** Which cases to list. */
export type CaseFilter = {
  /** Empty for any. */
  readonly states: readonly CaseState[];
  /** Only those of this moderator. */
  readonly assigneeId?: UserId;
  /** Only those that wait since before this moment and are not resolved. */
  readonly waitsSinceBefore?: number;
  /** Only those that wait since this moment or later. */
  readonly waitsSinceFrom?: number;
  /** Only those of this kind. */
  readonly kind?: Subject['kind'];
};

/** A span of time in milliseconds since 1970: `fromMs` belongs to it, `untilMs` does not. */
export type Span = { readonly fromMs: number; readonly untilMs: number };

/** A report with the case it belongs to. */
export type ReportOfCase = { readonly report: Report; readonly case: Case };

/** A question put to the moderators. */
export type QuestionOfCase = {
  readonly caseNumber: number;
  readonly text: string;
  /** How many members put it to them. */
  readonly askers: number;
  /** How many members, whenever they put it, are told what comes of it. */
  readonly waiting: number;
};

/** Cases and the reports in them. Every method but those that say so is bound to one server. */
export type CaseStore = {
  /**
   * Writes a new case and gives it the server's next number.
   *
   * @throws RangeError when the server has a case of that subject
   */
  open(fresh: Omit<Case, 'number'>, subject: SubjectKey): Promise<Case>;
  find(guildId: GuildId, id: CaseId): Promise<Case | null>;
  findByNumber(guildId: GuildId, number: number): Promise<Case | null>;
  ofSubject(guildId: GuildId, subject: SubjectKey): Promise<Case | null>;
  /** Replaces a stored case of the same id, whatever of it changed. */
  save(changed: Case): Promise<void>;
  /** Adds a report; false, and nothing is written, when this member's report is in this case already. */
  addReport(report: Report): Promise<boolean>;
  /** Replaces the stored report of the same id. */
  saveReport(report: Report): Promise<void>;
  findReport(guildId: GuildId, id: ReportId): Promise<ReportOfCase | null>;
  /** The reports of a case, oldest first. */
  reports(guildId: GuildId, id: CaseId): Promise<readonly Report[]>;
  /** Cases by `waitsSince`, the longest waiting first, and how many there are in all. */
  page(
    guildId: GuildId,
    filter: CaseFilter,
    limit: number,
    offset: number,
  ): Promise<{ readonly cases: readonly Case[]; readonly total: number }>;
  /** How many cases are in each state, and how many of those not resolved wait since before `ageingBefore`. */
  counts(
    guildId: GuildId,
    ageingBefore: number,
  ): Promise<{ readonly byState: Readonly<Record<CaseState, number>>; readonly ageing: number }>;
  /** How many cases were opened in a span of time. */
  openedIn(guildId: GuildId, span: Span): Promise<number>;
  /** When the cases were opened, taken and resolved that were resolved in a span of time, and still are; in no order. */
  resolvedIn(guildId: GuildId, span: Span): Promise<readonly HandledCase[]>;
  /** How many `resolvedIn` gives. */
  countResolvedIn(guildId: GuildId, span: Span): Promise<number>;
  /**
   * The cases of messages with the most reports in a span of time, those made in bad faith left out; the lower number
   * first where two have as many. At most `limit`.
   */
  mostReported(guildId: GuildId, span: Span, limit: number): Promise<readonly ContestedCase[]>;
  /**
   * Questions put to the moderators from `fromMs` up to before `untilMs` whose case is not resolved and whose text is kept:
   * at most `limit`, those that most members asked first, the lower number first where as many did. Reports made in bad faith
   * count nothing.
   */
  questionsAsked(
    guildId: GuildId,
    fromMs: number,
    untilMs: number,
    limit: number,
  ): Promise<readonly QuestionOfCase[]>;
  /** A member's reports in a server, newest first. */
  reportsBy(guildId: GuildId, memberId: UserId, limit: number, offset: number): Promise<ReportsPage>;
  /** A member's reports in a server whose outcome is in this state. */
  reportsAwaiting(
    guildId: GuildId,
    memberId: UserId,
    outcome: OutcomeState,
  ): Promise<readonly ReportOfCase[]>;
  /** Cases of these messages, in any server: Discord tells of deletions by message alone. */
  ofMessages(ids: readonly MessageId[]): Promise<readonly Case[]>;
  /** Cases of messages in this channel or thread, or in a thread of this channel, in any server. */
  ofChannel(id: ChannelId): Promise<readonly Case[]>;
  /**
   * Cases of messages whose text is kept and whose fate is not `deleted`, in any server: by id, those after `after`.
   */
  withText(after: CaseId | null, limit: number): Promise<readonly Case[]>;
  /** Cases that are not resolved, have not been alerted, and wait since before `moment`; of one server. */
  ageingUnalerted(guildId: GuildId, moment: number, limit: number): Promise<readonly Case[]>;
};

export type ReportsPage = { readonly reports: readonly ReportOfCase[]; readonly total: number };

/** How often reports of a member were marked as made in bad faith, by server. */
export type FaithStore = {
  marks(guildId: GuildId, memberId: UserId): Promise<number>;
  /** Adds `by` (1 or -1) to the marks; they never fall below 0. */
  mark(guildId: GuildId, memberId: UserId, by: 1 | -1): Promise<void>;
};

/** Which lines of the audit to list. */
export type AuditFilter = {
  readonly actorId?: UserId;
  readonly act?: AuditAct;
  readonly caseNumber?: number;
};

/** Who did what. Lines are only ever added, and go after a year. */
export type AuditStore = {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first, and how many there are in all. */
  page(
    guildId: GuildId,
    filter: AuditFilter,
    limit: number,
    offset: number,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }>;
  /** Deletes at most `limit` lines from before `beforeMs`; returns how many. */
  deleteBefore(beforeMs: number, limit: number): Promise<number>;
};

/**
 * What waits to be sent: the card of a case (`case-card`, posted or edited), the one message to the alert role
 * (`case-alert`), what came of it to a reporter (`outcome`), what changed to a watcher (`watch-news`), a scheduled digest
 * (`digest`), and to the server's owner that there are none any more (`digest-paused`).
 */
export const outboxKinds = [
  'case-card',
  'case-alert',
  'outcome',
  'watch-news',
  'digest',
  'digest-paused',
] as const;
export type OutboxKind = (typeof outboxKinds)[number];

/** One thing to be sent, by ids alone; what is sent is made when it is sent. */
export type OutboxItem = {
  readonly kind: OutboxKind;
  readonly guildId: GuildId;
  /** The case, the report, the watcher or the digest. */
  readonly subjectId: CaseId | ReportId | WatcherId | DigestPostId;
  /** Rises with every `put`, so that what changed while it was sent is sent once more. */
  readonly sequence: number;
  /** When sending was first begun; null on the first attempt. A set one means: look whether it was posted already. */
  readonly begunAt: number | null;
  readonly attempts: number;
  readonly putAt: number;
};

/** What waits to be sent, in the same transaction as what it tells of. One item for each kind and subject. */
export type OutboxStore = {
  /** Adds an item, or raises the sequence of the one that waits; it is due at the earlier of both moments. */
  put(item: Pick<OutboxItem, 'kind' | 'guildId' | 'subjectId'>, nowMs: number, dueAt: number): Promise<void>;
  /**
   * Takes items that are due and that nobody has a lease on, oldest first. The lease is this caller's until
   * `nowMs + leaseMs`; a process that dies loses it then, and another goes on.
   */
  claim(nowMs: number, leaseMs: number, limit: number): Promise<readonly OutboxItem[]>;
  /** Removes a sent item. One that was put anew meanwhile stays, due at once, as a first attempt. */
  finish(item: OutboxItem): Promise<void>;
  /** Gives a claimed item back, due at `dueAt`, with one more attempt. */
  retry(item: OutboxItem, dueAt: number): Promise<void>;
  /** Keeps a claimed item until `untilMs`; one that was given back or finished is left alone. */
  renew(item: OutboxItem, untilMs: number): Promise<void>;
  /** When the next item is due, or its lease ends; null when none waits. */
  nextDue(): Promise<number | null>;
  /** Has items wait no longer than until `untilMs`, be it for their moment or for their lease to end; returns how many. */
  waitAtMost(untilMs: number): Promise<number>;
  /** How many items wait, and when the one that waits longest was put for the last time; null when none does. */
  backlog(): Promise<{ readonly items: number; readonly oldestPutAt: number | null }>;
  /** Removes items put before `beforeMs`; returns them, for the log. */
  deleteBefore(beforeMs: number): Promise<readonly OutboxItem[]>;
};

/** Where a dossier made from a member's message comes from. */
export type DossierOrigin = {
  readonly dossierId: DossierId;
  readonly guildId: GuildId;
  readonly channelId: ChannelId;
  /** The channel its thread belongs to; null where there is none, or it is not known. */
  readonly parentId: ChannelId | null;
  readonly messageId: MessageId;
  /** Null where it is not known, and once the author was erased. */
  readonly authorId: UserId | null;
};

/** Dossiers made from members' messages. */
export type OriginStore = {
  add(origin: DossierOrigin): Promise<void>;
  /** Of one message of a server. */
  ofMessage(guildId: GuildId, messageId: MessageId): Promise<readonly DossierOrigin[]>;
  /** Of these messages of a server. */
  ofMessages(guildId: GuildId, ids: readonly MessageId[]): Promise<readonly DossierOrigin[]>;
  /** Of messages in this channel or thread of a server, or in a thread of this channel. */
  ofChannel(guildId: GuildId, id: ChannelId): Promise<readonly DossierOrigin[]>;
  /** Of dossiers that are not archived, in any server: by id, those after `after`. */
  notArchived(after: DossierId | null, limit: number): Promise<readonly DossierOrigin[]>;
  /** Of one dossier of a server; null when it was made from no message. */
  ofDossier(guildId: GuildId, dossierId: DossierId): Promise<DossierOrigin | null>;
  /** Of one author, in any server. */
  byAuthor(authorId: UserId): Promise<readonly DossierOrigin[]>;
  /**
   * Takes post, author and quotes from every version of at most `limit` of these dossiers that were archived before
   * `beforeMs`, and forgets their origins; gists and notes stay. Returns of how many.
   */
  forgetArchivedBefore(beforeMs: number, limit: number): Promise<number>;
};
