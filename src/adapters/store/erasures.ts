import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { UserId } from '../../core/ids.ts';
import type { ErasureStore } from '../../ports/member-stores.ts';
import type { Tables } from './tables.ts';

/**
 * Erasures of the last minutes. Each has a salt of its own, so that no two rows can be joined and no id lies in the file.
 *
 * @param onErasure - called when some were forgotten
 */
export function erasureStore(db: Kysely<Tables>, onErasure: () => void): ErasureStore {
  return {
    async note(memberId, nowMs) {
      const salt = randomBytes(16).toString('base64url');
      await db
        .insertInto('erasures')
        .values({ code: codeOf(memberId, salt), salt, erased_at: nowMs })
        .execute();
    },

    async since(sinceMs) {
      const rows = await db
        .selectFrom('erasures')
        .select(['code', 'salt'])
        .where('erased_at', '>=', sinceMs)
        .execute();
      return (memberId) => rows.some(({ code, salt }) => code === codeOf(memberId, salt));
    },

    async deleteBefore(beforeMs) {
      const result = await db
        .deleteFrom('erasures')
        .where('erased_at', '<', beforeMs)
        .executeTakeFirstOrThrow();
      if (result.numDeletedRows > 0n) onErasure();
      return Number(result.numDeletedRows);
    },
  };
}

function codeOf(memberId: UserId, salt: string): string {
  return createHmac('sha256', salt).update(memberId).digest('base64url');
}
