import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { GuildId } from '../../core/ids.ts';
import type { ModelSpend } from '../../core/model-spend.ts';
import type { SpendStore } from '../../ports/spend-store.ts';
import { sharedOwner, type Tables } from './tables.ts';

const Sum = z.coerce
  .number()
  .nullable()
  .transform((sum) => sum ?? 0);
const SpendRow = z
  .object({ answers: Sum, input: Sum, output: Sum, embedded: Sum, micro_dollars: Sum })
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
        fn.sum('embedded').as('embedded'),
        fn.sum('micro_dollars').as('micro_dollars'),
      ]);

  return {
    async add(guildId, day, model, spend) {
      await addTo(db, placeOf(guildId, day, model), spend);
      await addToMonth(db, day, spend);
    },

    async correct(guildId, day, model, change) {
      const isThere = await changeBy(db, placeOf(guildId, day, model), change);
      if (isThere) await addToMonth(db, day, change);
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

    async ofMonth(month) {
      const row = await db
        .selectFrom('model_months')
        .select('micro_dollars')
        .where('month', '=', month)
        .executeTakeFirst();
      return Sum.parse(row?.micro_dollars ?? null);
    },
  };
}

function placeOf(guildId: GuildId | null, day: string, model: string): Place {
  return { guild_id: guildId ?? sharedOwner, day, model };
}

type Place = { readonly guild_id: string; readonly day: string; readonly model: string };

async function changeBy(db: Kysely<Tables>, place: Place, spend: ModelSpend): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('model_spend')
    .set(({ eb }) => ({
      answers: eb('answers', '+', spend.answers),
      input: eb('input', '+', spend.input),
      output: eb('output', '+', spend.output),
      embedded: eb('embedded', '+', spend.embedded),
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

async function addToMonth(db: Kysely<Tables>, day: string, { microDollars }: ModelSpend): Promise<void> {
  if (microDollars === 0) return;
  await db
    .insertInto('model_months')
    .values({ month: day.slice(0, 7), micro_dollars: microDollars })
    .onConflict((conflict) =>
      conflict.column('month').doUpdateSet((row) => ({
        micro_dollars: row('model_months.micro_dollars', '+', row.ref('excluded.micro_dollars')),
      })),
    )
    .execute();
}

/** Takes a server's name off what it spent, and keeps the sums: the budget of a month is not spent twice. */
export async function forgetSpender(db: Kysely<Tables>, guildId: string): Promise<void> {
  const rows = await db.selectFrom('model_spend').selectAll().where('guild_id', '=', guildId).execute();
  for (const { day, model, ...row } of rows)
    await addTo(db, { guild_id: sharedOwner, day, model }, SpendRow.parse(row));
}
