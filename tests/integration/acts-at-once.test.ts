import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../config/schema.ts';
import type { AuditEntry } from '../../src/core/audit.ts';
import { afterAct, type Case, type CaseAct, type CaseStatus } from '../../src/core/case.ts';
import { CaseId, InteractionId, MessageId, UserId } from '../../src/core/ids.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { statusOf } from '../../src/services/cases/change-case.ts';
import { exampleCase, exampleMessage } from '../fakes/example-case.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';
import { absent } from './running-bot.ts';

const moderators = ['1290000000000000303', '1290000000000000304', '1290000000000000305'].map((id) =>
  UserId.parse(id),
);
let numbers = 1_500_000_000_000_000_000n;

function snowflake(): string {
  numbers += 1n;
  return String(numbers);
}

/** Two processes' worth of services on one database. */
async function twoProcesses(): Promise<readonly [Library, Library]> {
  const config = readConfig({ FOOTNOTE_DATA_DIR: temporaryFolder(), LOG_LEVEL: 'silent' });
  const open = async () => {
    const library = await openLibrary(config, 'write');
    onTestFinished(() => library.database.close());
    return library;
  };
  return [await open(), await open()];
}

async function newCase({ database }: Library): Promise<Case> {
  const { number: _, ...fresh } = exampleCase({
    id: CaseId.parse(exampleId()),
    subject: exampleMessage({ messageId: MessageId.parse(snowflake()) }),
  });
  const key = snowflake();
  return database.transaction(({ cases }) => cases.open(fresh, { kind: 'message', key }));
}

const pressed = fc.record({
  act: fc.constantFrom('take', 'take-over', 'give-back', 'close', 'no-action', 'reopen'),
  who: fc.nat({ max: 2 }),
  from: fc.nat({ max: 2 }),
  process: fc.nat({ max: 1 }),
});
type Pressed = typeof pressed extends fc.Arbitrary<infer Value> ? Value : never;

function press({ services }: Library, on: Case, { act, who, from }: Pressed): Promise<unknown> {
  const [memberId, other] = [moderators[who] ?? absent(), moderators[from] ?? absent()];
  const interactionId = InteractionId.parse(snowflake());
  const acting = { interactionId, guildId: on.guildId, caseId: on.id, memberId };
  switch (act) {
    case 'take':
      return services.takeCase(acting);
    case 'take-over':
      return services.takeOverCase({ ...acting, from: other });
    case 'give-back':
      return services.giveBackCase(acting);
    case 'close':
      return services.closeCase({ ...acting, closing: { kind: 'handled-elsewhere' } });
    case 'no-action':
      return services.closeCase({ ...acting, closing: { kind: 'no-action', reason: 'Opinion.' } });
    case 'reopen':
      return services.reopenCase(acting);
  }
}

/** What the audit says was done, as the state machine takes it. */
function asAct({ act, actorId, after }: AuditEntry, { assigneeId }: CaseStatus): CaseAct {
  const by = actorId ?? absent();
  if (act === 'case.reopened') return { do: 'reopen' };
  if (act === 'case.given-back') return { do: 'give-back', by };
  if (act === 'case.taken')
    return assigneeId === null ? { do: 'take', by } : { do: 'take-over', by, from: assigneeId };
  const kind = after === 'resolved no-action' ? 'no-action' : 'handled-elsewhere';
  return { do: 'resolve', resolution: { kind, by, note: null, url: null, claim: null } };
}

async function storedAfter({ database }: Library, { guildId, id, number }: Case) {
  return database.snapshot(async ({ cases, audit }) => ({
    stored: (await cases.find(guildId, id)) ?? absent(),
    lines: (await audit.page(guildId, { caseNumber: number }, 100, 0)).entries.toReversed(),
  }));
}

it('leaves one line in the audit for every act that changed a case, each following from the one before', async () => {
  const processes = await twoProcesses();

  await fc.assert(
    fc.asyncProperty(fc.array(pressed, { minLength: 2, maxLength: 12 }), async (presses) => {
      const opened = await newCase(processes[0]);
      const results = await Promise.allSettled(
        presses.map((each) => press(processes[each.process === 0 ? 0 : 1], opened, each)),
      );
      const { stored, lines } = await storedAfter(processes[0], opened);

      let status: Case = opened;
      for (const line of lines) {
        expect(line.before).toBe(statusOf(status));
        const next = afterAct(status, asAct(line, status), line.at);
        expect(next).not.toBe(status);
        status = { ...opened, ...next };
        expect(line.after).toBe(statusOf(status));
      }
      expect([stored.state, stored.assigneeId, stored.resolution?.kind]).toEqual([
        status.state,
        status.assigneeId,
        status.resolution?.kind,
      ]);
      const done = presses.filter((_, index) => results[index]?.status === 'fulfilled');
      const isTaking = (act: string) => act.includes('take');
      expect(lines.filter(({ act }) => !isTaking(act))).toHaveLength(
        done.filter(({ act }) => !isTaking(act)).length,
      );
      expect(lines.length).toBeLessThanOrEqual(done.length);
    }),
    { numRuns: 30 },
  );
});

it.each([
  ['take', 'take'],
  ['take', 'close'],
  ['close', 'no-action'],
  ['no-action', 'no-action'],
] as const)(
  'lets one of two moderators win who press %s and %s at once, and names the winner to the other',
  async (first, second) => {
    const processes = await twoProcesses();
    for (const process of [0, 1]) {
      const opened = await newCase(processes[0]);

      const results = await Promise.allSettled([
        press(processes[0], opened, { act: first, who: 0, from: 0, process: 0 }),
        press(processes[process === 0 ? 0 : 1], opened, { act: second, who: 1, from: 0, process }),
      ]);

      const { lines } = await storedAfter(processes[0], opened);
      const losers = results.filter((result) => result.status === 'rejected');
      expect(lines).toHaveLength(1);
      expect(losers).toEqual([
        {
          status: 'rejected',
          reason: expect.objectContaining({ parameters: { member: lines[0]?.actorId } }),
        },
      ]);
    }
  },
);

it('lets one of two moderators win who take over at once', async () => {
  const processes = await twoProcesses();
  const opened = await newCase(processes[0]);
  await press(processes[0], opened, { act: 'take', who: 0, from: 0, process: 0 });

  const results = await Promise.allSettled([
    press(processes[0], opened, { act: 'take-over', who: 1, from: 0, process: 0 }),
    press(processes[1], opened, { act: 'take-over', who: 2, from: 0, process: 1 }),
  ]);

  const { lines, stored } = await storedAfter(processes[0], opened);
  expect(lines).toHaveLength(2);
  expect(results.filter((result) => result.status === 'rejected')).toEqual([
    {
      status: 'rejected',
      reason: expect.objectContaining({ code: 'case.taken', parameters: { member: stored.assigneeId } }),
    },
  ]);
});
