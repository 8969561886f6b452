import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  growingEntries,
  hasEntry,
  IMPACT_BITS,
  IMPACT_MASK,
  STEP_BITS,
} from '../../../src/core/matching/entries.ts';
import '../../property-seed.ts';

const list = fc
  .uniqueArray(fc.oneof(fc.nat({ max: 400 }), fc.nat({ max: 3_000_000 })), { maxLength: 200 })
  .map((claims) => claims.toSorted((a, b) => a - b));

test('lists of claims, near together or millions apart, are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(list, { maxLength: 5 }), (lists) => {
      const entries = growingEntries(0);
      const ends = lists.map((claims) => {
        claims.forEach((claim, at) => {
          entries.put(claim, 1 + (at % IMPACT_MASK));
        });
        return entries.endList();
      });
      const all = entries.all();

      lists.forEach((claims, at) => {
        const from = ends[at - 1] ?? 0;
        const to = ends[at] ?? 0;
        let reached = -1;
        const read = Array.from(all.packed.subarray(from, to)).flatMap((entry) => {
          const isStep = (entry & IMPACT_MASK) === 0;
          reached += (entry >>> IMPACT_BITS) << (isStep ? STEP_BITS : 0);
          return isStep ? [] : { claim: reached, impact: entry & IMPACT_MASK };
        });
        expect(read).toEqual(claims.map((claim, place) => ({ claim, impact: 1 + (place % IMPACT_MASK) })));

        const held = new Set(claims);
        for (const near of claims.flatMap((claim) => [claim - 1, claim, claim + 1])) {
          expect(hasEntry(all, from, to, near)).toBe(held.has(near));
        }
      });
    }),
  );
});
