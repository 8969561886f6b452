/** What an analysis has cost, in tokens. */
export type TokenUse = { readonly input: number; readonly output: number };

/** What a model costs, in US dollars a million tokens. */
export type ModelPrices = { readonly input: number; readonly output: number };

/** What models cost, and may cost in a month for all servers together, in US dollars; null where the operator has not said. */
export type ModelCosts = {
  /** Of the model that describes posts. */
  readonly prices: ModelPrices | null;
  /** Of the model that compares meanings, a million tokens. */
  readonly embeddingPrice: number | null;
  readonly dollarsAMonth: number | null;
};

/** What was spent on models, in some time. */
export type ModelSpend = TokenUse & {
  /** Requests for an analysis that got an answer, or may have. */
  readonly answers: number;
  /** Tokens of texts whose meaning was compared; they are no answers. */
  readonly embedded: number;
  /** Millionths of a US dollar; 0 where no prices are known. */
  readonly microDollars: number;
};

/** What was spent in a period, and in the equally long one before. */
export type ComparedSpend = { readonly now: ModelSpend; readonly before: ModelSpend };

/** Nothing was spent. */
export const noSpend: ModelSpend = { answers: 0, input: 0, output: 0, embedded: 0, microDollars: 0 };

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

/** All tokens of what was spent, whatever they were for. */
export function tokensOf({ input, output, embedded }: Omit<ModelSpend, 'answers' | 'microDollars'>): number {
  return input + output + embedded;
}

/** What one analysis of so many tokens spends, its money rounded up; one of no tokens was no answer. */
export function costOfAnswer(use: TokenUse, prices: ModelPrices | null): ModelSpend {
  const dollars = prices === null ? 0 : use.input * prices.input + use.output * prices.output;
  const answers = use.input + use.output === 0 ? 0 : 1;
  return { ...noSpend, ...use, answers, microDollars: Math.ceil(dollars) };
}

/**
 * What the vectors of texts of so many tokens spend, their money rounded up.
 *
 * @param price - in US dollars a million tokens; null where it is not known
 */
export function costOfVectors(embedded: number, price: number | null): ModelSpend {
  return { ...noSpend, embedded, microDollars: Math.ceil(embedded * (price ?? 0)) };
}

/** Money spent in US dollars, up to the next cent: what cost something never looks free. */
export function dollarsOf({ microDollars }: Pick<ModelSpend, 'microDollars'>): number {
  return Math.ceil(microDollars / 10_000) / 100;
}

/** What may still be spent: by a server on a day, and by all servers together in a month. */
export type ModelBudget = {
  /** In tokens of all kinds together; null for what belongs to no server. */
  readonly tokensADay: number | null;
  /** In US dollars; null: as much as the servers' own limits allow. */
  readonly dollarsAMonth: number | null;
};

/**
 * Whether a budget holds one more request.
 *
 * @param spent - by the server today, and by all servers this month
 * @param more - what the request costs at most
 */
export function holds(
  { tokensADay, dollarsAMonth }: ModelBudget,
  spent: { readonly today: ModelSpend; readonly month: Pick<ModelSpend, 'microDollars'> },
  more: ModelSpend,
): boolean {
  const tokens = tokensOf(spent.today) + tokensOf(more);
  const dollars = (spent.month.microDollars + more.microDollars) / 1_000_000;
  return (
    (tokensADay === null || tokens <= tokensADay) && (dollarsAMonth === null || dollars <= dollarsAMonth)
  );
}

/** Of a server's tokens a day a member may spend one in so many. Chosen: several members can ask before a few have spent it all. */
const membersADay = 4;

/** The share of a server's day that one member may spend, in tokens; at least one, so that an empty budget is told as such. */
export function memberShareOf(tokensADay: number): number {
  return Math.max(1, Math.floor(tokensADay / membersADay));
}
