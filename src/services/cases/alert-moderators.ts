import type { Case } from '../../core/case.ts';
import { tallyOf } from '../../core/case-priority.ts';
import type { GuildSettings } from '../../core/guild-settings.ts';
import type { GuildId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { queueCard } from './change-case.ts';

/** How many ageing cases of one server are alerted of at a time; the others follow a few minutes later. */
const ageingAtATime = 50;

/**
 * Has the server's alert role told of a case that has enough independent reporters: once, and in the surrounding
 * transaction. Without an alert role or a moderators' channel nobody is told.
 *
 * @returns the case as it is from now on
 */
export async function queueAlertIfDue(deps: BoundDeps, stores: Stores, changed: Case): Promise<Case> {
  if (changed.alertedAt !== null || changed.state === 'resolved') return changed;
  const settings = await stores.settings.read(changed.guildId);
  if (!canAlert(settings)) return changed;
  const { independent } = tallyOf(await stores.cases.reports(changed.guildId, changed.id));
  return independent >= settings.alertAt ? queueAlert(deps, stores, changed) : changed;
}

function canAlert({ alertRole, moderatorsChannel }: GuildSettings): boolean {
  return alertRole !== null && moderatorsChannel !== null;
}

async function queueAlert(deps: BoundDeps, stores: Stores, due: Case): Promise<Case> {
  const nowMs = deps.clock.now();
  const alerted: Case = { ...due, alertedAt: nowMs };
  await stores.cases.save(alerted);
  const item = { kind: 'case-alert', guildId: due.guildId, subjectId: due.id } as const;
  await stores.outbox.put(item, nowMs, nowMs);
  return alerted;
}

/** Has the alert roles of all servers told of cases that began to age, once each; returns of how many. */
export async function alertAgeingCases(deps: BoundDeps): Promise<number> {
  const guilds = await deps.database.snapshot(({ settings }) => settings.withAlertRole());
  let alerts = 0;
  for (const guildId of guilds) alerts += await alertAgeingOf(deps, guildId);
  if (alerts > 0) deps.wakeOutbox();
  return alerts;
}

/** Reads before it writes: most of the time there is nothing to tell. */
async function alertAgeingOf(deps: BoundDeps, guildId: GuildId): Promise<number> {
  const due = await deps.database.snapshot((stores) => ageingOf(deps, stores, guildId));
  if (due.length === 0) return 0;
  return deps.database.transaction(async (stores) => {
    const ageing = await ageingOf(deps, stores, guildId);
    // The card is shown anew as well, since it says now that the case is ageing.
    for (const each of ageing) await queueCard(deps, stores, await queueAlert(deps, stores, each));
    return ageing.length;
  });
}

async function ageingOf(deps: BoundDeps, stores: Stores, guildId: GuildId): Promise<readonly Case[]> {
  const settings = await stores.settings.read(guildId);
  if (!canAlert(settings)) return [];
  const moment = deps.clock.now() - settings.ageingHours * 3_600_000;
  return stores.cases.ageingUnalerted(guildId, moment, ageingAtATime);
}
