import { setImmediate as turn } from 'node:timers/promises';
import type { SqliteConnection } from './sqlite-connection.ts';

/** How long queries may hold the process, in ms, before everything else in it has a turn. */
const heldAtMostMs = 8;

/**
 * A connection to read by whose queries, however many follow one another, hold the process only for so long: SQLite answers
 * at once, so that a piece of work with many queries would otherwise let nothing else run until its end.
 */
export function sharingTurns(connection: SqliteConnection): SqliteConnection {
  let heldMs = 0;
  return {
    ...connection,
    async executeQuery<Row>(query: Parameters<SqliteConnection['executeQuery']>[0]) {
      const began = performance.now();
      const result = await connection.executeQuery<Row>(query);
      heldMs += performance.now() - began;
      if (heldMs >= heldAtMostMs) {
        heldMs = 0;
        await turn();
      }
      return result;
    },
  };
}
