import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceOf, knownness } from '../../../src/core/matching/confidence.ts';

const signs = {
  coverage: 0.6,
  lead: 0.3,
  mass: 12,
  sentence: { coverage: 0.6, mass: 12 },
  said: 0.5,
  contradicts: false,
};

describe('confidence', () => {
  test.each([
    { surer: { ...signs, lead: 0.9 }, why: 'no other claim is near' },
    { surer: { ...signs, coverage: 1 }, why: 'the claim answers to every word' },
    {
      surer: { ...signs, mass: 40, sentence: { coverage: 0.6, mass: 40 } },
      why: 'the matched words are rarer',
    },
    { surer: { ...signs, sentence: { coverage: 1, mass: 12 } }, why: 'a sentence is wholly about the claim' },
    { surer: { ...signs, said: 1 }, why: 'all that the claim says is said' },
  ])('is higher when $why', ({ surer }) => {
    expect(confidenceOf(surer)).toBeGreaterThan(confidenceOf(signs));
  });

  test('is lower when the claim says another number', () => {
    expect(confidenceOf({ ...signs, contradicts: true })).toBeLessThan(confidenceOf(signs));
  });

  test('is a chance, whatever the signs', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const mass = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(share, share, mass, share, fc.boolean(), (coverage, lead, nats, said, contradicts) => {
        for (const chance of [
          confidenceOf({
            coverage,
            lead,
            mass: nats,
            sentence: { coverage: lead, mass: nats },
            said,
            contradicts,
          }),
          knownness({ coverage, mass: nats }),
        ]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a query of which nothing matches is not known', () => {
    expect(knownness({ coverage: 0, mass: 0 })).toBeLessThan(0.01);
  });
});
