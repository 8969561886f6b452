import type { Kysely } from 'kysely';
import type { Dossier } from '../../core/dossier.ts';
import type { DossierId, UserId } from '../../core/ids.ts';
import { erasedPost, expiredPost, withoutPost } from '../../core/withheld-post.ts';
import { dropEditsOf } from './dossier-edits.ts';
import { versionFromRow, versionToRow } from './dossier-versions.ts';
import { loadWhole, noteRewrites } from './dossiers.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';

/** Takes the text of a member's messages from every version of the dossiers made from them. */
export async function erasePosts(db: Kysely<Tables>, authorId: UserId): Promise<void> {
  const origins = await db
    .selectFrom('dossier_origins')
    .select('dossier_id')
    .where('author_id', '=', authorId)
    .execute();
  if (origins.length === 0) return;
  await db
    .updateTable('dossier_origins')
    .set({ author_id: null })
    .where('author_id', '=', authorId)
    .execute();
  await removePosts(
    db,
    origins.map((row) => row.dossier_id),
    erasedPost,
  );
}

/**
 * Takes the text of members' messages from every version of at most `limit` dossiers made from them that were archived
 * before `beforeMs`, and forgets whose messages they were, and where; returns of how many.
 */
export async function expirePosts(db: Kysely<Tables>, beforeMs: number, limit: number): Promise<number> {
  const expired = await db
    .selectFrom('dossier_origins')
    .innerJoin('dossiers', 'dossiers.id', 'dossier_origins.dossier_id')
    .select('dossiers.id')
    .where('dossiers.status', '=', 'archived')
    .where('dossiers.changed_at', '<', beforeMs)
    .limit(limit)
    .execute();
  const ids = expired.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await removePosts(db, ids, expiredPost);
  for (const some of portionsOf(ids))
    await db.deleteFrom('dossier_origins').where('dossier_id', 'in', some).execute();
  return ids.length;
}

async function removePosts(db: Kysely<Tables>, ids: readonly string[], instead: string): Promise<void> {
  for (const some of portionsOf(ids)) {
    await dropEditsOf(db, some);
    for (const dossier of await loadWhole(db, some)) {
      await rewrite(db, withoutPost(dossier, instead));
      await rewriteVersions(db, dossier.id, instead);
    }
  }
  await noteRewrites(db, ids);
}

async function rewrite(db: Kysely<Tables>, { id, title, post, summary, claims }: Dossier): Promise<void> {
  await db
    .updateTable('dossiers')
    .set({
      title,
      post_text: post.text,
      post_author: post.author,
      post_url: post.url,
      summary_text: summary.text,
    })
    .where('id', '=', id)
    .execute();
  for (const { id: claimId, quote, start, end, gist } of claims)
    await db
      .updateTable('claims')
      .set({ quote, quote_start: start, quote_end: end, gist })
      .where('id', '=', claimId)
      .execute();
}

async function rewriteVersions(db: Kysely<Tables>, id: DossierId, instead: string): Promise<void> {
  const rows = await db
    .selectFrom('dossier_versions')
    .select(['version', 'changed_at', 'document'])
    .where('dossier_id', '=', id)
    .execute();
  for (const { dossier } of rows.map(versionFromRow)) {
    const { version, document } = versionToRow(withoutPost(dossier, instead));
    await db
      .updateTable('dossier_versions')
      .set({ document })
      .where('dossier_id', '=', id)
      .where('version', '=', version)
      .execute();
  }
}
