import type { GuildId, UserId } from '../../core/ids.ts';
import { type ModelSpend, memberShareOf, noSpend, tokensOf } from '../../core/model-spend.ts';
import type { MemberShares } from './member-shares.ts';
import { type BudgetDeps, setAside, settle } from './model-budget.ts';

/** A request to a model for a server. */
export type PaidRequest = {
  readonly guildId: GuildId;
  /** Whose share of the server's day it is; null for work that members do for the server, which is nobody's share. */
  readonly memberId: UserId | null;
  readonly model: string;
  /** What it costs at most. */
  readonly atMost: ModelSpend;
};

/** Puts what a request has cost in the place of what was set aside for it; null where nobody knows: then that stays spent. */
export type Settle = (cost: ModelSpend | null) => Promise<void>;

/**
 * Sets aside what a request costs at most, of the member's share and of the server's budget.
 *
 * @returns what settles it; `over-share` when the member has spent their share of the server's day, `over-budget` when the server's
 * day or the month of all servers does not hold it
 */
export async function payFor(
  deps: BudgetDeps & { readonly memberShares: MemberShares },
  { guildId, memberId, model, atMost }: PaidRequest,
): Promise<Settle | 'over-share' | 'over-budget'> {
  const settings = await deps.database.snapshot((stores) => stores.settings.read(guildId));
  const tokens = { share: memberShareOf(settings.modelTokensADay), atMost: tokensOf(atMost) };
  const settleShare =
    memberId === null ? async () => {} : await deps.memberShares.take({ guildId, memberId }, tokens);
  if (settleShare === null) return 'over-share';

  const aside = await setAside(deps, model, { guildId, atMost });
  if (aside === null) {
    await settleShare(tokensOf(noSpend));
    return 'over-budget';
  }
  return async (cost) => {
    if (cost === null) return;
    await settleShare(tokensOf(cost));
    await settle(deps, [{ aside, cost }]);
  };
}
