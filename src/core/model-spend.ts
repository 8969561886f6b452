/** What an analysis has cost, in tokens. */
export type TokenUse = { readonly input: number; readonly output: number };

/** What a model costs, in US dollars a million tokens. */
export type ModelPrices = { readonly input: number; readonly output: number };

/** What was spent on a model, in some time. */
export type ModelSpend = TokenUse & {
  /** Requests that got an answer, or may have. */
  readonly answers: number;
  /** Millionths of a US dollar; 0 where no prices are known. */
  readonly microDollars: number;
};

/** What was spent in a period, and in the equally long one before. */
export type ComparedSpend = { readonly now: ModelSpend; readonly before: ModelSpend };

/** Nothing was spent. */
export const noSpend: ModelSpend = { answers: 0, input: 0, output: 0, microDollars: 0 };

/** The sum of what several requests have cost. */
export function totalUse(uses: readonly TokenUse[]): TokenUse {
  return uses.reduce(
    (sum, { input, output }) => ({ input: sum.input + input, output: sum.output + output }),
    {
      input: 0,
      output: 0,
    },
  );
}

/** What so many tokens cost, in millionths of a US dollar, rounded up; 0 where no prices are known. */
export function microDollarsOf({ input, output }: TokenUse, prices: ModelPrices | null): number {
  return prices === null ? 0 : Math.ceil(input * prices.input + output * prices.output);
}

/** What may still be spent: by a server on a day, and by all servers together in a month. */
export type ModelBudget = {
  /** In tokens, both ways together. */
  readonly tokensADay: number;
  /** In US dollars; null: as much as the servers' own limits allow. */
  readonly dollarsAMonth: number | null;
};

/**
 * Whether a budget holds one more answer.
 *
 * @param spent - by the server today, and by all servers this month
 * @param more - what the answer costs at most
 */
export function holds(
  { tokensADay, dollarsAMonth }: ModelBudget,
  spent: { readonly today: TokenUse; readonly month: Pick<ModelSpend, 'microDollars'> },
  more: Pick<ModelSpend, 'input' | 'output' | 'microDollars'>,
): boolean {
  const tokens = spent.today.input + spent.today.output + more.input + more.output;
  const dollars = (spent.month.microDollars + more.microDollars) / 1_000_000;
  return tokens <= tokensADay && (dollarsAMonth === null || dollars <= dollarsAMonth);
}
