import type { ClaimReference, DossierSlug } from './claim.ts';
import { FootnoteError } from './errors.ts';
import type { CaseId, ChannelId, DossierId, GuildId, MessageId, UserId } from './ids.ts';

/** Where a case is: waiting, with one moderator, done, or waiting once more. */
export const caseStates = ['open', 'assigned', 'resolved', 'reopened'] as const;
export type CaseState = (typeof caseStates)[number];

/** What can become of a case. */
export const resolutionKinds = [
  'context-posted',
  'linked',
  'dossier-made',
  'handled-elsewhere',
  'no-action',
] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

/** What became of a case, and what its reporters are told of it. */
export type Resolution = {
  readonly kind: ResolutionKind;
  /** The moderator who did it. */
  readonly by: UserId;
  /** Said to the reporters who asked: the reason for taking no action. */
  readonly note: string | null;
  /** Address of the message posted as context. */
  readonly url: string | null;
  /** The claim that answers it. */
  readonly claim: ClaimReference | null;
};

/** Where in a message its text was read. */
export const textOrigins = ['content', 'forward', 'embed'] as const;
export type TextOrigin = (typeof textOrigins)[number];

/** Who can see a place: every member, the members some roles admit, or those of a private thread. */
export const knownReaches = ['everyone', 'some', 'private-thread'] as const;
/** Null where it is not known. */
export type Reach = (typeof knownReaches)[number] | null;

/** `edited`: it now reads otherwise than its text. `deleted`: it is gone. `closed`: Footnote can no longer see it. */
export const messageFates = ['there', 'edited', 'deleted', 'closed'] as const;
/** What became of a message since it was reported. */
export type MessageFate = (typeof messageFates)[number];

/** A message that members reported. */
export type MessageSubject = {
  readonly kind: 'message';
  readonly channelId: ChannelId;
  /** The channel a thread belongs to. */
  readonly parentId: ChannelId | null;
  readonly messageId: MessageId;
  /** Null for bots and webhooks, where it is not known, and once the author was erased. */
  readonly authorId: UserId | null;
  /** The whole text as Discord gave it; null where none could be read, or it may not be kept. */
  readonly text: string | null;
  readonly textFrom: TextOrigin | null;
  readonly attachments: number;
  readonly reach: Reach;
  readonly fate: MessageFate;
  /** Known claims it makes, surest first. */
  readonly claims: readonly ClaimReference[];
};

/** A question no claim answered, which askers put to the moderators. */
export type QuestionSubject = { readonly kind: 'question'; readonly text: string | null };

/** A summary that members find fault with. */
export type SummarySubject = {
  readonly kind: 'summary';
  readonly dossierId: DossierId;
  readonly slug: DossierSlug;
};

export type Subject = MessageSubject | QuestionSubject | SummarySubject;

/** All reports of one message, all askers of one question, or all problems told about one summary. */
export type Case = {
  readonly id: CaseId;
  readonly guildId: GuildId;
  /** What people call it: 1 for a server's first. */
  readonly number: number;
  readonly subject: Subject;
  readonly state: CaseState;
  /** Who works on it, while it is assigned. */
  readonly assigneeId: UserId | null;
  /** What became of it, while it is resolved. */
  readonly resolution: Resolution | null;
  /** Milliseconds since 1970, as all times here. */
  readonly openedAt: number;
  /** When it began to wait or was taken for the last time; ageing counts from here. */
  readonly waitsSince: number;
  /**
   * When a moderator took it, once it is resolved, too; taking it over changes nothing. Null where nobody did, and once it
   * was given back or reopened.
   */
  readonly takenAt: number | null;
  readonly resolvedAt: number | null;
  /** When the alert role was told; null when it was not. */
  readonly alertedAt: number | null;
  /** The dossier drafted from it. */
  readonly draft: DossierSlug | null;
  /** The server's Discord locale, for its card. */
  readonly locale: string;
  /** Its card in the moderators' channel; null when there is none. */
  readonly card: { readonly channelId: ChannelId; readonly messageId: MessageId } | null;
};

/** The part of a case that acts change. */
export type CaseStatus = Pick<
  Case,
  'state' | 'assigneeId' | 'resolution' | 'waitsSince' | 'takenAt' | 'resolvedAt'
>;

/** What can be done to a case. */
export type CaseAct =
  | { readonly do: 'take'; readonly by: UserId }
  /** Takes it from the moderator the card named; fails when it is with another by now. */
  | { readonly do: 'take-over'; readonly by: UserId; readonly from: UserId }
  | { readonly do: 'give-back'; readonly by: UserId }
  | { readonly do: 'resolve'; readonly resolution: Resolution }
  | { readonly do: 'reopen' }
  /** One more member reports it: a case that is done waits once more. */
  | { readonly do: 'report' };

/**
 * The status of a case after an act; the only place where a case changes its state.
 *
 * | act | open, reopened | assigned to me | assigned to another | resolved |
 * | --- | --- | --- | --- | --- |
 * | take | assigned | no change | `case.taken` | `case.already-resolved` |
 * | take over | `case.not-yours` | no change | assigned, if it was the one named | `case.already-resolved` |
 * | give back | `case.not-yours` | open | `case.not-yours` | `case.already-resolved` |
 * | resolve | resolved | resolved | `case.taken` | `case.already-resolved` |
 * | reopen | `case.not-resolved` | `case.not-resolved` | `case.not-resolved` | reopened |
 * | report | no change | no change | no change | reopened |
 *
 * @throws FootnoteError as the table says; `case.taken` and `case.already-resolved` name the `member`
 */
export function afterAct(status: CaseStatus, act: CaseAct, nowMs: number): CaseStatus {
  const { state, assigneeId, resolution } = status;
  if (act.do === 'report') return state === 'resolved' ? reopened(nowMs) : status;
  if (act.do === 'reopen') {
    if (state !== 'resolved') throw new FootnoteError('case.not-resolved');
    return reopened(nowMs);
  }
  if (state === 'resolved')
    throw new FootnoteError('case.already-resolved', { member: resolution?.by ?? '0' });

  const by = act.do === 'resolve' ? act.resolution.by : act.by;
  const mine = assigneeId === by;
  switch (act.do) {
    case 'take':
      if (mine) return status;
      if (assigneeId !== null) throw new FootnoteError('case.taken', { member: assigneeId });
      return { ...status, state: 'assigned', assigneeId: by, waitsSince: nowMs, takenAt: nowMs };
    case 'take-over':
      if (mine) return status;
      if (assigneeId === null) throw new FootnoteError('case.not-yours');
      if (assigneeId !== act.from) throw new FootnoteError('case.taken', { member: assigneeId });
      return { ...status, assigneeId: by, waitsSince: nowMs };
    case 'give-back':
      if (!mine) throw new FootnoteError('case.not-yours');
      return { ...status, state: 'open', assigneeId: null, waitsSince: nowMs, takenAt: null };
    case 'resolve':
      if (assigneeId !== null && !mine) throw new FootnoteError('case.taken', { member: assigneeId });
      return {
        ...status,
        state: 'resolved',
        assigneeId: null,
        resolution: act.resolution,
        resolvedAt: nowMs,
      };
  }
}

function reopened(nowMs: number): CaseStatus {
  return {
    state: 'reopened',
    assigneeId: null,
    resolution: null,
    waitsSince: nowMs,
    takenAt: null,
    resolvedAt: null,
  };
}

/** Whether a case that is not done has waited longer than the server allows. */
export function isAgeing(
  { state, waitsSince }: Pick<Case, 'state' | 'waitsSince'>,
  ageingHours: number,
  nowMs: number,
): boolean {
  return state !== 'resolved' && nowMs - waitsSince >= ageingHours * 3_600_000;
}
