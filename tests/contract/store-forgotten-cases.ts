import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleMessage, exampleReport, keyOf } from '../fixtures/store/example-case.ts';
import { caseSteps } from './case-steps.ts';

const longAgo = Date.UTC(2001, 0, 1);
const hour = 3_600_000;

/** What is left of cases some time after they are done. */
export function describeForgottenCases(opened: () => Database): void {
  const { open, add, reportsOf } = caseSteps(opened);

  describe('forgetting cases that are done', () => {
    const forget = (limit: number) =>
      opened().transaction(({ cases }) => cases.forgetResolvedBefore(longAgo + hour, limit));
    const done = { state: 'resolved', resolvedAt: longAgo } as const;

    test('texts, authors, reporters and their words go; reasons, weights and times stay', async () => {
      const claims = [parseClaimReference('ferry/c01')];
      const message = await open({ ...done, subject: exampleMessage({ claims }) });
      const question = await open({ ...done, subject: { kind: 'question', text: 'Who paid for it?' } });
      const young = await open({ ...done, resolvedAt: longAgo + hour });
      const [told, wanted] = [
        exampleReport(message, { outcome: 'told', weight: 0.5, badFaith: true }),
        exampleReport(message, { reportedAt: longAgo + 1 }),
      ];
      const kept = exampleReport(young);
      await add(told, wanted, kept);

      const forgotten = await forget(10);
      expect(await forget(10)).toEqual([]);

      const left = await opened().snapshot(async ({ cases }) => ({
        message: await cases.find(message.guildId, message.id),
        question: await cases.find(question.guildId, question.id),
        sameQuestion: await cases.ofSubject(question.guildId, keyOf(question)),
        young: await cases.find(young.guildId, young.id),
        reports: await cases.reports(message.guildId, message.id),
        kept: await cases.reports(young.guildId, young.id),
      }));
      const without = { authorId: null, text: null, textFrom: null, claims: [] };
      expect(forgotten.map(({ id }) => id).sort()).toEqual([message.id, question.id].sort());
      const nobody = { reporterId: null, statement: null, details: null };
      expect(left).toEqual({
        message: { ...message, subject: { ...message.subject, ...without } },
        question: { ...question, subject: { kind: 'question', text: null } },
        sameQuestion: null,
        young,
        reports: [
          { ...told, ...nobody },
          { ...wanted, ...nobody, outcome: 'not-wanted' },
        ],
        kept: [kept],
      });
    });

    test('it goes on in portions until nothing is left', async () => {
      for (let count = 0; count < 5; count += 1) await open(done);

      const portions = [await forget(2), await forget(2), await forget(2), await forget(2)];

      expect(portions.map((cases) => cases.length)).toEqual([2, 2, 1, 0]);
    });

    test('a case that is opened anew after it was forgotten is forgotten again in its time', async () => {
      const first = await open(done);
      await forget(10);
      const again: Case = { ...first, state: 'reopened', resolvedAt: null };
      const report = exampleReport(first);
      await opened().transaction(async ({ cases }) => {
        await cases.save(again);
        await cases.addReport(report);
      });
      expect(await forget(10)).toEqual([]);

      await opened().transaction(({ cases }) => cases.save({ ...again, ...done }));

      expect(await forget(10)).toHaveLength(1);
      expect((await reportsOf(first)).map(({ reporterId }) => reporterId)).toEqual([null]);
    });
  });
}
