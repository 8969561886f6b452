import { describe, expect, it } from 'vitest';
import { siteTurns } from '../../../src/adapters/web/site-turns.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const never = new AbortController().signal;

/** Lets everything that waits for nothing but promises go on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Turns whose work is written down, with the seconds since the start, and ends when told to. */
function turnsOf(sitesAtOnce: number) {
  const clock = fakeClock();
  const startMs = clock.now();
  const turns = siteTurns(clock, sitesAtOnce);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const take = (site: string, options: { restMs?: number; stop?: AbortSignal; lasting?: boolean } = {}) =>
    turns.take(
      site,
      () => options.restMs ?? 5_000,
      options.stop ?? never,
      async () => {
        begun.push(`${site} ${(clock.now() - startMs) / 1_000}`);
        if (options.lasting === true) await new Promise<void>((resolve) => ends.push(resolve));
      },
    );
  return { clock, begun, ends, take };
}

describe('turns of sites', () => {
  it('a site is left alone after each request for as long as it wants', async () => {
    const { clock, begun, take } = turnsOf(4);

    const all = Promise.all([take('a'), take('a', { restMs: 60_000 }), take('a')]);
    for (let second = 0; second <= 70; second += 1) {
      await turn();
      clock.advance(1_000);
    }
    await all;

    expect(begun).toEqual(['a 0', 'a 5', 'a 65']);
    expect(clock.timers()).toBe(0);
  });

  it('a rest counts from the end of a request, and there is never more than one at a site', async () => {
    const { clock, begun, ends, take } = turnsOf(4);

    const all = Promise.all([take('a', { lasting: true }), take('a')]);
    await turn();
    clock.advance(30_000);
    await turn();
    expect(begun).toEqual(['a 0']);
    ends.shift()?.();
    await turn();
    clock.advance(5_000);
    await all;

    expect(begun).toEqual(['a 0', 'a 35']);
  });

  it('no more sites than allowed are asked at once, those that wait longest come next', async () => {
    const { begun, ends, take } = turnsOf(2);

    const all = Promise.all(['a', 'b', 'c', 'd'].map((site) => take(site, { lasting: true })));
    await turn();
    expect(begun).toEqual(['a 0', 'b 0']);
    ends.shift()?.();
    await turn();
    expect(begun).toEqual(['a 0', 'b 0', 'c 0']);
    ends.shift()?.();
    await turn();
    for (const end of ends) end();
    await all;

    expect(begun).toEqual(['a 0', 'b 0', 'c 0', 'd 0']);
  });

  it('a site that rests keeps nobody else from a turn', async () => {
    const { begun, take } = turnsOf(1);
    await take('a');

    const waiting = take('a');
    await take('b');

    expect(begun).toEqual(['a 0', 'b 0']);
    void waiting;
  });

  it('a request that fails gives its turn back', async () => {
    const clock = fakeClock();
    const turns = siteTurns(clock, 1);
    const failing = () => Promise.reject(new Error('no answer'));

    await expect(turns.take('a', () => 0, never, failing)).rejects.toThrow('no answer');

    expect(
      await turns.take(
        'a',
        () => 0,
        never,
        () => Promise.resolve('done'),
      ),
    ).toBe('done');
  });

  it('whoever waits leaves at once when stopped, and leaves no timer behind', async () => {
    const { clock, begun, take } = turnsOf(1);
    const stopping = new AbortController();
    await take('a');

    const waiting = [take('a', { stop: stopping.signal }), take('a', { stop: stopping.signal })];
    await turn();
    stopping.abort(new Error('the bot stops'));

    for (const one of waiting) await expect(one).rejects.toThrow('the bot stops');
    expect(begun).toEqual(['a 0']);
    expect(clock.timers()).toBe(0);
  });

  it('whoever is stopped behind a request under way leaves at once, and lets nobody pass it', async () => {
    const { begun, ends, take } = turnsOf(4);
    const stopping = new AbortController();
    const first = take('a', { lasting: true, restMs: 0 });
    await turn();

    const leaving = take('a', { stop: stopping.signal });
    const last = take('a', { restMs: 0 });
    stopping.abort(new Error('patience is at its end'));
    await expect(leaving).rejects.toThrow('patience is at its end');
    await turn();
    expect(begun).toEqual(['a 0']);
    ends.shift()?.();
    await Promise.all([first, last]);

    expect(begun).toEqual(['a 0', 'a 0']);
  });

  it('whoever is stopped while all slots are taken leaves at once, and takes none with them', async () => {
    const { begun, ends, take } = turnsOf(1);
    const stopping = new AbortController();
    const first = take('a', { lasting: true });
    await turn();

    const leaving = take('b', { stop: stopping.signal });
    await turn();
    stopping.abort(new Error('patience is at its end'));
    await expect(leaving).rejects.toThrow('patience is at its end');
    ends.shift()?.();
    await Promise.all([first, take('c')]);

    expect(begun).toEqual(['a 0', 'c 0']);
  });
});
