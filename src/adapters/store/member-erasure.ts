import type { Kysely } from 'kysely';
import type { Case } from '../../core/case.ts';
import { CaseId, type UserId } from '../../core/ids.ts';
import type { MemberStore } from '../../ports/member-stores.ts';
import { forgetQuestions, forgetReports } from './case-erasure.ts';
import { claimList } from './case-rows.ts';
import { casesById } from './cases-anywhere.ts';
import { erasePosts } from './dossier-erasure.ts';
import { eraseMentions } from './mention-erasure.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';
import { anyTombstone } from './tombstone.ts';
import { forgetWatches } from './watch-removal.ts';

/**
 * The taking out of members.
 *
 * @param onErasure - called when anything about a member was taken out
 */
export function memberErasure(
  db: Kysely<Tables>,
  onErasure: () => void,
): Pick<MemberStore, 'erase' | 'withdrawMessages'> {
  return {
    async erase(memberId) {
      const written = await withdraw(db, memberId);
      await db.updateTable('cases').set({ author_id: null }).where('author_id', '=', memberId).execute();
      const reported = await eraseReports(db, memberId);
      await db.deleteFrom('bad_faith').where('member_id', '=', memberId).execute();
      await db.deleteFrom('opt_outs').where('member_id', '=', memberId).execute();
      await forgetWatches(db, memberId);
      await erasePosts(db, memberId);
      const mentioning = await eraseMentions(db, memberId);
      onErasure();
      return inOrder(db, [...written, ...reported, ...mentioning]);
    },

    async withdrawMessages(memberId) {
      const written = await withdraw(db, memberId);
      if (written.length > 0) onErasure();
      return inOrder(db, written);
    },
  };
}

/** Takes the words of a member's messages, those that reporters quoted among them; returns the cases. */
async function withdraw(db: Kysely<Tables>, authorId: UserId): Promise<CaseId[]> {
  const rows = await db.selectFrom('cases').select('id').where('author_id', '=', authorId).execute();
  await db
    .updateTable('cases')
    .set({ text: null, text_from: null, claims: claimList([]) })
    .where('author_id', '=', authorId)
    .execute();
  for (const some of portionsOf(rows.map(({ id }) => id)))
    await db.updateTable('reports').set({ statement: null }).where('case_id', 'in', some).execute();
  return rows.map(({ id }) => CaseId.parse(id));
}

/** Takes a member out of their reports, and the questions that nobody else asked; returns the cases. */
async function eraseReports(db: Kysely<Tables>, memberId: UserId): Promise<CaseId[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'case_id'])
    .where('reporter', '=', memberId)
    .execute();
  await forgetReports(db, (row) => row('reporter', '=', memberId));
  for (const some of portionsOf(rows)) {
    const reportIds = some.map(({ id }) => id);
    await db
      .deleteFrom('outbox')
      .where('kind', '=', 'outcome')
      .where('subject_id', 'in', reportIds)
      .execute();
    await forgetQuestions(
      db,
      await withoutReporters(
        db,
        some.map((row) => row.case_id),
      ),
    );
  }
  return rows.map((row) => CaseId.parse(row.case_id));
}

/** Those of the cases whose reporters are all forgotten. */
async function withoutReporters(db: Kysely<Tables>, caseIds: readonly string[]): Promise<string[]> {
  const known = await db
    .selectFrom('reports')
    .select('case_id')
    .distinct()
    .where('case_id', 'in', caseIds)
    .where('reporter', 'not like', anyTombstone)
    .execute();
  const asked = new Set(known.map((row) => row.case_id));
  return caseIds.filter((id) => !asked.has(id));
}

async function inOrder(db: Kysely<Tables>, ids: readonly CaseId[]): Promise<readonly Case[]> {
  const found = await casesById(db, ids);
  return [...found.values()].toSorted((a, b) => a.openedAt - b.openedAt || a.number - b.number);
}
