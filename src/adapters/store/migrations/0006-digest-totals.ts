import { type CreateTableBuilder, sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration, TablesInChange } from './migration.ts';

/** Answers to "was this it?" in the totals, totals by month and by way of asking, and indexes of what a digest reads. */
export const digestTotals: Migration = {
  name: '0006-digest-totals',
  async up(db) {
    await countFeedback(db);
    await layDaysAnew(db);
    await createInquiryMonths(db);
    await createInquiryWays(db);
    await indexSpans(db);
  },
};

/** Answers older than the inquiries that are still kept are in no total: nothing is known of them. */
async function countFeedback(db: TablesInChange): Promise<void> {
  for (const column of ['feedback_yes', 'feedback_no'])
    await db.schema
      .alterTable('inquiry_days')
      .addColumn(column, 'bigint', (added) => added.notNull().defaultTo(0))
      .execute();
  await sql`
    insert into inquiry_days
      (guild_id, day, command, outcome, dossier_id, claim_id, inquiries, askers, feedback_yes, feedback_no)
    select guild_id, day, command, outcome, dossier_id, claim_id, 0, 0,
      sum(case when feedback = 'yes' then 1 else 0 end), sum(case when feedback = 'no' then 1 else 0 end)
    from inquiries where feedback is not null
    group by guild_id, day, command, outcome, dossier_id, claim_id
    on conflict (guild_id, day, command, outcome, dossier_id, claim_id)
    do update set feedback_yes = excluded.feedback_yes, feedback_no = excluded.feedback_no
  `.execute(db);
}

const dayKey = ['guild_id', 'day', 'claim_id', 'dossier_id', 'command', 'outcome'] as const;
const counts = ['inquiries', 'askers', 'feedback_yes', 'feedback_no'] as const;

/** Puts the totals of days in another order: claim by claim within each day. */
async function layDaysAnew(db: TablesInChange): Promise<void> {
  await db.schema.alterTable('inquiry_days').renameTo('inquiry_days_before').execute();
  let created: CreateTableBuilder<'inquiry_days', string> = db.schema.createTable('inquiry_days');
  for (const column of dayKey) created = created.addColumn(column, 'text', (added) => added.notNull());
  for (const column of counts) created = created.addColumn(column, 'bigint', (added) => added.notNull());
  await created
    // Serves "the totals of this server from day to day", claim by claim within each day, those of some claims on some
    // days, and the growing of one.
    .addPrimaryKeyConstraint('inquiry_days_by_claim', [...dayKey])
    .$call(inOrderOfKey(db))
    .execute();
  const columns = sql.join([...dayKey, ...counts].map((column) => sql.ref(column)));
  await sql`
    insert into inquiry_days (${columns}) select ${columns} from inquiry_days_before
    order by ${sql.join(dayKey.map((column) => sql.ref(column)))}
  `.execute(db);
  await db.schema.dropTable('inquiry_days_before').execute();
}

async function createInquiryMonths(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('inquiry_months')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('claim_id', 'text', (column) => column.notNull())
    .addColumn('inquiries', 'bigint', (column) => column.notNull())
    .addColumn('askers', 'bigint', (column) => column.notNull())
    .addColumn('feedback_yes', 'bigint', (column) => column.notNull())
    .addColumn('feedback_no', 'bigint', (column) => column.notNull())
    // Serves "the totals of this server over many months", each claim a run of rows that needs no sorting, and the growing
    // of one.
    .addPrimaryKeyConstraint('inquiry_months_by_claim', [
      'guild_id',
      'claim_id',
      'dossier_id',
      'command',
      'outcome',
      'month',
    ])
    .$call(inOrderOfKey(db))
    .execute();
  await sql`
    insert into inquiry_months
      (guild_id, month, command, outcome, dossier_id, claim_id, inquiries, askers, feedback_yes, feedback_no)
    select guild_id, substr(day, 1, 7), command, outcome, dossier_id, claim_id,
      sum(inquiries), sum(askers), sum(feedback_yes), sum(feedback_no)
    from inquiry_days
    group by guild_id, substr(day, 1, 7), command, outcome, dossier_id, claim_id
  `.execute(db);
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

async function indexSpans(db: TablesInChange): Promise<void> {
  // Serves "the texts of this server's unanswered questions from day to day": how many there are, and the latest, without a
  // look at the inquiries; few have a text, and none for long.
  await db.schema.dropIndex('inquiries_unanswered').execute();
  await db.schema
    .createIndex('inquiries_unanswered')
    .on('inquiries')
    .columns(['guild_id', 'day', 'outcome', 'id', 'asker', 'text'])
    .where(sql.ref('text'), 'is not', null)
    .execute();
  // Serves "how many cases of this server were opened in a span of time".
  await db.schema.createIndex('cases_by_opening').on('cases').columns(['guild_id', 'opened_at']).execute();
  // Serves "how often each case of this server was reported in a span of time", without a look at the reports, and the
  // purge of a server.
  await db.schema
    .createIndex('reports_by_time')
    .on('reports')
    .columns(['guild_id', 'reported_at', 'bad_faith', 'case_id'])
    .execute();
  await db.schema.dropIndex('reports_by_guild').execute();
}
