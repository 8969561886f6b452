import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DayRange } from '../../core/digest-period.ts';
import { ClaimId, type GuildId } from '../../core/ids.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';

const Row = z.object({ claim_id: ClaimId });

/** Those of some claims that many asked about on one day; see `InquiryStore.askedByMany`. */
export async function askedByManyIn(
  db: Kysely<Tables>,
  guildId: GuildId,
  { from, to }: DayRange,
  { claimIds, askers }: { readonly claimIds: readonly ClaimId[]; readonly askers: number },
): Promise<ReadonlySet<ClaimId>> {
  const found = new Set<ClaimId>();
  for (const some of portionsOf(claimIds)) {
    const rows = await db
      .selectFrom('inquiry_days')
      .select('claim_id')
      .distinct()
      .where('guild_id', '=', guildId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where('claim_id', 'in', some)
      .where('askers', '>=', askers)
      .execute();
    for (const row of rows) found.add(Row.parse(row).claim_id);
  }
  return found;
}
