import { type CreateTableBuilder, sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration, TablesInChange } from './migration.ts';

/** Totals lie claim by claim, and beside them those of each day's ways of asking, whatever was asked about. */
export const digestWays: Migration = {
  name: '0010-digest-ways',
  async up(db) {
    // Serves "the totals of this server from day to day", claim by claim within each day, those of some claims on some days,
    // and the growing of one.
    await layAnew(db, 'inquiry_days', ['guild_id', 'day', 'claim_id', 'dossier_id', 'command', 'outcome']);
    // Serves the same over many months, each claim a run of rows that needs no sorting.
    await layAnew(db, 'inquiry_months', [
      'guild_id',
      'claim_id',
      'dossier_id',
      'command',
      'outcome',
      'month',
    ]);
    await createInquiryWays(db);
  },
};

type Table = 'inquiry_days' | 'inquiry_months';
type KeyColumn = 'guild_id' | 'day' | 'month' | 'command' | 'outcome' | 'dossier_id' | 'claim_id';

const counts = ['inquiries', 'askers', 'feedback_yes', 'feedback_no'] as const;

/** Puts the rows of a table in the order of another key of the same columns. */
async function layAnew(db: TablesInChange, table: Table, key: readonly KeyColumn[]): Promise<void> {
  const old = `${table}_before`;
  await db.schema.alterTable(table).renameTo(old).execute();
  let created: CreateTableBuilder<Table, string> = db.schema.createTable(table);
  for (const column of key) created = created.addColumn(column, 'text', (added) => added.notNull());
  for (const column of counts) created = created.addColumn(column, 'bigint', (added) => added.notNull());
  await created
    .addPrimaryKeyConstraint(`${table}_by_claim`, [...key])
    .$call(inOrderOfKey(db))
    .execute();
  const columns = sql.join([...key, ...counts].map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${columns}) select ${columns} from ${sql.table(old)}
    order by ${sql.join(key.map((column) => sql.ref(column)))}
  `.execute(db);
  await db.schema.dropTable(old).execute();
}

async function createInquiryWays(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('inquiry_ways')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('inquiries', 'bigint', (column) => column.notNull())
    .addColumn('feedback_yes', 'bigint', (column) => column.notNull())
    .addColumn('feedback_no', 'bigint', (column) => column.notNull())
    // Serves "how much was asked in this server from day to day, and what came of it", and the growing of one total.
    .addPrimaryKeyConstraint('inquiry_ways_by_guild', ['guild_id', 'day', 'command', 'outcome'])
    .$call(inOrderOfKey(db))
    .execute();
  await sql`
    insert into inquiry_ways (guild_id, day, command, outcome, inquiries, feedback_yes, feedback_no)
    select guild_id, day, command, outcome, sum(inquiries), sum(feedback_yes), sum(feedback_no)
    from inquiry_days
    group by guild_id, day, command, outcome
  `.execute(db);
}
