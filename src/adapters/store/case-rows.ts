import { z } from 'zod';
import {
  type Case,
  caseStates,
  knownReaches,
  messageFates,
  type Resolution,
  resolutionKinds,
  type Subject,
  textOrigins,
} from '../../core/case.ts';
import {
  type ClaimReference,
  DossierSlug,
  formatClaimReference,
  parseClaimReference,
} from '../../core/claim.ts';
import { CaseId, ChannelId, DossierId, GuildId, MessageId, UserId } from '../../core/ids.ts';
import type { CaseColumns } from './case-tables.ts';

const nullableText = z.string().nullable();
const moment = z.coerce.number();
const nullableMoment = z.union([z.null(), moment]);
const claim = z.string().transform(parseClaimReference);

const whatever = {
  id: CaseId,
  guild_id: GuildId,
  number: z.number(),
  state: z.enum(caseStates),
  assignee_id: UserId.nullable(),
  resolution_kind: z.enum(resolutionKinds).nullable(),
  resolution_by: UserId.nullable(),
  resolution_note: nullableText,
  resolution_url: nullableText,
  resolution_claim: claim.nullable(),
  opened_at: moment,
  waits_since: moment,
  taken_at: nullableMoment,
  resolved_at: nullableMoment,
  alerted_at: nullableMoment,
  draft: DossierSlug.nullable(),
  locale: z.string(),
  card_channel_id: ChannelId.nullable(),
  card_message_id: MessageId.nullable(),
};

const CaseRow = z.discriminatedUnion('subject_kind', [
  z.object({
    ...whatever,
    subject_kind: z.literal('message'),
    channel_id: ChannelId,
    parent_id: ChannelId.nullable(),
    message_id: MessageId,
    author_id: UserId.nullable(),
    text: nullableText,
    text_from: z.enum(textOrigins).nullable(),
    attachments: z.number(),
    reach: z.enum(knownReaches).nullable(),
    fate: z.enum(messageFates),
    claims: z.string().transform((list) => z.array(claim).parse(JSON.parse(list))),
  }),
  z.object({ ...whatever, subject_kind: z.literal('question'), text: nullableText }),
  z.object({
    ...whatever,
    subject_kind: z.literal('summary'),
    dossier_id: DossierId,
    dossier_slug: DossierSlug,
  }),
]);
type CaseRow = z.infer<typeof CaseRow>;

/** A case from its row. */
export function caseFromRow(row: unknown): Case {
  const parsed = CaseRow.parse(row);
  const { card_channel_id: channelId, card_message_id: messageId } = parsed;
  return {
    id: parsed.id,
    guildId: parsed.guild_id,
    number: parsed.number,
    subject: subjectFrom(parsed),
    state: parsed.state,
    assigneeId: parsed.assignee_id,
    resolution: resolutionFrom(parsed),
    openedAt: parsed.opened_at,
    waitsSince: parsed.waits_since,
    takenAt: parsed.taken_at,
    resolvedAt: parsed.resolved_at,
    alertedAt: parsed.alerted_at,
    draft: parsed.draft,
    locale: parsed.locale,
    card: channelId === null || messageId === null ? null : { channelId, messageId },
  };
}

function subjectFrom(row: CaseRow): Subject {
  const kind = row.subject_kind;
  if (kind === 'question') return { kind, text: row.text };
  if (kind === 'summary') return { kind, dossierId: row.dossier_id, slug: row.dossier_slug };
  const { attachments, text, reach, fate, claims } = row;
  return {
    kind,
    channelId: row.channel_id,
    parentId: row.parent_id,
    messageId: row.message_id,
    authorId: row.author_id,
    text,
    textFrom: row.text_from,
    attachments,
    reach,
    fate,
    claims,
  };
}

function resolutionFrom(row: CaseRow): Resolution | null {
  const { resolution_kind: kind, resolution_by: by, resolution_note: note } = row;
  if (kind === null || by === null) return null;
  return { kind, by, note, url: row.resolution_url, claim: row.resolution_claim };
}

/** The columns of a case that change while it is handled; `forgotten` when it waits again. */
export function changingCaseColumns(
  changed: Case,
): Omit<CaseColumns, 'id' | 'guild_id' | 'number' | 'subject_kind' | 'subject_key' | 'forgotten'> {
  const { resolution, card } = changed;
  return {
    ...subjectColumns(changed.subject),
    state: changed.state,
    assignee_id: changed.assigneeId,
    resolution_kind: resolution?.kind ?? null,
    resolution_by: resolution?.by ?? null,
    resolution_note: resolution?.note ?? null,
    resolution_url: resolution?.url ?? null,
    resolution_claim: resolution?.claim ? formatClaimReference(resolution.claim) : null,
    opened_at: changed.openedAt,
    waits_since: changed.waitsSince,
    taken_at: changed.takenAt,
    resolved_at: changed.resolvedAt,
    alerted_at: changed.alertedAt,
    draft: changed.draft,
    locale: changed.locale,
    card_channel_id: card?.channelId ?? null,
    card_message_id: card?.messageId ?? null,
  };
}

const noSubject = {
  channel_id: null,
  parent_id: null,
  message_id: null,
  author_id: null,
  text: null,
  text_from: null,
  attachments: null,
  reach: null,
  fate: null,
  claims: null,
  dossier_id: null,
  dossier_slug: null,
};
type SubjectColumns = Pick<CaseColumns, keyof typeof noSubject>;

function subjectColumns(subject: Subject): SubjectColumns {
  switch (subject.kind) {
    case 'question':
      return { ...noSubject, text: subject.text };
    case 'summary':
      return { ...noSubject, dossier_id: subject.dossierId, dossier_slug: subject.slug };
    case 'message':
      return {
        ...noSubject,
        channel_id: subject.channelId,
        parent_id: subject.parentId,
        message_id: subject.messageId,
        author_id: subject.authorId,
        text: subject.text,
        text_from: subject.textFrom,
        attachments: subject.attachments,
        reach: subject.reach,
        fate: subject.fate,
        claims: claimList(subject.claims),
      };
  }
}

/** What `claims` holds for these claims. */
export function claimList(claims: readonly ClaimReference[]): string {
  return JSON.stringify(claims.map(formatClaimReference));
}
