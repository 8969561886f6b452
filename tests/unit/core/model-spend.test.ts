import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  costOfAnswer,
  costOfVectors,
  dollarsOf,
  holds,
  type ModelSpend,
  memberShareOf,
  noSpend,
  tokensOf,
  totalUse,
} from '../../../src/core/model-spend.ts';

const budget = { tokensADay: 1_000, dollarsAMonth: 1 };
const more = { ...noSpend, input: 50, output: 10, embedded: 40, microDollars: 50_000 };

describe('the cost of a model', () => {
  it('is reckoned from prices for a million tokens, rounded up, and is nothing without prices', () => {
    const use = { input: 1_000, output: 101 };
    const million = { input: 1_000_000, output: 0 };

    expect(costOfAnswer(use, { input: 0.15, output: 0.6 })).toEqual({
      ...use,
      answers: 1,
      embedded: 0,
      microDollars: 211,
    });
    expect(costOfAnswer(million, { input: 2, output: 8 }).microDollars).toBe(2_000_000);
    expect(costOfAnswer(use, null).microDollars).toBe(0);
  });

  it('is that of no answer where no tokens were used', () => {
    expect(costOfAnswer({ input: 0, output: 0 }, { input: 2, output: 8 })).toEqual(noSpend);
  });

  it('of vectors is no answer, and has a price of its own', () => {
    expect(costOfVectors(21, 0.02)).toEqual({ ...noSpend, embedded: 21, microDollars: 1 });
    expect(costOfVectors(21, null)).toEqual({ ...noSpend, embedded: 21 });
  });

  it('is told up to the next cent', () => {
    expect([0, 1, 10_000, 10_001].map((microDollars) => dollarsOf({ microDollars }))).toEqual([
      0, 0.01, 0.01, 0.02,
    ]);
  });
});

describe('a budget', () => {
  it.each([
    { today: 900, month: 950_000, fits: true, why: 'it is used up to the last token and cent' },
    { today: 901, month: 0, fits: false, why: 'one token too much' },
    { today: 0, month: 950_001, fits: false, why: 'a millionth of a dollar too much' },
  ])('holds a request or does not: $why', ({ today, month, fits }) => {
    const spent = { today: { ...noSpend, output: today }, month: { ...noSpend, microDollars: month } };

    expect(holds(budget, spent, more)).toBe(fits);
  });

  it('without a limit in dollars is one of tokens alone, and without one of tokens one of dollars alone', () => {
    const rich = { today: noSpend, month: { microDollars: 10 ** 12 } };
    const busy = { today: { ...noSpend, embedded: 10 ** 9 }, month: noSpend };

    expect(holds({ ...budget, dollarsAMonth: null }, rich, more)).toBe(true);
    expect(holds({ tokensADay: 0, dollarsAMonth: null }, rich, { ...noSpend, output: 1 })).toBe(false);
    expect(holds({ ...budget, tokensADay: null }, busy, more)).toBe(true);
    expect(holds({ ...budget, tokensADay: null }, rich, more)).toBe(false);
  });

  it('never holds more than it has, however many requests are set aside one after the other', () => {
    const uses = fc.array(fc.record({ input: fc.nat(500), output: fc.nat(500), embedded: fc.nat(500) }), {
      maxLength: 30,
    });

    fc.assert(
      fc.property(uses, (wanted) => {
        const taken: ModelSpend[] = [];
        const embedded = () => taken.reduce((sum, use) => sum + use.embedded, 0);
        for (const use of wanted) {
          const today = { ...noSpend, ...totalUse(taken), embedded: embedded() };
          const request = { ...noSpend, ...use };
          if (holds({ ...budget, dollarsAMonth: null }, { today, month: noSpend }, request))
            taken.push(request);
        }

        const spent = { ...totalUse(taken), embedded: embedded() };
        expect(tokensOf(spent)).toBeLessThanOrEqual(budget.tokensADay);
      }),
    );
  });

  it('is a quarter of it for one member, and never nothing at all', () => {
    expect([200_000, 20_001, 3, 0].map(memberShareOf)).toEqual([50_000, 5_000, 1, 1]);
  });
});
