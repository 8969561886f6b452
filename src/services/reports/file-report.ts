import type { Case, MessageSubject, Subject } from '../../core/case.ts';
import { FootnoteError } from '../../core/errors.ts';
import { type CaseId, type GuildId, type InteractionId, ReportId, type UserId } from '../../core/ids.ts';
import { joinedSubject, withoutText } from '../../core/join-subject.ts';
import { type Report, reportLimits, weightAfter } from '../../core/report.ts';
import type { Stores } from '../../ports/stores.ts';
import { queueAlertIfDue } from '../cases/alert-moderators.ts';
import { caseWaitsAgain } from '../cases/case-waits-again.ts';
import { actOnce, queueCard, writeAudit } from '../cases/change-case.ts';
import { newCase } from '../cases/new-case.ts';
import type { BoundDeps } from '../deps.ts';
import { erasedSince } from '../privacy/erased-since.ts';
import { forgetDeleted } from '../privacy/forget-messages.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';

/** Who reports, where, and by which delivery. */
export type Reporting = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly memberId: UserId;
  /** The member's Discord locale, for telling them what came of it. */
  readonly locale: string;
  /** The server's, for the moderators' card. */
  readonly guildLocale: string;
};

/** What is reported, and what the member says of it. */
export type Stated = Pick<Report, 'reason' | 'statement' | 'details'> & {
  readonly subject: Subject;
  /** Which reports belong together, among subjects of this kind. */
  readonly key: string;
  readonly wantsOutcome: boolean;
  /** When a message was read, in milliseconds since 1970; what happened to it since, its text does not show. */
  readonly readAt?: number;
  /** What else is written with the report, or not at all. */
  readonly alongside?: (stores: Stores) => Promise<void>;
};

/** What the member is told once the report is on disk. */
export type Receipt = {
  readonly about: Subject['kind'];
  readonly caseNumber: number;
  /** Without one, moderators find the case in `/queue`. */
  readonly hasModeratorsChannel: boolean;
  /** Whether moderators can read what was reported without following the link. */
  readonly textRead: boolean;
  readonly wantsOutcome: boolean;
};

/**
 * A report enters a case: that of its subject, or a new one. A case that is done waits once more.
 *
 * @throws FootnoteError `report.too-many`, `report.server-busy`, `report.again` with the case's `number`, or
 * `already-handled` on a second delivery; then nothing is written, and it does not count towards the limits
 */
export async function fileReport(deps: BoundDeps, reporting: Reporting, stated: Stated): Promise<Receipt> {
  const receipt = await deps.reportCoolDown.within(reporting, () =>
    actOnce(deps, reporting.interactionId, (stores) => enter(deps, stores, reporting, stated)),
  );
  deps.log.info({ guildId: reporting.guildId, about: receipt.about }, 'report filed');
  await forgetIfDeleted(deps, reporting.guildId, stated.subject);
  return receipt;
}

/** A deletion that is heard of while the report is being written finds no case yet. */
async function forgetIfDeleted(deps: BoundDeps, guildId: GuildId, subject: Subject): Promise<void> {
  if (subject.kind === 'message' && isRecentlyDeleted(deps, subject))
    await forgetDeleted(deps, { guildId, messageIds: [subject.messageId] });
}

/** Whether a message, its channel or the channel around it was deleted a moment ago, as far as this process has heard. */
export function isRecentlyDeleted(
  { recentlyDeleted }: BoundDeps,
  { messageId, channelId, parentId }: Pick<MessageSubject, 'messageId' | 'channelId' | 'parentId'>,
): boolean {
  return recentlyDeleted.has(messageId, channelId, ...(parentId === null ? [] : [parentId]));
}

async function enter(
  deps: BoundDeps,
  stores: Stores,
  reporting: Reporting,
  stated: Stated,
): Promise<Receipt> {
  const { guildId } = reporting;
  const told = await storable(deps, stores, stated);
  const key = { kind: told.subject.kind, key: told.key };
  const known = await stores.cases.ofSubject(guildId, key);
  const before = known === null ? 0 : (await stores.cases.reports(guildId, known.id)).length;
  const joined =
    known === null
      ? await stores.cases.open(
          newCase(deps, { guildId, subject: told.subject, locale: reporting.guildLocale }),
          key,
        )
      : { ...known, subject: joinedSubject(known.subject, told.subject) };
  if (known !== null) await stores.cases.save(joined);
  if (!(await stores.cases.addReport(await reportOf(deps, stores, reporting, told, joined.id))))
    throw new FootnoteError('report.again', { number: joined.number });
  await told.alongside?.(stores);

  await writeAudit(deps, stores, {
    guildId,
    actorId: null,
    act: known === null ? 'case.opened' : 'case.reported',
    caseNumber: joined.number,
    before: known === null ? null : `reports ${before}`,
    after: `reports ${before + 1}`,
  });
  const waiting = await waitAgain(deps, stores, joined);
  await queueAlertIfDue(deps, stores, waiting);
  return {
    about: told.subject.kind,
    caseNumber: waiting.number,
    hasModeratorsChannel: (await stores.settings.read(guildId)).moderatorsChannel !== null,
    textRead: waiting.subject.kind !== 'message' || waiting.subject.text !== null,
    wantsOutcome: told.wantsOutcome,
  };
}

/** Has the card of a case shown, and reopens a case that is done. */
async function waitAgain(deps: BoundDeps, stores: Stores, joined: Case): Promise<Case> {
  if (joined.state === 'resolved') return caseWaitsAgain(deps, stores, joined, 'report', null);
  await queueCard(deps, stores, joined);
  return joined;
}

/**
 * What of it may be kept: nothing that repeats the words of a member who wants none of their messages processed, or who was erased
 * while the form was open, or of a message that was deleted meanwhile.
 */
async function storable(deps: BoundDeps, stores: Stores, stated: Stated): Promise<Stated> {
  const { subject, readAt } = stated;
  if (subject.kind !== 'message') return stated;
  if (readAt !== undefined && (await erasedSince(stores, { ...subject, readAt })))
    return { ...stated, statement: null, subject: withoutText({ ...subject, authorId: null }) };
  const fate = isRecentlyDeleted(deps, subject) ? 'deleted' : subject.fate;
  const optedOut = await authorOptedOut(stores, subject.authorId);
  if (fate !== 'deleted' && !optedOut) return stated;
  return { ...stated, statement: null, subject: withoutText({ ...subject, fate }) };
}

async function reportOf(
  deps: BoundDeps,
  stores: Stores,
  { guildId, memberId, locale }: Reporting,
  { reason, statement, details, wantsOutcome }: Stated,
  caseId: CaseId,
): Promise<Report> {
  return {
    id: ReportId.parse(deps.newId()),
    caseId,
    guildId,
    reporterId: memberId,
    reason,
    statement: written(statement, reportLimits.statementChars),
    details: written(details, reportLimits.detailsChars),
    outcome: wantsOutcome ? 'wanted' : 'not-wanted',
    weight: weightAfter(await stores.faith.marks(guildId, memberId)),
    badFaith: false,
    reportedAt: deps.clock.now(),
    locale,
  };
}

/** What was written in a field; null where it was left empty. */
function written(text: string | null, maxChars: number): string | null {
  const kept = (text ?? '').trim().slice(0, maxChars).toWellFormed();
  return kept === '' ? null : kept;
}
