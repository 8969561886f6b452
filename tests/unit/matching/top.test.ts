import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highest } from '../../../src/core/matching/top.ts';

test('the highest scores are those a full sort finds, equal ones by number, none at 0', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 45 }), (given, limit) => {
      const sorted = given
        .map((score, claim) => ({ score, claim }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.claim - b.claim)
        .slice(0, limit)
        .map(({ claim }) => claim);

      expect(highest(Float32Array.from(given), limit)).toEqual(sorted);
    }),
  );
});
