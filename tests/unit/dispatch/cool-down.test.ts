import { describe, expect, it } from 'vitest';
import { UserId } from '../../../src/core/ids.ts';
import { coolDownIn } from '../../../src/dispatch/cool-down.ts';
import type { Cache } from '../../../src/ports/cache.ts';
import { fakeCache, type Kept } from '../../fakes/fake-cache.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const mara = UserId.parse('123456789012345678');
const noor = UserId.parse('223456789012345678');

function arranged() {
  const clock = fakeClock();
  const kept: Kept = new Map();
  const coolDown = coolDownIn(fakeCache(kept, clock.now), clock, (memberId) => `code of ${memberId}`);
  const act = async (times: number, stepMs = 0) => {
    for (let time = 0; time < times; time += 1) {
      await coolDown.admit(mara);
      clock.advance(stepMs);
    }
  };
  return { clock, kept, coolDown, act };
}

describe('the cool-down', () => {
  it('lets a member act eight times in fifteen seconds, and not a ninth time', async () => {
    const { act, coolDown } = arranged();

    await act(8);

    await expect(coolDown.admit(mara)).rejects.toMatchObject({
      code: 'too-fast',
      parameters: { seconds: 15 },
    });
  });

  it('counts acts that come all at once', async () => {
    const { coolDown } = arranged();

    const acts = await Promise.allSettled(Array.from({ length: 20 }, () => coolDown.admit(mara)));

    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
  });

  it('says how many seconds are left', async () => {
    const { act, coolDown, clock } = arranged();

    await act(8, 1_000);
    clock.advance(500);

    await expect(coolDown.admit(mara)).rejects.toMatchObject({ parameters: { seconds: 7 } });
  });

  it('is over when the oldest of the eight acts is fifteen seconds old', async () => {
    const { act, coolDown, clock } = arranged();
    await act(8);

    clock.advance(14_999);
    await expect(coolDown.admit(mara)).rejects.toMatchObject({ parameters: { seconds: 1 } });
    clock.advance(1);

    await expect(coolDown.admit(mara)).resolves.toBeTypeOf('function');
  });

  it('does not count an act that failed', async () => {
    const { coolDown } = arranged();

    for (let time = 0; time < 20; time += 1) {
      const takeBack = await coolDown.admit(mara);
      await takeBack();
    }

    await expect(coolDown.admit(mara)).resolves.toBeTypeOf('function');
  });

  it('is each member’s own', async () => {
    const { act, coolDown } = arranged();

    await act(8);

    await expect(coolDown.admit(noor)).resolves.toBeTypeOf('function');
  });

  it('keeps nothing but times', async () => {
    const { act, kept } = arranged();

    await act(3);

    expect([...kept.values()].map(({ value }) => value)).toEqual([
      [expect.any(Number), expect.any(Number), expect.any(Number)],
    ]);
  });

  it('makes nobody wait when the cache does not answer', async () => {
    const clock = fakeClock();
    const broken: Cache = {
      get: async () => undefined,
      set: async () => {},
      delete: async () => {},
      close: async () => {},
    };
    const coolDown = coolDownIn(broken, clock, (memberId) => `code of ${memberId}`);

    for (let time = 0; time < 20; time += 1) await coolDown.admit(mara);

    await expect(coolDown.admit(mara)).resolves.toBeTypeOf('function');
  });
});
