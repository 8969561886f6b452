import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { ClaimId, type GuildId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleReport, freshCase, keyOf } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';

const span = { fromMs: Date.UTC(2026, 2, 2), untilMs: Date.UTC(2026, 2, 3) };
const before = span.fromMs - 1;
const last = span.untilMs - 1;

/** What a digest reads of a span of time. */
export function describeDigest(opened: () => Database): void {
  const open = (guildId: GuildId, change: Partial<Case> = {}) =>
    opened().transaction(({ cases }) => {
      const fresh = freshCase({ guildId, ...change });
      return cases.open(fresh, keyOf(fresh));
    });

  describe('a span of time', () => {
    test('holds the cases opened in it, its first moment included and its end not', async () => {
      const guildId = someGuild();
      for (const openedAt of [before, span.fromMs, last, span.untilMs]) await open(guildId, { openedAt });

      expect(await opened().snapshot(({ cases }) => cases.openedIn(guildId, span))).toBe(2);
    });

    test('holds the cases resolved in it that still are', async () => {
      const guildId = someGuild();
      for (const resolvedAt of [before, span.fromMs, last, span.untilMs])
        await open(guildId, { openedAt: 1, state: 'resolved', resolvedAt });
      await open(guildId, { openedAt: 1, state: 'reopened', resolvedAt: null });

      const resolved = await opened().snapshot(({ cases }) => cases.resolvedIn(guildId, span));

      expect(resolved).toHaveLength(2);
      expect(resolved).toContainEqual({ openedAt: 1, resolvedAt: span.fromMs });
      expect(resolved).toContainEqual({ openedAt: 1, resolvedAt: last });
    });

    test('ranks messages by the reports in it, made in good faith', async () => {
      const guildId = someGuild();
      const [twice, thrice, alike, question] = [
        await open(guildId),
        await open(guildId),
        await open(guildId),
        await open(guildId, { subject: { kind: 'question', text: 'who?' } }),
      ];
      const reported: readonly (readonly [Case, number, boolean])[] = [
        [twice, span.fromMs, false],
        [twice, last, false],
        [twice, last, true],
        [twice, before, false],
        [twice, span.untilMs, false],
        [thrice, last, false],
        [thrice, last, false],
        [thrice, last, false],
        [alike, last, false],
        [alike, last, false],
        [question, last, false],
      ];
      await opened().transaction(async ({ cases }) => {
        for (const [of, reportedAt, badFaith] of reported)
          await cases.addReport(exampleReport(of, { reportedAt, badFaith }));
      });

      const ranked = await opened().snapshot(({ cases }) => cases.mostReported(guildId, span, 10));
      const first = await opened().snapshot(({ cases }) => cases.mostReported(guildId, span, 1));

      expect(ranked).toEqual([
        { case: thrice, reports: 3 },
        { case: twice, reports: 2 },
        { case: alike, reports: 2 },
      ]);
      expect(first).toEqual(ranked.slice(0, 1));
    });

    test('cases are listed by what they are about', async () => {
      const guildId = someGuild();
      await open(guildId);
      const question = await open(guildId, { subject: { kind: 'question', text: 'who?' } });

      const page = await opened().snapshot(({ cases }) =>
        cases.page(guildId, { states: [], kind: 'question' }, 10, 0),
      );

      expect(page).toEqual({ cases: [question], total: 1 });
    });
  });

  test('answers to "was this it?" are counted by claim, from day to day', async () => {
    const guildId = someGuild();
    const [one, other] = [exampleId(), exampleId()].map((id) => ClaimId.parse(id)).sort();
    const answered = { guildId, outcome: 'answered', claimId: one ?? null } as const;
    await opened().transaction(async ({ inquiries }) => {
      for (const inquiry of [
        { ...answered, feedback: 'yes' },
        { ...answered, feedback: 'yes', day: '2026-03-04' },
        { ...answered, feedback: 'no', day: '2026-03-03' },
        { ...answered, feedback: 'yes', day: '2026-03-01' },
        { ...answered, feedback: 'yes', day: '2026-03-05' },
        { ...answered, feedback: null },
        { ...answered, claimId: other ?? null, feedback: 'no' },
        { ...answered, claimId: null, feedback: 'no' },
      ] as const)
        await inquiries.add(exampleInquiry(inquiry));
    });

    const feedback = await opened().snapshot(({ inquiries }) =>
      inquiries.feedback(guildId, '2026-03-02', '2026-03-04'),
    );

    expect(feedback).toEqual([
      { claimId: one, yes: 2, no: 1 },
      { claimId: other, yes: 0, no: 1 },
    ]);
  });
}
