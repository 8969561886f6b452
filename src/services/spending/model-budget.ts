import type { GuildId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import { holds, type ModelCosts, type ModelSpend, noSpend } from '../../core/model-spend.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Database, Stores } from '../../ports/stores.ts';

/** What it takes to keep to a budget. */
export type BudgetDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly modelCosts: ModelCosts;
};

/** What a request costs at most, and whose server asks for it; null for what is shared by all servers. */
export type Wanted = { readonly guildId: GuildId | null; readonly atMost: ModelSpend };

/** What is set aside for one request until it is known what it has cost. */
export type SetAside = {
  readonly guildId: GuildId | null;
  readonly day: string;
  readonly model: string;
  readonly spend: ModelSpend;
};

/** What a server has spent today, and whether all servers together have reached the month's budget. */
export type SpentSoFar = { readonly today: ModelSpend; readonly monthIsSpent: boolean };

/**
 * Sets aside what each of some requests costs at most, one after the other, so that requests made at the same time do not overspend
 * together; null for each that the budget does not hold. What a process that dies has set aside stays spent.
 */
export function setAsideEach(
  { database, clock, modelCosts }: BudgetDeps,
  model: string,
  wanted: readonly Wanted[],
): Promise<readonly (SetAside | null)[]> {
  const { day } = dayAndHour(clock.now());
  const { dollarsAMonth } = modelCosts;
  return database.transaction(async (stores) => {
    let month = await stores.spend.ofMonth(monthOf(day));
    const asides: (SetAside | null)[] = [];
    for (const { guildId, atMost: spend } of wanted) {
      const tokensADay = await tokensADayOf(stores, guildId);
      const today = guildId === null ? noSpend : await stores.spend.ofGuild(guildId, { from: day, to: day });
      const isHeld = holds({ tokensADay, dollarsAMonth }, { today, month: { microDollars: month } }, spend);
      asides.push(isHeld ? { guildId, day, model, spend } : null);
      if (!isHeld) continue;
      await stores.spend.add(guildId, day, model, spend);
      month += spend.microDollars;
    }
    return asides;
  });
}

/** The same for one request. */
export async function setAside(deps: BudgetDeps, model: string, wanted: Wanted): Promise<SetAside | null> {
  const [aside = null] = await setAsideEach(deps, model, [wanted]);
  return aside;
}

/** What requests have cost in the end. What nobody knows is not among it: what was set aside for that stays spent. */
export type Settled = { readonly aside: SetAside; readonly cost: ModelSpend };

/** Puts what requests have cost in the place of what was set aside for them. */
export async function settle({ database }: BudgetDeps, settled: readonly Settled[]): Promise<void> {
  await database.transaction(async ({ spend }) => {
    for (const { aside, cost } of settled)
      await spend.correct(aside.guildId, aside.day, aside.model, {
        answers: cost.answers - aside.spend.answers,
        input: cost.input - aside.spend.input,
        output: cost.output - aside.spend.output,
        embedded: cost.embedded - aside.spend.embedded,
        microDollars: cost.microDollars - aside.spend.microDollars,
      });
  });
}

/** What was spent until now. */
export async function spentSoFar(
  { database, clock, modelCosts: { dollarsAMonth } }: BudgetDeps,
  guildId: GuildId,
): Promise<SpentSoFar> {
  const { day } = dayAndHour(clock.now());
  const { today, month } = await database.snapshot(async ({ spend }) => ({
    today: await spend.ofGuild(guildId, { from: day, to: day }),
    month: await spend.ofMonth(monthOf(day)),
  }));
  return { today, monthIsSpent: dollarsAMonth !== null && month >= dollarsAMonth * 1_000_000 };
}

/** What all servers have spent this month (UTC), and what they may. */
export async function spentByAll({
  database,
  clock,
  modelCosts: { dollarsAMonth },
}: BudgetDeps): Promise<{ readonly month: ModelSpend; readonly dollarsAMonth: number | null }> {
  const { day } = dayAndHour(clock.now());
  const range = { from: `${monthOf(day)}-01`, to: day };
  return { month: await database.snapshot(({ spend }) => spend.ofAll(range)), dollarsAMonth };
}

async function tokensADayOf({ settings }: Stores, guildId: GuildId | null): Promise<number | null> {
  return guildId === null ? null : (await settings.read(guildId)).modelTokensADay;
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}
