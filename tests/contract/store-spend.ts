import { describe, expect, test } from 'vitest';
import { noSpend } from '../../src/core/model-spend.ts';
import type { Database } from '../../src/ports/stores.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

const answer = { answers: 1, input: 100, output: 10, embedded: 3, microDollars: 7 };
const twice = { answers: 2, input: 200, output: 20, embedded: 6, microDollars: 14 };

/** What was spent on models; the sums of all servers need a database of their own. */
export function describeSpend(open: () => Promise<Database>): void {
  describe('spending on models', () => {
    const prepared = async () => {
      const database = await open();
      const [ours, theirs] = [someGuild(), someGuild()];
      await database.transaction(async ({ spend }) => {
        await spend.add(ours, '2026-03-01', 'small', answer);
        await spend.add(ours, '2026-03-01', 'small', answer);
        await spend.add(ours, '2026-03-02', 'large', answer);
        await spend.add(theirs, '2026-03-02', 'small', answer);
      });
      return { database, ours, theirs };
    };

    test('is summed by server and days, whatever the model', async () => {
      const { database, ours } = await prepared();

      const found = await database.snapshot(async ({ spend }) => [
        await spend.ofGuild(ours, { from: '2026-03-01', to: '2026-03-01' }),
        await spend.ofGuild(ours, { from: '2026-03-02', to: '2026-03-31' }),
        await spend.ofGuild(ours, { from: '2026-04-01', to: '2026-04-30' }),
        await spend.ofAll({ from: '2026-03-02', to: '2026-03-02' }),
      ]);

      expect(found).toEqual([twice, answer, noSpend, twice]);
      await database.close();
    });

    test('can be corrected, up and down', async () => {
      const { database, theirs } = await prepared();
      const days = { from: '2026-03-02', to: '2026-03-02' };

      await database.transaction(({ spend }) =>
        spend.correct(theirs, '2026-03-02', 'small', {
          answers: 0,
          input: -60,
          output: 5,
          embedded: -2,
          microDollars: -3,
        }),
      );

      const found = await database.snapshot(({ spend }) => spend.ofGuild(theirs, days));
      expect(found).toEqual({ answers: 1, input: 40, output: 15, embedded: 1, microDollars: 4 });
      await database.close();
    });

    test('is summed in money by months, which take part in every correction, and what is shared belongs to none', async () => {
      const { database, ours } = await prepared();
      const at = async () => ({
        months: await database.snapshot(({ spend }) =>
          Promise.all(['2026-02', '2026-03'].map((month) => spend.ofMonth(month))),
        ),
        ours: await database.snapshot(({ spend }) =>
          spend.ofGuild(ours, { from: '2026-02-01', to: '2026-03-31' }),
        ),
      });
      const before = await at();

      await database.transaction(async ({ spend }) => {
        await spend.add(null, '2026-03-31', 'small', answer);
        await spend.correct(null, '2026-03-31', 'small', { ...noSpend, microDollars: -2 });
        await spend.correct(null, '2026-02-28', 'small', answer);
      });

      expect(before.months).toEqual([0, 4 * answer.microDollars]);
      expect(await at()).toEqual({ ...before, months: [0, 5 * answer.microDollars - 2] });
      await database.close();
    });

    test('of a server that is deleted stays in the sum of all, under no name', async () => {
      const { database, ours } = await prepared();
      const march = { from: '2026-03-01', to: '2026-03-31' };
      const before = await database.snapshot(({ spend }) => spend.ofAll(march));

      await database.transaction(({ departures }) => departures.purge(ours));
      await database.transaction(({ spend }) => spend.correct(ours, '2026-03-01', 'small', answer));

      const after = await database.snapshot(async ({ spend, departures }) => ({
        ours: await spend.ofGuild(ours, march),
        all: await spend.ofAll(march),
        month: await spend.ofMonth('2026-03'),
        known: (await departures.known()).includes(ours),
      }));
      expect(after).toEqual({ ours: noSpend, all: before, month: before.microDollars, known: false });
      await database.close();
    });
  });
}
