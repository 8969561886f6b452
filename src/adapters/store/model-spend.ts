import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ModelSpend } from '../../core/model-spend.ts';
import type { SpendStore } from '../../ports/spend-store.ts';
import { sharedOwner, type Tables } from './tables.ts';

const Sum = z.coerce
  .number()
  .nullable()
  .transform((sum) => sum ?? 0);
const SpendRow = z
  .object({ answers: Sum, input: Sum, output: Sum, micro_dollars: Sum })
  .transform(({ micro_dollars, ...sums }) => ({ ...sums, microDollars: micro_dollars }));

/** Spending in rows, one for each server, day and model. */
export function spendStore(db: Kysely<Tables>): SpendStore {
  const sums = () =>
    db
      .selectFrom('model_spend')
      .select(({ fn }) => [
        fn.sum('answers').as('answers'),
        fn.sum('input').as('input'),
        fn.sum('output').as('output'),
        fn.sum('micro_dollars').as('micro_dollars'),
      ]);

  return {
    add: (guildId, day, model, spend) => addTo(db, { guild_id: guildId, day, model }, spend),

    async correct(guildId, day, model, change) {
      await changeBy(db, { guild_id: guildId, day, model }, change);
    },

    async ofGuild(guildId, { from, to }) {
      const row = await sums()
        .where('guild_id', '=', guildId)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .executeTakeFirst();
      return SpendRow.parse(row);
    },

    async ofAll({ from, to }) {
      return SpendRow.parse(await sums().where('day', '>=', from).where('day', '<=', to).executeTakeFirst());
    },
  };
}

type Place = { readonly guild_id: string; readonly day: string; readonly model: string };

async function changeBy(db: Kysely<Tables>, place: Place, spend: ModelSpend): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('model_spend')
    .set(({ eb }) => ({
      answers: eb('answers', '+', spend.answers),
      input: eb('input', '+', spend.input),
      output: eb('output', '+', spend.output),
      micro_dollars: eb('micro_dollars', '+', spend.microDollars),
    }))
    .where('guild_id', '=', place.guild_id)
    .where('day', '=', place.day)
    .where('model', '=', place.model)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function addTo(db: Kysely<Tables>, place: Place, spend: ModelSpend): Promise<void> {
  if (await changeBy(db, place, spend)) return;
  const { microDollars: micro_dollars, ...sums } = spend;
  await db
    .insertInto('model_spend')
    .values({ ...place, ...sums, micro_dollars })
    .execute();
}

/** Takes a server's name off what it spent, and keeps the sums: the budget of a month is not spent twice. */
export async function forgetSpender(db: Kysely<Tables>, guildId: string): Promise<void> {
  const rows = await db.selectFrom('model_spend').selectAll().where('guild_id', '=', guildId).execute();
  for (const { day, model, ...row } of rows)
    await addTo(db, { guild_id: sharedOwner, day, model }, SpendRow.parse(row));
}
