import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAct,
  type CaseAct,
  type CaseStatus,
  isAgeing,
  type Resolution,
  resolutionKinds,
} from '../../../src/core/case.ts';
import { FootnoteError } from '../../../src/core/errors.ts';
import { UserId } from '../../../src/core/ids.ts';

const max = UserId.parse('1290000000000000303');
const ada = UserId.parse('1290000000000000304');
const moderator = fc.constantFrom(max, ada);

const opened: CaseStatus = {
  state: 'open',
  assigneeId: null,
  resolution: null,
  waitsSince: 0,
  takenAt: null,
  resolvedAt: null,
};
const resolvedBy = (by: UserId): Resolution => ({
  kind: 'no-action',
  by,
  note: null,
  url: null,
  claim: null,
});

const anyAct: fc.Arbitrary<CaseAct> = fc.oneof(
  fc.record({ do: fc.constant('take' as const), by: moderator }),
  fc.record({ do: fc.constant('take-over' as const), by: moderator, from: moderator }),
  fc.record({ do: fc.constant('give-back' as const), by: moderator }),
  fc.record({ kind: fc.constantFrom(...resolutionKinds), by: moderator }).map(({ kind, by }) => ({
    do: 'resolve' as const,
    resolution: { ...resolvedBy(by), kind },
  })),
  fc.constant({ do: 'reopen' as const }),
  fc.constant({ do: 'report' as const }),
);

/** What an act comes to, said a second time and in another way: the state it leads to, or the refusal. */
type Expected = { readonly leadsTo: string } | { readonly refused: string };
const leadsTo = (state: string): Expected => ({ leadsTo: state });
const refused = (code: string): Expected => ({ refused: code });

/** Columns: nobody has it (`-`), the one who acts (`me`), another (`other`), nobody any more (`done`). */
const table: Readonly<Record<CaseAct['do'], Readonly<Record<'-' | 'me' | 'other' | 'done', Expected>>>> = {
  take: {
    '-': leadsTo('assigned me'),
    me: leadsTo('assigned me'),
    other: refused('case.taken'),
    done: refused('case.already-resolved'),
  },
  'take-over': {
    '-': refused('case.not-yours'),
    me: leadsTo('assigned me'),
    other: leadsTo('assigned me'),
    done: refused('case.already-resolved'),
  },
  'give-back': {
    '-': refused('case.not-yours'),
    me: leadsTo('open nobody'),
    other: refused('case.not-yours'),
    done: refused('case.already-resolved'),
  },
  resolve: {
    '-': leadsTo('resolved nobody'),
    me: leadsTo('resolved nobody'),
    other: refused('case.taken'),
    done: refused('case.already-resolved'),
  },
  reopen: {
    '-': refused('case.not-resolved'),
    me: refused('case.not-resolved'),
    other: refused('case.not-resolved'),
    done: leadsTo('reopened nobody'),
  },
  report: {
    '-': leadsTo('unchanged'),
    me: leadsTo('unchanged'),
    other: leadsTo('unchanged'),
    done: leadsTo('reopened nobody'),
  },
};

function actor(act: CaseAct): UserId | null {
  if (act.do === 'resolve') return act.resolution.by;
  return 'by' in act ? act.by : null;
}

function expectedOf({ state, assigneeId }: CaseStatus, act: CaseAct): Expected {
  const column =
    state === 'resolved' ? 'done' : assigneeId === null ? '-' : assigneeId === actor(act) ? 'me' : 'other';
  if (act.do === 'take-over' && column === 'other' && act.from !== assigneeId) return refused('case.taken');
  return table[act.do][column];
}

function attempt(status: CaseStatus, act: CaseAct, nowMs: number): CaseStatus | FootnoteError {
  try {
    return afterAct(status, act, nowMs);
  } catch (error) {
    if (error instanceof FootnoteError) return error;
    throw error;
  }
}

describe('what acts do to a case', () => {
  it('reaches, by any sequence of acts, only what the table allows', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        let status = opened;
        for (const [index, act] of acts.entries()) {
          const before = structuredClone(status);
          const result = attempt(status, act, index + 1);

          expect(status).toEqual(before);
          const expected = expectedOf(before, act);
          if (result instanceof FootnoteError) {
            expect(expected).toEqual(refused(result.code));
            continue;
          }
          if (!('leadsTo' in expected)) throw new Error(`${act.do} should have been refused`);
          const whose =
            result.assigneeId === null ? 'nobody' : result.assigneeId === actor(act) ? 'me' : 'other';
          if (expected.leadsTo === 'unchanged') expect(result).toEqual(before);
          else expect(`${result.state} ${whose}`).toBe(expected.leadsTo);
          status = result;
        }
      }),
    );
  });

  it('keeps at every moment: an assignee if and only if assigned, a resolution and its time if and only if resolved', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        let status = opened;
        for (const [index, act] of acts.entries()) {
          const result = attempt(status, act, index + 1);
          if (result instanceof FootnoteError) continue;
          if (result.state === 'resolved' && status.state !== 'resolved') expect(act.do).toBe('resolve');
          status = result;

          expect(status.assigneeId !== null).toBe(status.state === 'assigned');
          expect(status.resolution !== null).toBe(status.state === 'resolved');
          expect(status.resolvedAt !== null).toBe(status.state === 'resolved');
          expect(status.waitsSince).toBeLessThanOrEqual(index + 1);
        }
      }),
    );
  });

  it('names who has taken it, and who resolved it', () => {
    const taken = afterAct(opened, { do: 'take', by: max }, 1);
    const done = afterAct(taken, { do: 'resolve', resolution: resolvedBy(max) }, 2);

    expect(() => afterAct(taken, { do: 'take', by: ada }, 3)).toThrow(
      new FootnoteError('case.taken', { member: max }),
    );
    expect(() => afterAct(done, { do: 'take', by: ada }, 3)).toThrow(
      new FootnoteError('case.already-resolved', { member: max }),
    );
  });

  it('lets the clock of waiting begin anew when a case is taken, given back and reopened, not when it is reported again', () => {
    const taken = afterAct(opened, { do: 'take', by: max }, 10);
    const again = afterAct(taken, { do: 'take', by: max }, 20);
    const back = afterAct(again, { do: 'give-back', by: max }, 30);
    const reported = afterAct(back, { do: 'report' }, 40);
    const done = afterAct(reported, { do: 'resolve', resolution: resolvedBy(ada) }, 50);
    const reopened = afterAct(done, { do: 'report' }, 60);

    expect([taken, again, back, reported, done, reopened].map(({ waitsSince }) => waitsSince)).toEqual([
      10, 10, 30, 30, 30, 60,
    ]);
  });

  it('remembers when it was taken until it is given back or reopened, whoever takes it over', () => {
    const taken = afterAct(opened, { do: 'take', by: max }, 10);
    const over = afterAct(taken, { do: 'take-over', by: ada, from: max }, 20);
    const done = afterAct(over, { do: 'resolve', resolution: resolvedBy(ada) }, 30);
    const reopened = afterAct(done, { do: 'reopen' }, 40);
    const back = afterAct(over, { do: 'give-back', by: ada }, 30);
    const atOnce = afterAct(opened, { do: 'resolve', resolution: resolvedBy(max) }, 10);

    expect([taken, over, done, reopened, back, atOnce].map(({ takenAt }) => takenAt)).toEqual([
      10,
      10,
      10,
      null,
      null,
      null,
    ]);
  });
});

describe('ageing', () => {
  const hour = 3_600_000;
  it.each([
    { why: 'a moment before its time', state: 'open', waitedMs: 24 * hour - 1, ageing: false },
    { why: 'on time', state: 'open', waitedMs: 24 * hour, ageing: true },
    { why: 'with somebody who does nothing', state: 'assigned', waitedMs: 25 * hour, ageing: true },
    { why: 'waiting once more', state: 'reopened', waitedMs: 25 * hour, ageing: true },
    { why: 'done', state: 'resolved', waitedMs: 999 * hour, ageing: false },
  ] as const)('a case that is $why: $ageing', ({ state, waitedMs, ageing }) => {
    expect(isAgeing({ state, waitsSince: 1_000 }, 24, 1_000 + waitedMs)).toBe(ageing);
  });
});
