import { sql } from 'kysely';

/** What no id and no code begins with. */
const sign = '~';

/**
 * What stands in a key once the member or the question is forgotten. The row's own random id keeps it unique, so that
 * counts stay right, and says nothing of who it was.
 */
export function tombstone(rowId: string): string {
  return sign + rowId;
}

/** Whether a key stands for somebody or something forgotten. */
export function isTombstone(key: string): boolean {
  return key.startsWith(sign);
}

/** `tombstone` of each row, in SQL, for tables whose key is `id`. */
export const tombstoneOfRow = sql<string>`${sql.lit(sign)} || id`;

/** `isTombstone` as a pattern of SQL's `like`. */
export const anyTombstone = `${sign}%`;
