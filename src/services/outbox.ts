import type { Case } from '../core/case.ts';
import { CaseId, type GuildId } from '../core/ids.ts';
import { retention } from '../core/retention.ts';
import type { OutboxItem } from '../ports/case-stores.ts';
import { queueCard } from './cases/change-case.ts';
import type { BoundDeps } from './deps.ts';

/** How long, in ms, a process has an item to itself; after that another takes it for dead. */
export const outboxLeaseMs = 60_000;

/** How long, in ms, Footnote tries to send something. */
export const outboxKeptMs = retention.outboxDays * 86_400_000;

/** Items to send now, and the moment to look again; null when nothing waits. */
export type Claimed = { readonly items: readonly OutboxItem[]; readonly nextDue: number | null };

/** Takes at most `limit` items that are due. Looks before it takes, since a write makes other processes wait. */
export async function claimOutbox(deps: BoundDeps, { limit }: { readonly limit: number }): Promise<Claimed> {
  const nextDue = await deps.database.snapshot(({ outbox }) => outbox.nextDue());
  if (nextDue === null || nextDue > deps.clock.now()) return { items: [], nextDue };
  return deps.database.transaction(async ({ outbox }) => ({
    items: await outbox.claim(deps.clock.now(), outboxLeaseMs, limit),
    nextDue: await outbox.nextDue(),
  }));
}

/** The longest, in ms, that an item waits before it is tried again. */
export const longestWaitMs = 3_600_000;

/**
 * Has nothing wait for a moment reckoned by a clock that was ahead and has been set back since.
 *
 * @returns how many items
 */
export function mendOutbox({ database, clock }: BoundDeps): Promise<number> {
  return database.transaction(({ outbox }) => outbox.waitAtMost(clock.now() + longestWaitMs));
}

/** Notes that an item was sent, or needs no sending any more. */
export function finishOutbox(deps: BoundDeps, item: OutboxItem): Promise<void> {
  return deps.database.transaction(({ outbox }) => outbox.finish(item));
}

/** Gives an item back that could not be sent, to be tried at `dueAt` (milliseconds since 1970). */
export function retryOutbox(
  deps: BoundDeps,
  { item, dueAt }: { readonly item: OutboxItem; readonly dueAt: number },
): Promise<void> {
  return deps.database.transaction(({ outbox }) => outbox.retry(item, dueAt));
}

/** Keeps an item that is still being sent for one more lease. */
export function renewOutbox(deps: BoundDeps, item: OutboxItem): Promise<void> {
  return deps.database.transaction(({ outbox }) => outbox.renew(item, deps.clock.now() + outboxLeaseMs));
}

/** Has the card of a case shown as the store has it, whatever else has been written over it until now. */
export async function showCardAgain(
  deps: BoundDeps,
  { guildId, caseId }: { readonly guildId: GuildId; readonly caseId: CaseId },
): Promise<void> {
  await deps.database.transaction(async (stores) => {
    const found = await stores.cases.find(guildId, caseId);
    if (found !== null) await queueCard(deps, stores, found);
  });
  deps.wakeOutbox();
}

/** What waits to be sent: how much, and for how long, in ms, the first of it has. */
export type Backlog = { readonly items: number; readonly oldestMs: number };

/** How much waits to be sent now. */
export async function readBacklog({ database, clock }: BoundDeps): Promise<Backlog> {
  const { items, oldestPutAt } = await database.snapshot(({ outbox }) => outbox.backlog());
  return { items, oldestMs: oldestPutAt === null ? 0 : Math.max(0, clock.now() - oldestPutAt) };
}

/** Removes what could not be sent within its time; returns it, for the log. */
export function dropUnsent(deps: BoundDeps): Promise<readonly OutboxItem[]> {
  const beforeMs = deps.clock.now() - outboxKeptMs;
  return deps.database.transaction(({ outbox }) => outbox.deleteBefore(beforeMs));
}

/**
 * Notes where the card of a case was posted, and that the item was sent.
 *
 * @param input - `instead`: the card it takes the place of, null for a case that had none
 * @returns the place that holds from now on: another one when the case got its card from another process meanwhile;
 * null when there is no such case any more
 */
export function noteCard(
  deps: BoundDeps,
  {
    item,
    card,
    instead,
  }: { readonly item: OutboxItem; readonly card: NonNullable<Case['card']>; readonly instead: Case['card'] },
): Promise<Case['card']> {
  return deps.database.transaction(async (stores) => {
    await stores.outbox.finish(item);
    const noted = await stores.cases.find(item.guildId, CaseId.parse(item.subjectId));
    if (noted === null) return null;
    if (noted.card !== null && noted.card.messageId !== instead?.messageId) return noted.card;
    await stores.cases.save({ ...noted, card });
    return card;
  });
}
