import { describe, expect, test } from 'vitest';
import { madeAtMs, snowflakes } from '../../../src/sandbox/snowflake.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

describe('ids', () => {
  test('tell when they were made and grow, even while the clock stands still', () => {
    const clock = fakeClock();
    const ids = snowflakes(clock);

    const all = Array.from({ length: 5_000 }, () => ids.next());
    clock.advance(10);
    const later = ids.next();

    expect(new Set(all).size).toBe(5_000);
    expect(all.every((id, index) => index === 0 || BigInt(id) > BigInt(all[index - 1] ?? '0'))).toBe(true);
    expect(all.every((id) => id.length >= 17 && id.length <= 19)).toBe(true);
    expect(madeAtMs(all[0] ?? '0')).toBe(clock.now() - 10);
    expect(madeAtMs(later)).toBe(clock.now());
  });
});
