import type { AuditAct, AuditEntry } from '../../core/audit.ts';
import { afterAct, type Case, type CaseAct } from '../../core/case.ts';
import { FootnoteError } from '../../core/errors.ts';
import { AuditId, type CaseId, type GuildId, type InteractionId, type UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { handleOnce } from '../asking/record-inquiry.ts';
import type { BoundDeps } from '../deps.ts';

/** An act of a moderator on a case of their server. */
export type ActingOnCase = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly caseId: CaseId;
  readonly memberId: UserId;
};

/**
 * Runs `work` in one transaction, once per interaction, and has the outbox looked at afterwards.
 *
 * @throws FootnoteError `already-handled` on a second delivery
 */
export async function actOnce<Result>(
  deps: BoundDeps,
  interactionId: InteractionId,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const result = await deps.database.transaction(async (stores) => {
    await handleOnce(stores, interactionId, deps.clock.now());
    return work(stores);
  });
  deps.wakeOutbox();
  return result;
}

/**
 * The case, for work within a transaction.
 *
 * @throws FootnoteError `case.unknown` when this server has none of that id
 */
export async function caseOf(stores: Stores, guildId: GuildId, caseId: CaseId): Promise<Case> {
  const found = await stores.cases.find(guildId, caseId);
  if (found === null) throw new FootnoteError('case.unknown');
  return found;
}

/**
 * Carries out an act on a case: its new status, a line in the audit, its card in the outbox; none of that when the act
 * changes nothing.
 *
 * @throws FootnoteError as `afterAct` does; then nothing is written
 */
export async function actOnCase(
  deps: BoundDeps,
  stores: Stores,
  before: Case,
  act: CaseAct,
  audit: { readonly act: AuditAct; readonly actorId: UserId | null },
): Promise<Case> {
  const status = afterAct(before, act, deps.clock.now());
  if (status === before) return before;
  const after: Case = { ...before, ...status };
  await stores.cases.save(after);
  await writeAudit(deps, stores, {
    ...audit,
    guildId: after.guildId,
    caseNumber: after.number,
    before: statusOf(before),
    after: statusOf(after),
  });
  await queueCard(deps, stores, after);
  return after;
}

/** Throws what `afterAct` says of this moderator ending the case now. */
export function checkActing(deps: BoundDeps, found: Case, by: UserId): void {
  const resolution = { kind: 'handled-elsewhere', by, note: null, url: null, claim: null } as const;
  afterAct(found, { do: 'resolve', resolution }, deps.clock.now());
}

/** A case's state as the audit names it, such as `open` or `resolved no-action`. */
export function statusOf({ state, resolution }: Case): string {
  return resolution === null ? state : `${state} ${resolution.kind}`;
}

/** Adds a line to the audit. */
export function writeAudit(
  deps: BoundDeps,
  stores: Stores,
  entry: Omit<AuditEntry, 'id' | 'at'>,
): Promise<void> {
  return stores.audit.add({ ...entry, id: AuditId.parse(deps.newId()), at: deps.clock.now() });
}

/** How long, in ms, a card that is there usually waits: a burst of reports is one edit. */
const editDelayMs = 1_000;

/**
 * Has a case's card posted, or shown anew; without a moderators' channel a case that has no card gets none.
 *
 * @param delayMs - how long a card that is there waits for more changes before it is edited
 */
export async function queueCard(
  deps: BoundDeps,
  stores: Stores,
  changed: Case,
  delayMs: number = editDelayMs,
): Promise<void> {
  const { guildId, id: subjectId, card } = changed;
  if (card === null && (await stores.settings.read(guildId)).moderatorsChannel === null) return;
  const nowMs = deps.clock.now();
  await stores.outbox.put(
    { kind: 'case-card', guildId, subjectId },
    nowMs,
    nowMs + (card === null ? 0 : delayMs),
  );
}

/** Has a card lose at once what may no longer be shown. A case that is done and has no card gets none for that. */
export async function refreshCard(deps: BoundDeps, stores: Stores, changed: Case): Promise<void> {
  if (changed.state === 'resolved' && changed.card === null) return;
  await queueCard(deps, stores, changed, 0);
}
