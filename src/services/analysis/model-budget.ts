import type { GuildId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import { holds, type ModelSpend, microDollarsOf, type TokenUse } from '../../core/model-spend.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';

/** What is set aside for one answer until it is known what it has cost. */
export type SetAside = {
  readonly guildId: GuildId;
  readonly day: string;
  readonly model: string;
  readonly spend: ModelSpend;
};

/** What a server has spent today, and whether all servers together have reached the month's budget. */
export type SpentSoFar = { readonly today: ModelSpend; readonly monthIsSpent: boolean };

/**
 * Sets aside what an answer costs at most, so that answers asked for at the same time do not overspend together; null when the
 * budget does not hold it. What a process that dies has set aside stays spent.
 */
export function setAside(
  { database, clock, modelCosts }: BoundDeps,
  guildId: GuildId,
  { model, atMost }: { readonly model: string; readonly atMost: TokenUse },
): Promise<SetAside | null> {
  const { day } = dayAndHour(clock.now());
  const spend = { answers: 1, ...atMost, microDollars: microDollarsOf(atMost, modelCosts.prices) };
  return database.transaction(async (stores) => {
    const { modelTokensADay: tokensADay } = await stores.settings.read(guildId);
    const { dollarsAMonth } = modelCosts;
    if (!holds({ tokensADay, dollarsAMonth }, await spentUntil(stores, guildId, day), spend)) return null;
    await stores.spend.add(guildId, day, model, spend);
    return { guildId, day, model, spend };
  });
}

/**
 * Puts what an answer has cost in the place of what was set aside for it.
 *
 * @param use - null where nobody knows: then what was set aside stays spent
 */
export async function settle(
  { database, modelCosts }: BoundDeps,
  { guildId, day, model, spend }: SetAside,
  use: TokenUse | null,
): Promise<void> {
  if (use === null) return;
  const change = {
    answers: use.input + use.output === 0 ? -spend.answers : 0,
    input: use.input - spend.input,
    output: use.output - spend.output,
    microDollars: microDollarsOf(use, modelCosts.prices) - spend.microDollars,
  };
  await database.transaction((stores) => stores.spend.correct(guildId, day, model, change));
}

/** What was spent until now. */
export async function spentSoFar(
  { database, clock, modelCosts }: BoundDeps,
  guildId: GuildId,
): Promise<SpentSoFar> {
  const { day } = dayAndHour(clock.now());
  const { today, month } = await database.snapshot((stores) => spentUntil(stores, guildId, day));
  const { dollarsAMonth } = modelCosts;
  return { today, monthIsSpent: dollarsAMonth !== null && month.microDollars >= dollarsAMonth * 1_000_000 };
}

async function spentUntil({ spend }: Stores, guildId: GuildId, day: string) {
  return {
    today: await spend.ofGuild(guildId, { from: day, to: day }),
    month: await spend.ofAll({ from: `${day.slice(0, 8)}01`, to: day }),
  };
}
