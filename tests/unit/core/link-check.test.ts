import { describe, expect, it } from 'vitest';
import {
  afterLook,
  judged,
  type LinkAnswer,
  type LinkCheck,
  type LookAnswer,
  provesNetwork,
  sameAddress,
  shownLink,
  showsOtherwise,
  uncheckedLink,
} from '../../../src/core/link-check.ts';
import { PartialDate } from '../../../src/core/partial-date.ts';

const startMs = Date.UTC(2026, 2, 2, 9);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const url = 'https://harbour.example/survey';

/** What is known after these looks, each at so many ms after the start. */
function known(...looks: readonly (readonly [number, LinkAnswer['found']])[]): LinkCheck {
  return looks.reduce(
    (check, [atMs, found]) => {
      const answer: LinkAnswer =
        found === 'moved' ? { found, finalUrl: 'https://new.example/survey' } : { found };
      return afterLook(check, answer, startMs + atMs);
    },
    uncheckedLink(url, startMs),
  );
}

describe('what is known of a link', () => {
  it.each([
    { found: 'alive', days: 7 },
    { found: 'moved', days: 7 },
    { found: 'blocked', days: 30 },
  ] as const)('$found holds at once, and is looked at again after $days days', ({ found, days }) => {
    expect(known([0, found])).toMatchObject({
      state: found,
      checkedAt: startMs,
      changedAt: startMs,
      dueAt: startMs + days * dayMs,
    });
  });

  it('a missing page counts as dead when it is still missing a day later, since the first time', () => {
    expect(known([0, 'dead'])).toMatchObject({ state: 'unknown', checkedAt: null, dueAt: startMs + dayMs });
    expect(known([0, 'dead'], [dayMs - 1, 'dead'])).toMatchObject({
      state: 'unknown',
      dueAt: startMs + dayMs,
    });
    expect(known([0, 'dead'], [dayMs, 'dead'])).toMatchObject({
      state: 'dead',
      checkedAt: startMs + dayMs,
      changedAt: startMs,
      dueAt: startMs + 4 * dayMs,
    });
  });

  it('a living link that is missing once stays what it was', () => {
    const once = known([0, 'alive'], [7 * dayMs, 'dead']);

    expect(once).toMatchObject({ state: 'alive', checkedAt: startMs });
    expect(afterLook(once, { found: 'alive' }, startMs + 8 * dayMs)).toMatchObject({
      state: 'alive',
      missingSince: null,
    });
  });

  it('two bad days with a good one between them mark nothing', () => {
    expect(known([0, 'dead'], [dayMs, 'alive'], [8 * dayMs, 'dead'])).toMatchObject({ state: 'alive' });
  });

  it('a dead link that is there again is alive, since then', () => {
    const back = known([0, 'dead'], [dayMs, 'dead'], [4 * dayMs, 'alive']);

    expect(back).toMatchObject({ state: 'alive', changedAt: startMs + 4 * dayMs, missingSince: null });
  });

  it('what goes on keeps the moment it began', () => {
    expect(known([0, 'alive'], [7 * dayMs, 'alive'])).toMatchObject({
      checkedAt: startMs + 7 * dayMs,
      changedAt: startMs,
    });
    expect(known([0, 'dead'], [dayMs, 'dead'], [4 * dayMs, 'dead'])).toMatchObject({ changedAt: startMs });
  });

  it('a look that says nothing changes nothing, and is repeated ever later, daily at last', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 50].map((failures) => {
      const check = known(...Array.from({ length: failures }, () => [0, 'failed'] as const));
      return (check.dueAt - startMs) / hourMs;
    });

    expect(pauses).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect(known([0, 'alive'], [dayMs, 'failed'])).toMatchObject({ state: 'alive', checkedAt: startMs });
    expect(known([0, 'failed'], [hourMs, 'alive'])).toMatchObject({ failures: 0 });
  });

  it('a card says something else after an answer, and nothing else after none', () => {
    const before = known([0, 'alive']);

    expect(showsOtherwise(before, afterLook(before, { found: 'alive' }, startMs + dayMs))).toBe(true);
    expect(showsOtherwise(before, afterLook(before, { found: 'failed' }, startMs + dayMs))).toBe(false);
    expect(showsOtherwise(before, afterLook(before, { found: 'dead' }, startMs + dayMs))).toBe(false);
  });
});

describe('a host that is not found', () => {
  const answers: readonly LookAnswer[] = [
    { found: 'alive' },
    { found: 'moved', finalUrl: 'https://new.example/survey' },
    { found: 'dead' },
    { found: 'blocked' },
    { found: 'failed' },
    { found: 'no-host' },
  ];

  it('is gone where a site has answered, and says nothing where none has', () => {
    expect(judged({ found: 'no-host' }, true)).toEqual({ found: 'dead' });
    expect(judged({ found: 'no-host' }, false)).toEqual({ found: 'failed' });
    expect(answers.filter(provesNetwork).map(({ found }) => found)).toEqual([
      'alive',
      'moved',
      'dead',
      'blocked',
    ]);
  });

  it('changes nothing of what the other answers say', () => {
    for (const answer of answers.filter(({ found }) => found !== 'no-host'))
      expect([judged(answer, true), judged(answer, false)]).toEqual([answer, answer]);
  });
});

describe('what a card says of a link', () => {
  const dated = (date: string | null) => ({ lastChecked: date === null ? null : PartialDate.parse(date) });

  it.each([
    { looks: [[0, 'alive']] as const, shown: { state: 'alive', checkedAt: startMs } },
    {
      looks: [[0, 'moved']] as const,
      shown: { state: 'moved', checkedAt: startMs, finalUrl: 'https://new.example/survey' },
    },
    {
      looks: [
        [0, 'dead'],
        [dayMs, 'dead'],
      ] as const,
      shown: { state: 'dead', since: startMs },
    },
    { looks: [[0, 'blocked']] as const, shown: { state: 'blocked' } },
    { looks: [[0, 'failed']] as const, shown: null },
    { looks: [[0, 'dead']] as const, shown: null },
  ])('is $shown', ({ looks, shown }) => {
    expect(shownLink(dated(null), known(...looks))).toEqual(shown);
  });

  it.each([
    { date: '2026-03-03', shown: false },
    { date: '2026-03-02', shown: true },
    { date: '2026-04', shown: false },
    { date: '2026-03', shown: true },
    { date: '2026', shown: true },
    { date: '2027', shown: false },
  ])('beside a person’s look of $date that of March 2, 2026 is shown: $shown', ({ date, shown }) => {
    expect(shownLink(dated(date), known([0, 'alive'])) !== null).toBe(shown);
  });

  it('is what a person saw, where the site allows programs no look', () => {
    expect(shownLink(dated('2020'), known([0, 'blocked']))).toBeNull();
  });
});

it.each([
  ['http://a.example/x', 'https://www.a.example/x/', true],
  ['https://a.example/', 'https://a.example/#top', true],
  ['https://a.example/x', 'https://a.example/y', false],
  ['https://a.example/?id=1', 'https://a.example/?id=2', false],
  ['https://a.example/', 'https://b.example/', false],
])('%s and %s are the same address: %s', (one, other, same) => {
  expect(sameAddress(one, other)).toBe(same);
});
