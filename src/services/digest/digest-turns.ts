import { type DigestSchedule, nextDue, previousDue, scheduledPeriod } from '../../core/digest-schedule.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { GuildSettings } from '../../core/guild-settings.ts';
import { DigestPostId, type GuildId, type InteractionId, type UserId } from '../../core/ids.ts';
import type { SettingKey } from '../../core/setting-text.ts';
import type { DigestTurn } from '../../ports/digest-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';

/**
 * Has a server's digests come as its settings say from now on, in the transaction that changes these: a new schedule
 * begins with its next moment, another moderators' channel takes up digests that had stopped.
 */
export async function keepTurn(
  deps: Pick<BoundDeps, 'clock'>,
  { digests }: Pick<Stores, 'digests'>,
  guildId: GuildId,
  { changed, after }: { readonly changed: readonly SettingKey[]; readonly after: GuildSettings },
): Promise<void> {
  const { digest: schedule, moderatorsChannel } = after;
  const nowMs = deps.clock.now();
  if (changed.includes('digest'))
    await digests.saveTurn(
      guildId,
      schedule === null ? null : { dueAt: nextDue(schedule, nowMs), paused: null },
    );
  else if (schedule !== null && changed.includes('moderatorsChannel') && moderatorsChannel !== null)
    await takeUp({ digests }, guildId, schedule, nowMs);
}

/**
 * Takes up a server's digests if they had stopped: of what was missed meanwhile, the last one is due at once.
 *
 * @returns whether they had
 */
export async function takeUp(
  { digests }: Pick<Stores, 'digests'>,
  guildId: GuildId,
  schedule: DigestSchedule,
  nowMs: number,
): Promise<boolean> {
  const turn = await digests.turn(guildId);
  if (turn === null || turn.paused === null) return false;
  await digests.saveTurn(guildId, { dueAt: previousDue(schedule, nowMs), paused: null });
  return true;
}

/**
 * Takes up digests that had stopped: the last one that was missed is posted within a minute, earlier ones are not.
 *
 * @returns whether they had stopped
 * @throws FootnoteError `already-handled` on a second delivery
 */
export function resumeDigests(
  deps: BoundDeps,
  {
    interactionId,
    guildId,
    memberId,
  }: { readonly interactionId: InteractionId; readonly guildId: GuildId; readonly memberId: UserId },
): Promise<boolean> {
  return actOnce(deps, interactionId, async (stores) => {
    const { digest } = await stores.settings.read(guildId);
    if (digest === null || !(await takeUp(stores, guildId, digest, deps.clock.now()))) return false;
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'digests.resumed',
      caseNumber: null,
      before: null,
      after: null,
    });
    return true;
  });
}

/** How many servers are looked at in one round; those beyond follow in the next. */
const serversInRound = 1_000;

/**
 * Has every digest posted that is due: of what was missed while nothing ran, the last one. Each server's in a transaction
 * of its own, which only one process can win.
 *
 * @param stop - ends the round: whatever is left is due in the next process
 * @returns how many were put into the outbox
 */
export async function queueDueDigests(deps: BoundDeps, stop: AbortSignal): Promise<number> {
  const due = await deps.database.snapshot(({ digests }) => digests.due(deps.clock.now(), serversInRound));
  let queued = 0;
  for (const guildId of due) {
    if (stop.aborted) break;
    try {
      if (await deps.database.transaction((stores) => queueDigest(deps, stores, guildId))) {
        queued += 1;
        deps.wakeOutbox();
      }
    } catch (error) {
      // The digests of other servers do not wait for it.
      deps.log.error({ guildId, error: errorFacts(error) }, 'a digest that is due could not be written');
    }
  }
  return queued;
}

async function queueDigest(
  deps: BoundDeps,
  { digests, settings, outbox }: Stores,
  guildId: GuildId,
): Promise<boolean> {
  const nowMs = deps.clock.now();
  const turn = await digests.turn(guildId);
  // Another process may have been first.
  if (turn === null || turn.dueAt === null || turn.dueAt > nowMs) return false;
  const { digest: schedule } = await settings.read(guildId);
  if (schedule === null) {
    await digests.saveTurn(guildId, null);
    return false;
  }
  const post = await digests.claim({
    ...scheduledPeriod(schedule, previousDue(schedule, nowMs)),
    id: DigestPostId.parse(deps.newId()),
    guildId,
    madeAt: nowMs,
    channelId: null,
    messageId: null,
  });
  await digests.saveTurn(guildId, { dueAt: nextDue(schedule, nowMs), paused: null });
  // One that is there already was posted, or waits to be; or it could not be, and digests had stopped since.
  if (post.messageId !== null) return false;
  await outbox.put({ kind: 'digest', guildId, subjectId: post.id }, nowMs, nowMs);
  return true;
}

/** How many servers have a schedule, and whose digests have stopped; servers that were left count for neither. */
export function countDigests({ database }: BoundDeps): Promise<{
  readonly total: number;
  readonly paused: readonly StoppedDigests[];
}> {
  return database.snapshot(({ digests }) => digests.turns());
}

/** A server whose digests have stopped. */
export type StoppedDigests = { readonly guildId: GuildId } & Pick<NonNullable<DigestTurn['paused']>, 'why'>;
