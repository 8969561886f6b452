import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayRange, daysAfter, daysIn } from '../../src/core/digest-period.ts';
import { ClaimId, DossierId, type GuildId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { claimsByAsks, waysOf } from '../fakes/asked-totals.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { inquirySteps } from './inquiry-steps.ts';
import { asksInMonths, asksOnDays, merged, recounted, sorted, sortedWays } from './recounted-totals.ts';

const dossierId = DossierId.parse(exampleId());
const claimIds = [
  ClaimId.parse(exampleId()),
  ClaimId.parse(exampleId()),
  ClaimId.parse(exampleId()),
] as const;

/** The first and last days of months, a leap day, a turn of the year, and days between. */
const days = [
  '2023-12-31',
  '2024-01-01',
  '2024-01-30',
  '2024-01-31',
  '2024-02-01',
  '2024-02-14',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-04-30',
] as const;

const step = fc.record({
  day: fc.constantFrom(...days),
  asker: fc.constantFrom('a', 'b', 'c'),
  outcome: fc.constantFrom('answered', 'ambiguous', 'ambiguous', 'unanswered'),
  claimId: fc.constantFrom(null, ...claimIds),
  end: fc.option(fc.constantFrom('picked', 'none-of-these')),
  answers: fc.array(fc.constantFrom('yes', 'no'), { maxLength: 3 }),
  detached: fc.constantFrom(false, false, false, true),
});

/** Ranges that begin and end on any day from before the first of `days` to after the last. */
const range = fc
  .tuple(fc.integer({ min: -2, max: 126 }), fc.integer({ min: -2, max: 126 }))
  .map(([one, other]): DayRange => {
    const day = (offset: number) => daysAfter('2023-12-31', offset);
    return { from: day(Math.min(one, other)), to: day(Math.max(one, other)) };
  });

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Totals over days and months. */
export function describeTotals(opened: () => Database): void {
  const { totals } = inquirySteps(opened);
  const asks = (guildId: GuildId, over: DayRange, by: 'day' | 'month') =>
    opened().snapshot(({ inquiries }) => inquiries.asks(guildId, over, by));
  const ways = (guildId: GuildId, over: DayRange) =>
    opened().snapshot(({ inquiries }) => inquiries.ways(guildId, over));
  const mostAsked = (guildId: GuildId, over: DayRange, limit: number) =>
    opened().snapshot(({ inquiries }) => inquiries.mostAsked(guildId, over, limit));
  const ofClaims = (guildId: GuildId, over: DayRange, some: readonly ClaimId[]) =>
    opened().snapshot(({ inquiries }) => inquiries.totalsOfClaims(guildId, over, some));

  /** Asks, completes and answers; what the inquiries are at the end. */
  const live = async (guildId: GuildId, steps: readonly Step[]) => {
    const asked = steps.map(({ day, asker, outcome, claimId }) =>
      exampleInquiry({ guildId, day, asker, outcome, claimId: outcome === 'answered' ? claimId : null }),
    );
    await opened().transaction(async ({ inquiries }) => {
      for (const inquiry of asked) await inquiries.add(inquiry);
      for (const [index, { end, claimId, answers }] of steps.entries()) {
        let inquiry = asked[index] ?? exampleInquiry();
        const { id } = inquiry;
        const [early, ...later] = answers;
        if (early !== undefined && (await inquiries.giveFeedback(guildId, id, early)))
          inquiry = { ...inquiry, feedback: early };
        const completion = { outcome: end ?? 'picked', dossierId, claimId } as const;
        if (end !== null && (await inquiries.complete(guildId, id, completion)))
          inquiry = { ...inquiry, ...completion };
        for (const feedback of later)
          if (await inquiries.giveFeedback(guildId, id, feedback)) inquiry = { ...inquiry, feedback };
        asked[index] = inquiry;
      }
    });
    return asked;
  };

  describe('totals', () => {
    test('of any range are those of its days, of its months, and of the inquiries themselves', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), range, async (steps, over) => {
          const guildId = someGuild();
          const asked = await live(guildId, steps);
          const within = asked.filter(({ day }) => over.from <= day && day <= over.to);

          const found = await totals(guildId, over);

          expect(sorted(found)).toEqual(sorted(recounted(within)));
          expect(sorted(found)).toEqual(sorted(merged(await eachDay(over, (day) => totals(guildId, day)))));
          expect(await asks(guildId, over, 'day')).toEqual(asksOnDays(within));
          expect(await asks(guildId, over, 'month')).toEqual(asksInMonths(within, over));
        }),
        { numRuns: 60 },
      );
    });

    test('of ways and of claims are sums and parts of those of everything', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 30 }),
          range,
          fc.integer({ min: 1, max: 4 }),
          async (steps, over, limit) => {
            const guildId = someGuild();
            await live(guildId, steps);
            const all = await totals(guildId, over);
            const claims = claimsByAsks(all);

            const most = await mostAsked(guildId, over, limit);

            expect(sortedWays(await ways(guildId, over))).toEqual(sortedWays(waysOf(all)));
            expect(most).toEqual({ claimIds: claims.slice(0, limit), total: claims.length });
            expect(sorted(await ofClaims(guildId, over, most.claimIds))).toEqual(
              sorted(all.filter(({ claimId }) => claimId !== null && most.claimIds.includes(claimId))),
            );
          },
        ),
        { numRuns: 60 },
      );
    });

    test('of a month are those of its days, also where an asker’s code was taken away in between', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
          const guildId = someGuild();
          const early = await live(guildId, steps.slice(0, 10));
          await opened().transaction(async ({ inquiries }) => {
            for (const [index, { id }] of early.entries())
              if (steps[index]?.detached) await inquiries.detach(guildId, id);
            for (const { id } of early)
              await inquiries.complete(guildId, id, {
                outcome: 'none-of-these',
                dossierId: null,
                claimId: null,
              });
          });
          await live(guildId, steps.slice(10));
          const month = { from: '2024-02-01', to: '2024-02-29' };

          const found = await totals(guildId, month);

          expect(sorted(found)).toEqual(sorted(merged(await eachDay(month, (day) => totals(guildId, day)))));
        }),
        { numRuns: 30 },
      );
    });

    test('stay, answers included, when their inquiries go', async () => {
      const guildId = someGuild();
      const about = { guildId, outcome: 'answered', dossierId, claimId: claimIds[0] } as const;
      const old = exampleInquiry({ ...about, day: '1989-12-01' });
      const month = { from: '1989-12-01', to: '1989-12-31' };
      await opened().transaction(async ({ inquiries }) => {
        await inquiries.add(old);
        await inquiries.giveFeedback(guildId, old.id, 'no');
        await inquiries.deleteBefore('1989-12-02', 10);
      });

      const late = await opened().transaction(({ inquiries }) =>
        inquiries.giveFeedback(guildId, old.id, 'yes'),
      );

      expect(late).toBe(false);
      for (const over of [month, { from: '1989-12-01', to: '1989-12-01' }])
        expect(await totals(guildId, over)).toEqual([
          {
            command: 'claim.lookup',
            outcome: 'answered',
            dossierId,
            claimId: claimIds[0],
            inquiries: 1,
            askers: 1,
            feedback: { yes: 0, no: 1 },
          },
        ]);
    });
  });
}

async function eachDay<Read>(over: DayRange, read: (day: DayRange) => Promise<readonly Read[]>) {
  const found: Read[] = [];
  for (let offset = 0; offset < daysIn(over); offset += 1) {
    const day = daysAfter(over.from, offset);
    found.push(...(await read({ from: day, to: day })));
  }
  return found;
}
