import { describe, expect, it } from 'vitest';
import { FootnoteError } from '../../../src/core/errors.ts';
import { GuildId, UserId } from '../../../src/core/ids.ts';
import { openReportCoolDown } from '../../../src/services/reports/report-cool-down.ts';
import { fakeCache, type Kept } from '../../fakes/fake-cache.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const here = GuildId.parse('100000000000000001');
const there = GuildId.parse('100000000000000002');
const member = (number: number) => UserId.parse(String(200_000_000_000_000_000n + BigInt(number)));

function arranged() {
  const clock = fakeClock();
  const kept: Kept = new Map();
  const coolDown = openReportCoolDown({
    cache: fakeCache(kept, clock.now),
    clock,
    pseudonym: (memberId) => `code of ${memberId.slice(-4)}`,
  });
  const report = (by: number, guildId = here) =>
    coolDown.within({ guildId, memberId: member(by) }, async () => 'filed');
  return { clock, kept, coolDown, report };
}

describe('cool-downs of reports', () => {
  it('let a member report five posts in ten minutes, and say how long to wait for the sixth', async () => {
    const { clock, report } = arranged();

    for (let time = 0; time < 5; time += 1) await report(1);
    clock.advance(90_000);

    await expect(report(1)).rejects.toMatchObject({
      code: 'report.too-many',
      parameters: { count: 5, minutes: 9 },
    });
    clock.advance(8.5 * 60_000);
    await expect(report(1)).resolves.toBe('filed');
  });

  it('are each member’s own', async () => {
    const { report } = arranged();

    for (let time = 0; time < 5; time += 1) await report(1);

    await expect(report(2)).resolves.toBe('filed');
  });

  it('let a server take a hundred reports a minute, and no more', async () => {
    const { clock, report } = arranged();

    for (let by = 0; by < 100; by += 1) await report(by);

    await expect(report(500)).rejects.toMatchObject({
      code: 'report.server-busy',
      parameters: { seconds: 60 },
    });
    await expect(report(501, there)).resolves.toBe('filed');
    clock.advance(60_000);
    await expect(report(500)).resolves.toBe('filed');
  });

  it('do not count a report that failed, whatever it failed for', async () => {
    const { coolDown, report } = arranged();
    const failing = () =>
      coolDown.within({ guildId: here, memberId: member(1) }, async () => {
        throw new FootnoteError('report.again', { number: 1 });
      });

    for (let time = 0; time < 30; time += 1)
      await expect(failing()).rejects.toMatchObject({ code: 'report.again' });

    await expect(report(1)).resolves.toBe('filed');
  });

  it('do not count what the server had no room for towards the member', async () => {
    const { clock, report } = arranged();
    for (let by = 1; by <= 100; by += 1) await report(by);

    for (let time = 0; time < 6; time += 1)
      await expect(report(0)).rejects.toMatchObject({ code: 'report.server-busy' });
    clock.advance(60_000);

    await expect(report(0)).resolves.toBe('filed');
  });

  it('tell before a form is opened what they would say after it', async () => {
    const { coolDown, report } = arranged();
    const check = () => coolDown.check({ guildId: here, memberId: member(1) });

    for (let time = 0; time < 20; time += 1) await check();
    for (let time = 0; time < 5; time += 1) await report(1);

    await expect(check()).rejects.toMatchObject({ code: 'report.too-many' });
  });

  it('count reports that come at the same moment', async () => {
    const { report } = arranged();

    const all = await Promise.allSettled(Array.from({ length: 12 }, () => report(1)));

    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('keep times under a code, and no member’s id', async () => {
    const { kept, report } = arranged();

    await report(1);

    expect(JSON.stringify([...kept])).not.toContain(member(1));
    expect([...kept.values()].map(({ value }) => value)).toEqual([
      [expect.any(Number)],
      [expect.any(Number)],
    ]);
  });
});
