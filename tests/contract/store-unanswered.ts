import { describe, expect, test } from 'vitest';
import { DossierId, type GuildId } from '../../src/core/ids.ts';
import { inquiryOutcomes } from '../../src/core/inquiry.ts';
import type { Report } from '../../src/core/report.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleReport, freshCase, keyOf, someMember } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { inquirySteps } from './inquiry-steps.ts';

const startMs = Date.UTC(2026, 2, 2);
const dayMs = 86_400_000;

/** The questions that no claim answered: as they were asked, and as they were put to the moderators. */
export function describeUnanswered(opened: () => Database): void {
  const { add } = inquirySteps(opened);
  const unanswered = (guildId: GuildId, from = '2026-03-02', to = from, limit = 10) =>
    opened().snapshot(({ inquiries }) => inquiries.unanswered(guildId, from, to, limit));

  describe('unanswered questions', () => {
    test('are those without an answer whose text is kept, with their day and their asker’s code', async () => {
      const guildId = someGuild();
      const all = inquiryOutcomes.map((outcome) =>
        exampleInquiry({ guildId, outcome, text: `is it ${outcome}` }),
      );
      await add(
        ...all,
        exampleInquiry({ guildId }),
        exampleInquiry({ guildId: someGuild(), text: 'elsewhere' }),
      );

      const { questions, total } = await unanswered(guildId);

      const expected = all.filter(({ outcome }) =>
        ['unanswered', 'ambiguous', 'none-of-these'].includes(outcome),
      );
      const shown = expected.map(({ id, text, day, asker }) => ({ id, text, day, asker }));
      expect(new Set(questions)).toEqual(new Set(shown));
      expect(total).toBe(3);
    });

    test('of a period have both its ends; the latest come first, and all are counted', async () => {
      const guildId = someGuild();
      const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
      await add(...days.map((day) => exampleInquiry({ guildId, day, text: day })));

      const { questions, total } = await unanswered(guildId, '2026-03-01', '2026-03-03', 2);

      expect(questions.map(({ text }) => text)).toEqual(['2026-03-03', '2026-03-02']);
      expect(total).toBe(3);
    });

    test('are gone once picked, detached or forgotten', async () => {
      const guildId = someGuild();
      const ask = () => exampleInquiry({ guildId, outcome: 'ambiguous', text: 'who?' });
      const [picked, detached, kept] = [ask(), ask(), { ...ask(), text: 'who else?' }];
      await add(picked, detached, kept);
      await opened().transaction(async ({ inquiries }) => {
        const dossierId = DossierId.parse(exampleId());
        await inquiries.complete(guildId, picked.id, { outcome: 'picked', dossierId, claimId: null });
        await inquiries.detach(guildId, detached.id);
      });

      const before = await unanswered(guildId);
      await opened().transaction(({ inquiries }) => inquiries.forgetTexts(guildId));
      const after = await unanswered(guildId);

      expect(before.questions.map(({ id }) => id)).toEqual([kept.id]);
      expect(after).toEqual({ questions: [], total: 0 });
    });
  });

  test('the texts of chosen questions are forgotten once, however many, and those of no others', async () => {
    const guildId = someGuild();
    const asked = Array.from({ length: 250 }, (_, index) =>
      exampleInquiry({ guildId, text: `is it ${index}` }),
    );
    const kept = exampleInquiry({ guildId, text: 'is it kept' });
    await add(...asked, kept);
    const ids = asked.map(({ id }) => id);

    const forgotten = await opened().transaction(async ({ inquiries }) => [
      await inquiries.forgetTextsOf(guildId, ids),
      await inquiries.forgetTextsOf(guildId, ids),
      await inquiries.forgetTextsOf(guildId, []),
    ]);

    const { questions } = await unanswered(guildId);
    expect(forgotten).toEqual([250, 0, 0]);
    expect(questions.map(({ id }) => id)).toEqual([kept.id]);
  });

  describe('questions put to the moderators', () => {
    const put = async (guildId: GuildId, text: string, ...reports: Partial<Report>[]) => {
      const fresh = freshCase({ guildId, subject: { kind: 'question', text } });
      return opened().transaction(async ({ cases }) => {
        const written = await cases.open(fresh, keyOf(fresh));
        for (const report of reports)
          await cases.addReport(exampleReport(fresh, { reportedAt: startMs, ...report }));
        return written;
      });
    };
    const asked = (guildId: GuildId, fromMs = startMs, untilMs = startMs + dayMs, limit = 10) =>
      opened().snapshot(({ cases }) => cases.questionsAsked(guildId, fromMs, untilMs, limit));

    test('come with their case and how many members asked, most first', async () => {
      const guildId = someGuild();
      await put(guildId, 'who pays?', {});
      await put(guildId, 'who leads?', {}, {}, { badFaith: true });
      await put(guildId, 'who lies?', { badFaith: true });
      await put(someGuild(), 'who is elsewhere?', {});

      expect(await asked(guildId)).toEqual([
        { caseNumber: 2, text: 'who leads?', askers: 2, waiting: 3 },
        { caseNumber: 1, text: 'who pays?', askers: 1, waiting: 1 },
      ]);
      expect(await asked(guildId, startMs, startMs + dayMs, 1)).toHaveLength(1);
    });

    test('count in the period in which they were asked', async () => {
      const guildId = someGuild();
      const late = { reportedAt: startMs + dayMs, outcome: 'told' } as const;
      await put(guildId, 'who pays?', { reportedAt: startMs - 1 }, {}, late);

      expect(await asked(guildId)).toEqual([{ caseNumber: 1, text: 'who pays?', askers: 1, waiting: 2 }]);
      expect(await asked(guildId, startMs + 2 * dayMs, startMs + 3 * dayMs)).toEqual([]);
    });

    test('are left out once their case is resolved, and other cases always', async () => {
      const guildId = someGuild();
      const done = await put(guildId, 'who pays?', {});
      const message = freshCase({ guildId });
      await opened().transaction(async ({ cases }) => {
        await cases.open(message, keyOf(message));
        await cases.addReport(exampleReport(message, { reportedAt: startMs }));
        const by = someMember();
        const resolution = { kind: 'no-action', by, note: null, url: null, claim: null } as const;
        await cases.save({ ...done, state: 'resolved', resolution, resolvedAt: startMs });
      });

      expect(await asked(guildId)).toEqual([]);
    });
  });
}
