import { describe, expect, test } from 'vitest';
import type { UserId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { someMember } from '../fixtures/store/example-case.ts';

/** Who was erased a moment ago. */
export function describeErasures(opened: () => Database): void {
  const note = (memberId: UserId, nowMs: number) =>
    opened().transaction(({ erasures }) => erasures.note(memberId, nowMs));
  const erasedSince = async (memberId: UserId, sinceMs: number) =>
    (await opened().snapshot(({ erasures }) => erasures.since(sinceMs)))(memberId);

  describe('erasures of the last minutes', () => {
    test('a member is known to have been erased since a moment, that moment included', async () => {
      const [erased, other] = [someMember(), someMember()];
      await note(erased, 2_000);

      const found = await Promise.all([1_999, 2_000, 2_001].map((sinceMs) => erasedSince(erased, sinceMs)));

      expect(found).toEqual([true, true, false]);
      expect(await erasedSince(other, 0)).toBe(false);
    });

    test('a member may be erased again and again', async () => {
      const member = someMember();
      await note(member, 3_000);
      await note(member, 3_000);
      await note(member, 4_000);

      expect(await erasedSince(member, 3_500)).toBe(true);
    });

    test('those before a moment are forgotten', async () => {
      const [early, late] = [someMember(), someMember()];
      await opened().transaction(({ erasures }) => erasures.deleteBefore(9_000));
      await note(early, 6_999);
      await note(late, 7_000);

      const forgotten = await opened().transaction(({ erasures }) => erasures.deleteBefore(7_000));

      expect(forgotten).toBe(1);
      expect([await erasedSince(early, 0), await erasedSince(late, 0)]).toEqual([false, true]);
    });
  });
}
