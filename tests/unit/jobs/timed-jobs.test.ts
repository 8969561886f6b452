import { describe, expect, it } from 'vitest';
import { openLog } from '../../../src/adapters/log.ts';
import { CaseId, GuildId } from '../../../src/core/ids.ts';
import { startAgeing } from '../../../src/jobs/ageing.ts';
import { startLinkCheck } from '../../../src/jobs/link-check.ts';
import { startNightly } from '../../../src/jobs/nightly.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const log = openLog('silent', { write: () => {} });
const dayMs = 24 * 3_600_000;

/** Lets everything that waits for nothing but promises go on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the look for ageing cases', () => {
  it('is never under way twice, however far the clock jumps', async () => {
    const clock = fakeClock();
    const slow = Promise.withResolvers<number>();
    let begun = 0;
    const alertAgeingCases = () => {
      begun += 1;
      return slow.promise;
    };
    const stop = startAgeing({ alertAgeingCases }, clock, log);

    clock.advance(3 * dayMs);
    const during = begun;
    slow.resolve(0);
    await turn();
    clock.advance(300_000);
    await stop();

    expect([during, begun]).toEqual([1, 2]);
    expect(clock.timers()).toBe(0);
  });

  it('goes on after a failure', async () => {
    const clock = fakeClock();
    let begun = 0;
    const alertAgeingCases = () => {
      begun += 1;
      return Promise.reject(new Error('the disk is full'));
    };
    const stop = startAgeing({ alertAgeingCases }, clock, log);

    await turn();
    clock.advance(300_000);
    await stop();

    expect(begun).toBe(2);
  });
});

describe('the link check', () => {
  const round = { looked: 0, news: 0, failed: 0 };
  const web = { check: () => Promise.resolve(null) };

  it('ends a round that is under way when it is stopped, and leaves no timer behind', async () => {
    const clock = fakeClock();
    let stopped = false;
    const checkLinks = (_: unknown, stop: AbortSignal) =>
      new Promise<typeof round>((resolve) => {
        stop.addEventListener('abort', () => {
          stopped = true;
          resolve(round);
        });
      });
    const stop = startLinkCheck({ checkLinks }, web, clock, log);
    clock.advance(dayMs);

    await stop();

    expect(stopped).toBe(true);
    expect(clock.timers()).toBe(0);
  });

  it('goes on after a failure', async () => {
    const clock = fakeClock();
    let begun = 0;
    const checkLinks = () => {
      begun += 1;
      return Promise.reject(new Error('the disk is full'));
    };
    const stop = startLinkCheck({ checkLinks }, web, clock, log);

    await turn();
    clock.advance(300_000);
    await stop();

    expect(begun).toBe(2);
  });
});

describe('the nightly work', () => {
  it('leaves no timer behind when it is stopped in the midst of a night', async () => {
    const clock = fakeClock();
    const night = Promise.withResolvers<void>();
    const one = { guildId: GuildId.parse('1290000000000000001'), caseId: CaseId.parse('aaaaaaaaaaaa') };
    const closing = [{ ...one, untilMs: clock.now() + dayMs }];
    const stop = startNightly(
      {
        checkReportedMessages: async () => {
          await night.promise;
          return { looked: 1, gone: 0, closed: 0, failed: 0, closing };
        },
        checkReportedMessage: async () => {},
        purgeDeparted: async () => 0,
      },
      clock,
      log,
    );
    clock.advance(10 * 60_000);
    await turn();

    const stopped = stop();
    night.resolve();
    await stopped;

    expect(clock.timers()).toBe(0);
  });
});
