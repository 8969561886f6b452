import type { AuditAct } from '../../core/audit.ts';
import type { Case, MessageFate } from '../../core/case.ts';
import type { ChannelId, GuildId, MessageId } from '../../core/ids.ts';
import { withoutText } from '../../core/join-subject.ts';
import type { Stores } from '../../ports/stores.ts';
import { caseWaitsAgain } from '../cases/case-waits-again.ts';
import { refreshCard, writeAudit } from '../cases/change-case.ts';
import { isOfMessage, type MessageCase } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';
import { dossiersShowing } from '../dossiers/archive-dossiers.ts';
import { inBatches } from '../in-batches.ts';
import { openDeleted } from './open-deleted.ts';

type Find = (stores: Stores) => Promise<readonly Case[]>;

/** Which fates a message may have had before the one that is noted; any other stays as it is. */
const before: Readonly<Record<Exclude<MessageFate, 'there'>, readonly MessageFate[]>> = {
  edited: ['there'],
  closed: ['there', 'edited'],
  deleted: ['there', 'edited', 'closed'],
};

/**
 * Forgets the texts of deleted messages of a server, and opens cases of those that only dossiers show.
 *
 * @returns how many cases have changed, new ones included
 */
export async function forgetDeleted(
  deps: BoundDeps,
  { guildId, messageIds }: { readonly guildId: GuildId; readonly messageIds: readonly MessageId[] },
): Promise<number> {
  deps.recentlyDeleted.note(messageIds);
  const changed = await meet(deps, guildId, 'deleted', ({ cases }) => cases.ofMessages(messageIds));
  const opened = await openDeleted(deps, guildId, ({ origins }) => origins.ofMessages(guildId, messageIds));
  return changed + opened;
}

/**
 * Forgets the texts of the messages of a deleted channel or thread of a server, and of its threads, and opens cases of those
 * that only dossiers show.
 *
 * @returns how many cases have changed, new ones included
 */
export async function forgetChannel(
  deps: BoundDeps,
  { guildId, channelId }: { readonly guildId: GuildId; readonly channelId: ChannelId },
): Promise<number> {
  deps.recentlyDeleted.note([channelId]);
  const changed = await meet(deps, guildId, 'deleted', ({ cases }) => cases.ofChannel(channelId));
  const opened = await openDeleted(deps, guildId, ({ origins }) => origins.ofChannel(guildId, channelId));
  return changed + opened;
}

/**
 * Forgets the text of a message that Footnote may no longer see.
 *
 * @returns how many cases have changed
 */
export function forgetClosed(
  deps: BoundDeps,
  { guildId, messageId }: { readonly guildId: GuildId; readonly messageId: MessageId },
): Promise<number> {
  return meet(deps, guildId, 'closed', ({ cases }) => cases.ofMessages([messageId]));
}

/**
 * Notes that a message of a server now reads otherwise than what is kept of it.
 *
 * @returns how many cases have changed
 */
export function markEdited(
  deps: BoundDeps,
  { guildId, messageId }: { readonly guildId: GuildId; readonly messageId: MessageId },
): Promise<number> {
  deps.recentlyEdited.note([messageId]);
  return meet(deps, guildId, 'edited', ({ cases }) => cases.ofMessages([messageId]));
}

/** About a tenth of a second of work: a deleted channel may have had thousands of cases, and others write, too. */
const portion = 100;

/** Reads first, since all deletions of all servers pass here and hardly any is of a reported message. */
async function meet(
  deps: BoundDeps,
  guildId: GuildId,
  fate: keyof typeof before,
  find: Find,
): Promise<number> {
  const concerned = async (stores: Stores) =>
    (await find(stores))
      .filter((found) => found.guildId === guildId)
      .filter(isOfMessage)
      .filter(({ subject }) => before[fate].includes(subject.fate));
  if ((await deps.database.snapshot(concerned)).length === 0) return 0;

  const changed = await inBatches(portion, (limit) =>
    deps.database.transaction(async (stores) => {
      const cases = (await concerned(stores)).slice(0, limit);
      for (const found of cases) await change(deps, stores, found, fate);
      return cases.length;
    }),
  );
  deps.wakeOutbox();
  return changed;
}

const audited: Readonly<Partial<Record<MessageFate, AuditAct>>> = {
  edited: 'case.message-edited',
  deleted: 'case.message-deleted',
};

async function change(
  deps: BoundDeps,
  stores: Stores,
  found: MessageCase,
  fate: keyof typeof before,
): Promise<void> {
  const { guildId, number: caseNumber, subject } = found;
  const after: MessageCase = {
    ...found,
    subject: { ...(fate === 'edited' ? subject : withoutText(subject)), fate },
  };
  await stores.cases.save(after);
  if (fate !== 'edited') await forgetStatements(stores, found);
  const act = audited[fate];
  if (act !== undefined)
    await writeAudit(deps, stores, {
      guildId,
      actorId: null,
      act,
      caseNumber,
      before: subject.fate,
      after: fate,
    });
  await refreshCard(deps, stores, after);
  if (fate === 'deleted') await waitForDecision(deps, stores, after);
}

/** Reopens a case that is done if a dossier still shows what its author has deleted: a person decides about that. */
async function waitForDecision(deps: BoundDeps, stores: Stores, found: MessageCase): Promise<void> {
  if (found.state !== 'resolved') return;
  const shown = await dossiersShowing(stores, found.guildId, found.subject.messageId);
  if (shown.length === 0) return;
  await caseWaitsAgain(deps, stores, found, 'deletion', null);
}

/** Takes the statements out of the reports of a message: they may quote it. What members added in their own words stays. */
async function forgetStatements(stores: Stores, { guildId, id }: Case): Promise<void> {
  for (const report of await stores.cases.reports(guildId, id))
    if (report.statement !== null) await stores.cases.saveReport({ ...report, statement: null });
}
