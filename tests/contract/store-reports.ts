import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { CaseId } from '../../src/core/ids.ts';
import type { Report } from '../../src/core/report.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleReport, someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { caseSteps } from './case-steps.ts';

/** The reports in cases, and the marks of those who made them in bad faith. */
export function describeReports(opened: () => Database): void {
  const { open, add, reportsOf } = caseSteps(opened);

  describe('reports', () => {
    test('reports of a case come back as they were made, in the order in which they came', async () => {
      const about = await open();
      const reports = [
        exampleReport(about, { weight: 0.125, badFaith: true, outcome: 'waiting' }),
        exampleReport(about, { reason: null, statement: null, details: null, outcome: 'not-wanted' }),
        ...Array.from({ length: 8 }, () => exampleReport(about)),
      ];

      await add(...reports);

      expect(await reportsOf(about)).toEqual(reports);
    });

    test('a member reports once in a case, other members and other cases apart', async () => {
      const [about, other] = [await open(), await open()];
      const first = exampleReport(about);
      const { reporterId } = first;

      const fresh = await add(
        first,
        exampleReport(about, { reporterId, details: 'And again.' }),
        exampleReport(about),
        exampleReport(other, { reporterId }),
      );

      expect(fresh).toEqual([true, false, true, true]);
      expect((await reportsOf(about)).map(({ details }) => details)).toEqual([
        first.details,
        'The budgets are separate.',
      ]);
    });

    test('the same report sent at once by many is one report', async () => {
      const about = await open();
      const reporterId = someMember();

      const fresh = await Promise.all(
        Array.from({ length: 8 }, () => add(exampleReport(about, { reporterId }))),
      );

      expect(fresh.flat().filter(Boolean)).toHaveLength(1);
      expect(await reportsOf(about)).toHaveLength(1);
    });

    test('a report of a case that is not there is refused', async () => {
      const nowhere = { id: CaseId.parse(exampleId()), guildId: someGuild() };

      await expect(add(exampleReport(nowhere))).rejects.toThrow(RangeError);
    });

    test('whatever of a report changed is there once it is saved', async () => {
      const about = await open();
      const report = exampleReport(about);
      const changed: Report = { ...report, outcome: 'told', weight: 0.5, badFaith: true, statement: null };
      await add(report);

      await opened().transaction(({ cases }) => cases.saveReport(changed));

      const found = await opened().snapshot(({ cases }) => cases.findReport(about.guildId, report.id));
      expect(found).toEqual({ report: changed, case: about });
    });

    test('a report that is not there cannot be saved', async () => {
      const about = await open();

      const saving = opened().transaction(({ cases }) => cases.saveReport(exampleReport(about)));

      await expect(saving).rejects.toThrow(RangeError);
    });

    test('reports without their reporters stay apart, and an old copy brings nobody back', async () => {
      const about = await open();
      const [first, second] = [exampleReport(about), exampleReport(about)];
      await add(first, second);

      await opened().transaction(async ({ cases }) => {
        await cases.saveReport({ ...first, reporterId: null, statement: null, details: null });
        await cases.saveReport({ ...second, reporterId: null });
        await cases.saveReport({ ...first, outcome: 'told' });
      });

      expect(await reportsOf(about)).toEqual([
        { ...first, reporterId: null, statement: null, details: null, outcome: 'told' },
        { ...second, reporterId: null },
      ]);
    });

    test("a member's reports in a server are listed newest first, in pages", async () => {
      const guildId = someGuild();
      const member = someMember();
      const made: { report: Report; case: Case }[] = [];
      for (let index = 0; index < 5; index += 1) {
        const about = await open({ guildId });
        const report = exampleReport(about, { reporterId: member, reportedAt: 1_000 + index });
        await add(report, exampleReport(about));
        made.unshift({ report, case: about });
      }
      await add(exampleReport(await open(), { reporterId: member }));
      const page = (limit: number, offset: number) =>
        opened().snapshot(({ cases }) => cases.reportsBy(guildId, member, limit, offset));

      expect(await page(10, 0)).toEqual({ reports: made, total: 5 });
      expect(await page(2, 3)).toEqual({ reports: made.slice(3), total: 5 });
      expect(await page(2, 6)).toEqual({ reports: [], total: 5 });
    });

    test("a member's reports in a server are found by the state of their outcome", async () => {
      const about = await open();
      const report = exampleReport(about, { outcome: 'waiting' });
      const { guildId } = about;
      await add(report, exampleReport(about, { outcome: 'waiting' }));
      const awaiting = (outcome: Report['outcome']) =>
        opened().snapshot(({ cases }) =>
          cases.reportsAwaiting(guildId, report.reporterId ?? someMember(), outcome),
        );

      expect(await awaiting('waiting')).toEqual([{ report, case: about }]);
      expect(await awaiting('wanted')).toEqual([]);
    });
  });

  describe('marks of bad faith', () => {
    test('they are counted by server and member and never fall below none', async () => {
      const [guildId, elsewhere] = [someGuild(), someGuild()];
      const [member, other] = [someMember(), someMember()];

      const seen = await opened().transaction(async ({ faith }) => {
        const marks = [await faith.marks(guildId, member)];
        for (const by of [-1, 1, 1, -1, -1, -1, 1] as const) {
          await faith.mark(guildId, member, by);
          marks.push(await faith.marks(guildId, member));
        }
        return [...marks, await faith.marks(guildId, other), await faith.marks(elsewhere, member)];
      });

      expect(seen).toEqual([0, 0, 1, 2, 1, 0, 0, 1, 0, 0]);
    });
  });
}
