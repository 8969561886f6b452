import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { CaseId } from '../../core/ids.ts';
import type { CaseRetention } from '../../ports/member-stores.ts';
import { claimList } from './case-rows.ts';
import { casesById } from './cases-anywhere.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';
import { tombstoneOfRow } from './tombstone.ts';

/**
 * The forgetting of cases that have been done for their time, in portions.
 *
 * @param onErasure - called when texts or reporters were forgotten
 */
export function caseErasure(db: Kysely<Tables>, onErasure: () => void): CaseRetention {
  return {
    async forgetResolvedBefore(beforeMs, limit) {
      const chosen = await db
        .selectFrom('cases')
        .select('id')
        .where('forgotten', '=', 0)
        .where('state', '=', 'resolved')
        .where('resolved_at', '<', beforeMs)
        .limit(limit)
        .execute();
      const ids = chosen.map(({ id }) => CaseId.parse(id));
      for (const some of portionsOf(ids)) {
        await forgetReports(db, (row) => row('case_id', 'in', some));
        await forgetQuestions(db, some);
        await db.updateTable('cases').set({ forgotten: 1 }).where('id', 'in', some).execute();
        await db
          .updateTable('cases')
          .set({ text: null, text_from: null, author_id: null, claims: claimList([]) })
          .where('id', 'in', some)
          .where('subject_kind', '=', 'message')
          .execute();
      }
      if (ids.length > 0) onErasure();
      return [...(await casesById(db, ids)).values()];
    },
  };
}

/** Takes reporters and what they wrote from the chosen reports; nobody is told of these any more. */
export async function forgetReports(
  db: Kysely<Tables>,
  chosen: (row: ExpressionBuilder<Tables, 'reports'>) => Expression<SqlBool>,
): Promise<void> {
  await db
    .updateTable('reports')
    .set({
      reporter: tombstoneOfRow,
      statement: null,
      details: null,
      outcome: sql<string>`case when outcome = 'told' then outcome else 'not-wanted' end`,
    })
    .where(chosen)
    .execute();
}

/** Takes the texts of those of these cases that are questions; whoever asks the same again begins a new case. */
export async function forgetQuestions(db: Kysely<Tables>, caseIds: readonly string[]): Promise<void> {
  await db
    .updateTable('cases')
    .set({ text: null, subject_key: tombstoneOfRow })
    .where('id', 'in', caseIds)
    .where('subject_kind', '=', 'question')
    .execute();
}
