import type { Kysely } from 'kysely';
import type { DayRange } from '../../core/digest-period.ts';
import { ClaimId, type GuildId } from '../../core/ids.ts';
import { termsOf, totalsIn } from './inquiry-totals.ts';
import { none, type Tables } from './tables.ts';

type Sum = { readonly claim_id: string; readonly inquiries: number; readonly askers: number };

/**
 * The most asked claims of a server; see `InquiryStore.mostAsked`. Sums a number for each claim and nothing else, and checks the
 * ids of those it gives alone: a large server has thousands.
 */
export async function mostAskedIn(
  db: Kysely<Tables>,
  guildId: GuildId,
  range: DayRange,
  limit: number,
): Promise<{ readonly claimIds: readonly ClaimId[]; readonly total: number }> {
  const sums = new Map<string, Sum>();
  for (const { part, times } of termsOf(range)) {
    const rows = await totalsIn(db, guildId, part)
      .where('claim_id', '<>', none)
      .select('claim_id')
      .select(({ fn }) => [
        fn.sum<number>('inquiries').as('inquiries'),
        fn.sum<number>('askers').as('askers'),
      ])
      .groupBy('claim_id')
      .execute();
    for (const { claim_id, ...row } of rows) {
      const sum = sums.get(claim_id) ?? { inquiries: 0, askers: 0 };
      // Engines may give big numbers as text, which `times` makes numbers.
      const [inquiries, askers] = [sum.inquiries + times * row.inquiries, sum.askers + times * row.askers];
      sums.set(claim_id, { claim_id, inquiries, askers });
    }
  }
  const asked = [...sums.values()].filter(({ inquiries }) => inquiries > 0);
  const most = asked.sort(byAsks).slice(0, limit);
  return { claimIds: most.map(({ claim_id }) => ClaimId.parse(claim_id)), total: asked.length };
}

function byAsks(a: Sum, b: Sum): number {
  return b.inquiries - a.inquiries || b.askers - a.askers || (a.claim_id < b.claim_id ? -1 : 1);
}
