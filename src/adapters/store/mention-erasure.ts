import { type Kysely, sql } from 'kysely';
import { CaseId, type UserId } from '../../core/ids.ts';
import { noteRewrites } from './dossiers.ts';
import type { Tables } from './tables.ts';

/** What people wrote about others, in which a member may be mentioned. */
const texts = {
  cases: ['text', 'resolution_note'],
  reports: ['statement', 'details'],
} as const;

/** The same in dossiers. */
const dossierTexts = {
  dossiers: ['title', 'post_text', 'post_author', 'post_url', 'post_remarks', 'summary_text'],
  dossier_versions: ['document'],
  dossier_edits: ['document'],
  claims: ['quote', 'gist'],
  notes: ['text', 'url', 'publisher', 'title'],
} as const;

/**
 * Puts zeros in place of a member's id wherever somebody mentioned them: a mention of nobody. It stays as long as it
 * was, so that the quotes of a post stay where they are.
 *
 * @returns the cases that mentioned them
 */
export async function eraseMentions(db: Kysely<Tables>, memberId: UserId): Promise<readonly CaseId[]> {
  const mentioning = await casesMentioning(db, memberId);
  for (const [table, columns] of Object.entries(texts)) await replaceIn(db, table, columns, memberId);
  const dossiers = await dossiersMentioning(db, memberId);
  let changed = 0n;
  for (const [table, columns] of Object.entries(dossierTexts))
    changed += await replaceIn(db, table, columns, memberId);
  if (changed > 0n) await noteRewrites(db, dossiers);
  return mentioning;
}

async function casesMentioning(db: Kysely<Tables>, memberId: UserId): Promise<CaseId[]> {
  const wanted = `%${memberId}%`;
  const themselves = db
    .selectFrom('cases')
    .select('id')
    .where((row) => row.or(texts.cases.map((column) => row(column, 'like', wanted))));
  const reported = db
    .selectFrom('reports')
    .select('case_id as id')
    .where((row) => row.or(texts.reports.map((column) => row(column, 'like', wanted))));
  const rows = await themselves.union(reported).execute();
  return rows.map(({ id }) => CaseId.parse(id));
}

/** The dossiers that mention a member as they are now; what earlier versions say is in no catalog. */
async function dossiersMentioning(db: Kysely<Tables>, memberId: UserId): Promise<string[]> {
  const wanted = `%${memberId}%`;
  const themselves = db
    .selectFrom('dossiers')
    .select('id')
    .where((row) => row.or(dossierTexts.dossiers.map((column) => row(column, 'like', wanted))));
  const claims = db
    .selectFrom('claims')
    .select('dossier_id as id')
    .where((row) => row.or(dossierTexts.claims.map((column) => row(column, 'like', wanted))));
  const notes = db
    .selectFrom('notes')
    .select('dossier_id as id')
    .where((row) => row.or(dossierTexts.notes.map((column) => row(column, 'like', wanted))));
  const rows = await themselves.union(claims).union(notes).execute();
  return rows.map(({ id }) => id);
}

async function replaceIn(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  memberId: UserId,
): Promise<bigint> {
  const nobody = '0'.repeat(memberId.length);
  let changed = 0n;
  for (const name of columns) {
    const column = sql.ref(name);
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${column} = replace(${column}, ${memberId}, ${nobody})
      where ${column} like ${`%${memberId}%`}
    `.execute(db);
    changed += numAffectedRows ?? 0n;
  }
  return changed;
}
