import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { type LinkCheck, linkStates, uncheckedLink } from '../../core/link-check.ts';
import type { LinkStore } from '../../ports/link-stores.ts';
import { portionsOf } from './portions.ts';
import type { LinkCheckColumns, Tables } from './tables.ts';

const time = z.coerce.number();

const LinkRow = z
  .object({
    url: z.string(),
    state: z.enum(linkStates),
    checked_at: time.nullable(),
    changed_at: time.nullable(),
    final_url: z.string().nullable(),
    failures: z.number(),
    missing_since: time.nullable(),
    due_at: time,
  })
  .transform(
    (row): LinkCheck => ({
      url: row.url,
      state: row.state,
      checkedAt: row.checked_at,
      changedAt: row.changed_at,
      finalUrl: row.final_url,
      failures: row.failures,
      missingSince: row.missing_since,
      dueAt: row.due_at,
    }),
  );

const SourceRow = z.object({ url: z.string() });
const RevisionRow = z.object({ links_revision: time });
const CountsRow = z.object({
  addresses: z.coerce.number(),
  dead: z.coerce.number(),
  known: z.coerce.number(),
});

/** What is known of the addresses that sources name. */
export function linkStore(db: Kysely<Tables>): LinkStore {
  return {
    async due(nowMs, limit) {
      const rows = await db
        .selectFrom('link_checks')
        .selectAll()
        .where('due_at', '<=', nowMs)
        .where(isCited)
        .orderBy('due_at')
        .orderBy('url')
        .limit(limit)
        .execute();
      const known = rows.map((row) => LinkRow.parse(row));
      const fresh = await uncheckedUrls(db, limit - known.length);
      return [...known, ...fresh.map((url) => uncheckedLink(url, nowMs))];
    },

    // Asked at most once in a round, and seldom: a look through what is known costs less than an index.
    async witness() {
      const row = await db
        .selectFrom('link_checks')
        .selectAll()
        .where('state', 'in', ['alive', 'moved'])
        .where(isCited)
        .orderBy('checked_at')
        .orderBy('url')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : LinkRow.parse(row);
    },

    async save(checks) {
      for (const some of portionsOf(checks.map(toRow))) await write(db, some);
    },

    async of(urls) {
      const found = new Map<string, LinkCheck>();
      for (const some of portionsOf(urls)) {
        const rows = await db.selectFrom('link_checks').selectAll().where('url', 'in', some).execute();
        for (const row of rows) found.set(row.url, LinkRow.parse(row));
      }
      return found;
    },

    async revision() {
      const row = await db.selectFrom('catalogue').select('links_revision').executeTakeFirstOrThrow();
      return RevisionRow.parse(row).links_revision;
    },

    async announce() {
      await db
        .updateTable('catalogue')
        .set((row) => ({ links_revision: row('links_revision', '+', 1) }))
        .execute();
    },

    async dropUncited(nowMs) {
      const result = await db
        .deleteFrom('link_checks')
        .where('due_at', '<=', nowMs)
        .where((row) => row.not(isCited(row)))
        .executeTakeFirstOrThrow();
      return Number(result.numDeletedRows);
    },

    async counts() {
      const row = await publishedSources(db)
        .leftJoin('link_checks', 'link_checks.url', 'notes.url')
        .select([
          sql`count(distinct notes.url)`.as('addresses'),
          sql`count(distinct case when link_checks.state = 'dead' then notes.url end)`.as('dead'),
          sql`count(distinct case when link_checks.state <> 'unknown' then notes.url end)`.as('known'),
        ])
        .executeTakeFirstOrThrow();
      const { addresses, dead, known } = CountsRow.parse(row);
      return { addresses, dead, unknown: addresses - known };
    },
  };
}

/** Writes rows, each in place of the one its address had. */
async function write(db: Kysely<Tables>, rows: readonly LinkCheckColumns[]): Promise<void> {
  await db
    .insertInto('link_checks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('url').doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        checked_at: row.ref('excluded.checked_at'),
        changed_at: row.ref('excluded.changed_at'),
        final_url: row.ref('excluded.final_url'),
        failures: row.ref('excluded.failures'),
        missing_since: row.ref('excluded.missing_since'),
        due_at: row.ref('excluded.due_at'),
      })),
    )
    .execute();
}

function publishedSources(db: Pick<Kysely<Tables>, 'selectFrom'>) {
  return db
    .selectFrom('notes')
    .innerJoin('dossiers', 'dossiers.id', 'notes.dossier_id')
    .where('notes.type', '=', sql.lit('source'))
    .where('dossiers.status', '=', 'published');
}

/** Whether a source of a published dossier names the address of the row. */
function isCited(row: ExpressionBuilder<Tables, 'link_checks'>) {
  return row.exists(
    row
      .selectFrom('notes')
      .innerJoin('dossiers', 'dossiers.id', 'notes.dossier_id')
      .select('notes.url')
      .where('notes.type', '=', sql.lit('source'))
      .where('dossiers.status', '=', 'published')
      .whereRef('notes.url', '=', 'link_checks.url'),
  );
}

async function uncheckedUrls(db: Kysely<Tables>, limit: number): Promise<readonly string[]> {
  if (limit <= 0) return [];
  const rows = await publishedSources(db)
    .select('notes.url')
    .distinct()
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('link_checks')
            .select('link_checks.url')
            .whereRef('link_checks.url', '=', 'notes.url'),
        ),
      ),
    )
    .orderBy('notes.url')
    .limit(limit)
    .execute();
  return rows.map((row) => SourceRow.parse(row).url);
}

function toRow(check: LinkCheck): LinkCheckColumns {
  return {
    url: check.url,
    state: check.state,
    checked_at: check.checkedAt,
    changed_at: check.changedAt,
    final_url: check.finalUrl,
    failures: check.failures,
    missing_since: check.missingSince,
    due_at: check.dueAt,
  };
}
