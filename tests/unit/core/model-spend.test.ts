import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, microDollarsOf, noSpend, totalUse } from '../../../src/core/model-spend.ts';

const budget = { tokensADay: 1_000, dollarsAMonth: 1 };
const more = { input: 90, output: 10, microDollars: 50_000 };

describe('the cost of a model', () => {
  it('is reckoned from prices for a million tokens, rounded up, and is nothing without prices', () => {
    const use = { input: 1_000, output: 101 };

    expect(microDollarsOf(use, { input: 0.15, output: 0.6 })).toBe(211);
    expect(microDollarsOf({ input: 1_000_000, output: 0 }, { input: 2, output: 8 })).toBe(2_000_000);
    expect(microDollarsOf(use, null)).toBe(0);
  });
});

describe('a budget', () => {
  it.each([
    { today: 900, month: 950_000, fits: true, why: 'it is used up to the last token and cent' },
    { today: 901, month: 0, fits: false, why: 'one token too much' },
    { today: 0, month: 950_001, fits: false, why: 'a millionth of a dollar too much' },
  ])('holds an answer or does not: $why', ({ today, month, fits }) => {
    const spent = { today: { ...noSpend, output: today }, month: { ...noSpend, microDollars: month } };

    expect(holds(budget, spent, more)).toBe(fits);
  });

  it('without a limit in dollars is one of tokens alone', () => {
    const spent = { today: noSpend, month: { ...noSpend, microDollars: 10 ** 12 } };

    expect(holds({ ...budget, dollarsAMonth: null }, spent, more)).toBe(true);
    expect(holds({ tokensADay: 0, dollarsAMonth: null }, spent, { ...more, input: 0, output: 1 })).toBe(
      false,
    );
  });

  it('never holds more than it has, however many answers are set aside one after the other', () => {
    const uses = fc.array(fc.record({ input: fc.nat(500), output: fc.nat(500) }), { maxLength: 30 });

    fc.assert(
      fc.property(uses, (wanted) => {
        const taken: { input: number; output: number }[] = [];
        for (const use of wanted) {
          const today = { ...noSpend, ...totalUse(taken) };
          if (
            holds({ ...budget, dollarsAMonth: null }, { today, month: noSpend }, { ...use, microDollars: 0 })
          )
            taken.push(use);
        }

        const { input, output } = totalUse(taken);
        expect(input + output).toBeLessThanOrEqual(budget.tokensADay);
      }),
    );
  });
});
