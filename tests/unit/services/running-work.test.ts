import { describe, expect, it } from 'vitest';
import { randomId } from '../../../src/adapters/random-id.ts';
import { UserId } from '../../../src/core/ids.ts';
import { trackWork } from '../../../src/services/running-work.ts';

const [ada, bob] = ['1290000000000000301', '1290000000000000302'].map((id) => UserId.parse(id));

function absent(): never {
  throw new TypeError('there are two members');
}

describe('work that a member waits for', () => {
  it('is stopped by that member alone, while it runs', async () => {
    const work = trackWork(randomId);
    const { id, stop, end } = work.begin(ada ?? absent());

    expect(() => work.stop(id, bob ?? absent())).toThrow('work.gone');
    expect(stop.aborted).toBe(false);

    work.stop(id, ada ?? absent())();
    await end();

    expect(stop.reason).toMatchObject({ code: 'work.stopped' });
    expect(() => work.stop(id, ada ?? absent())).toThrow('work.gone');
  });

  it('is not stopped any more once it has begun to store something', () => {
    const work = trackWork(randomId);
    const { id, stop, commit } = work.begin(ada ?? absent());

    commit();

    expect(() => work.stop(id, ada ?? absent())).toThrow('work.gone');
    work.stopAll();
    expect(stop.aborted).toBe(false);
  });

  it('stores nothing once it was stopped', () => {
    const work = trackWork(randomId);
    const { id, commit } = work.begin(ada ?? absent());

    work.stop(id, ada ?? absent());

    expect(commit).toThrow('work.stopped');
    expect(() => work.stop(id, ada ?? absent())).toThrow('work.gone');
  });

  it('is over only when whoever stopped it has been answered', async () => {
    const work = trackWork(randomId);
    const { id, end } = work.begin(ada ?? absent());
    const order: string[] = [];
    const answered = work.stop(id, ada ?? absent());

    const over = end().then(() => order.push('over'));
    await Promise.resolve();
    order.push('answered');
    answered();
    await over;

    expect(order).toEqual(['answered', 'over']);
  });

  it('is stopped all at once when the bot ends', () => {
    const work = trackWork(randomId);
    const both = [work.begin(ada ?? absent()), work.begin(bob ?? absent())];

    work.stopAll();

    expect(both.map(({ stop }) => stop.aborted)).toEqual([true, true]);
  });
});
