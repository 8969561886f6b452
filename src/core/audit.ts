import type { AuditId, GuildId, UserId } from './ids.ts';

/** What is written into the audit, in the order filters offer it. */
export const auditActs = [
  'case.opened',
  'case.reported',
  'case.taken',
  'case.given-back',
  'case.resolved',
  'case.reopened',
  'case.opened-by-deletion',
  'case.reopened-by-deletion',
  'case.message-edited',
  'case.message-deleted',
  'context.posted',
  'context.removed',
  'dossier.drafted',
  'dossier.published',
  'dossier.restored',
  'dossier.withdrawn',
  'question.answered',
  'report.bad-faith',
  'report.good-faith',
  'settings.changed',
  'digests.resumed',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** One act: who did what, when, before → after. */
export type AuditEntry = {
  readonly id: AuditId;
  readonly guildId: GuildId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The moderator or admin; null for what members report and what Footnote does by itself. */
  readonly actorId: UserId | null;
  readonly act: AuditAct;
  readonly caseNumber: number | null;
  /** What changed, as plain names and numbers (`open`, `assigned`, `ageingHours 24`): never what anybody wrote. */
  readonly before: string | null;
  readonly after: string | null;
};
