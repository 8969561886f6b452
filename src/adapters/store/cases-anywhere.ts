import type { Kysely } from 'kysely';
import type { Case } from '../../core/case.ts';
import type { CaseId } from '../../core/ids.ts';
import type { CaseStore } from '../../ports/case-stores.ts';
import { caseFromRow } from './case-rows.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';

/** Cases of any server, for what runs by itself. */
export function casesAnywhere(db: Kysely<Tables>): Pick<CaseStore, 'ofMessages' | 'ofChannel' | 'withText'> {
  return {
    async ofMessages(ids) {
      const found: Case[] = [];
      for (const some of portionsOf(ids)) {
        const rows = await db.selectFrom('cases').selectAll().where('message_id', 'in', some).execute();
        found.push(...rows.map(caseFromRow));
      }
      return found;
    },

    async ofChannel(id) {
      const rows = await db
        .selectFrom('cases')
        .selectAll()
        .where((row) => row.or([row('channel_id', '=', id), row('parent_id', '=', id)]))
        .execute();
      return rows.map(caseFromRow);
    },

    async withText(after, limit) {
      const rows = await db
        .selectFrom('cases')
        .selectAll()
        .where('text', 'is not', null)
        .where('id', '>', after ?? '')
        .where('subject_kind', '=', 'message')
        .where('fate', '<>', 'deleted')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(caseFromRow);
    },
  };
}

/** The cases of these ids, in any server. */
export async function casesById(
  db: Kysely<Tables>,
  ids: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, Case>> {
  const found = new Map<CaseId, Case>();
  for (const some of portionsOf([...new Set(ids)])) {
    const rows = await db.selectFrom('cases').selectAll().where('id', 'in', some).execute();
    for (const row of rows.map(caseFromRow)) found.set(row.id, row);
  }
  return found;
}
