import type { Case, CaseState, Resolution, Subject } from '../case.ts';
import type { ClaimReference } from '../claim.ts';
import type { Dossier } from '../dossier.ts';
import { CaseId, ChannelId, type GuildId, MessageId, ReportId, UserId } from '../ids.ts';
import { type Report, reportReasons } from '../report.ts';
import { demoMessages, demoTopics, madeUp } from './demo-texts.ts';
import { type Seeded, seeded } from './seeded.ts';

/** A case before it has a number, what makes its subject one, and the reports in it, oldest first. */
export type DemoCase = {
  readonly fresh: Omit<Case, 'number'>;
  readonly key: string;
  readonly reports: readonly Report[];
};

type Scene = {
  readonly kind: Subject['kind'];
  /** How long before the end it was opened, as a share of the whole time. */
  readonly ago: number;
  readonly reports: number;
  readonly state: CaseState;
  /** For those that are done: what came of it, and after how many hours. */
  readonly came?: { readonly kind: Resolution['kind']; readonly hours: number };
};

/** Every state, every kind, and every way a case can end; most of it in the last quarter. */
const scenes: readonly Scene[] = [
  { kind: 'message', ago: 0.93, reports: 5, state: 'resolved', came: { kind: 'context-posted', hours: 3 } },
  { kind: 'question', ago: 0.8, reports: 3, state: 'resolved', came: { kind: 'linked', hours: 20 } },
  { kind: 'message', ago: 0.66, reports: 2, state: 'resolved', came: { kind: 'no-action', hours: 9 } },
  {
    kind: 'summary',
    ago: 0.5,
    reports: 1,
    state: 'resolved',
    came: { kind: 'handled-elsewhere', hours: 30 },
  },
  { kind: 'message', ago: 0.4, reports: 3, state: 'resolved', came: { kind: 'linked', hours: 2 } },
  { kind: 'message', ago: 0.35, reports: 4, state: 'assigned' },
  { kind: 'message', ago: 0.21, reports: 7, state: 'resolved', came: { kind: 'linked', hours: 26 } },
  { kind: 'message', ago: 0.18, reports: 2, state: 'resolved', came: { kind: 'no-action', hours: 5 } },
  { kind: 'message', ago: 0.15, reports: 3, state: 'reopened' },
  { kind: 'message', ago: 0.12, reports: 2, state: 'open' },
  { kind: 'question', ago: 0.08, reports: 3, state: 'open' },
  { kind: 'message', ago: 0.02, reports: 4, state: 'open' },
  { kind: 'question', ago: 0.015, reports: 1, state: 'open' },
];

const hourMs = 3_600_000;

/**
 * An id that looks like one of Discord's and belongs to nobody: its time lies in January 2015, before Discord had opened.
 */
function inventedId(number: number): string {
  return `1${String(number).padStart(16, '0')}`;
}

const moderator = UserId.parse(inventedId(1));
const channelId = ChannelId.parse(inventedId(2));

/** The cases of a demonstration, the first opened first. */
export function demoCases({
  guildId,
  fromMs,
  untilMs,
  dossier,
}: {
  readonly guildId: GuildId;
  readonly fromMs: number;
  readonly untilMs: number;
  /** What reported summaries and linked claims belong to. */
  readonly dossier: Dossier;
}): readonly DemoCase[] {
  const chance = seeded(`cases ${guildId} ${fromMs} ${untilMs}`);
  const lengthMs = untilMs - fromMs;
  return scenes.map((scene, index) => {
    const id = CaseId.parse(chance.code(12));
    const openedAt = Math.floor(untilMs - scene.ago * lengthMs);
    const waitedMs = Math.min((scene.came?.hours ?? 1) * hourMs, untilMs - openedAt);
    const { subject, key } = subjectOf(scene.kind, index, dossier);
    const fresh: DemoCase['fresh'] = {
      id,
      guildId,
      subject,
      openedAt,
      alertedAt: null,
      draft: null,
      locale: 'en-US',
      card: null,
      ...statusOf(scene, { openedAt, waitedMs, dossier }),
    };
    return { fresh, key, reports: reportsOf(scene, { id, guildId, openedAt, waitedMs }, chance) };
  });
}

function statusOf(
  { state, came }: Scene,
  { openedAt, waitedMs, dossier }: { openedAt: number; waitedMs: number; dossier: Dossier },
): Pick<Case, 'state' | 'assigneeId' | 'resolution' | 'waitsSince' | 'takenAt' | 'resolvedAt'> {
  const nobody = { assigneeId: null, resolution: null, takenAt: null, resolvedAt: null } as const;
  const taken = Math.floor(openedAt + waitedMs / 2);
  if (state === 'assigned')
    return { ...nobody, state, assigneeId: moderator, waitsSince: taken, takenAt: taken };
  if (state === 'reopened') return { ...nobody, state, waitsSince: openedAt + waitedMs };
  if (came === undefined) return { ...nobody, state: 'open', waitsSince: openedAt };
  return {
    ...nobody,
    state: 'resolved',
    resolution: {
      kind: came.kind,
      by: moderator,
      note: came.kind === 'no-action' ? `It is a joke, and known as one. ${madeUp}` : null,
      url: null,
      claim: came.kind === 'linked' || came.kind === 'context-posted' ? claimOf(dossier) : null,
    },
    waitsSince: taken,
    takenAt: taken,
    resolvedAt: openedAt + waitedMs,
  };
}

function claimOf({ slug, claims }: Dossier): ClaimReference | null {
  const [claim] = claims;
  return claim === undefined ? null : { slug, key: claim.key };
}

function subjectOf(
  kind: Subject['kind'],
  index: number,
  dossier: Dossier,
): { readonly subject: Subject; readonly key: string } {
  if (kind === 'summary')
    return { subject: { kind, dossierId: dossier.id, slug: dossier.slug }, key: dossier.id };
  if (kind === 'question') {
    const [text = ''] = demoTopics[index % demoTopics.length] ?? [];
    return { subject: { kind, text: `${text} ${madeUp}` }, key: `made up ${index}` };
  }
  const messageId = MessageId.parse(inventedId(1_000 + index));
  const text = `${demoMessages[index % demoMessages.length] ?? ''} ${madeUp}`;
  const subject: Subject = {
    kind,
    channelId,
    parentId: null,
    messageId,
    authorId: null,
    text,
    textFrom: 'content',
    attachments: 0,
    reach: 'everyone',
    fate: 'there',
    claims: [],
  };
  return { subject, key: messageId };
}

function reportsOf(
  { kind, reports }: Scene,
  { id, guildId, openedAt, waitedMs }: { id: CaseId; guildId: GuildId; openedAt: number; waitedMs: number },
  chance: Seeded,
): readonly Report[] {
  return Array.from({ length: reports }, (_, index) => ({
    id: ReportId.parse(chance.code(12)),
    caseId: id,
    guildId,
    reporterId: UserId.parse(inventedId(10_000 + index * 100 + chance.below(100))),
    reason: kind === 'message' ? chance.pick(reportReasons) : null,
    statement: null,
    details: chance.chance(0.4) || kind === 'summary' ? `Where does this come from? ${madeUp}` : null,
    outcome: 'not-wanted',
    weight: 1,
    badFaith: false,
    reportedAt: Math.floor(openedAt + (index * waitedMs) / (2 * reports)),
    locale: chance.pick(['en-US', 'de']),
  }));
}
