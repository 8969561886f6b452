import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { CaseStore } from '../../ports/case-stores.ts';
import { caseFromRow } from './case-rows.ts';
import type { Tables } from './tables.ts';

const Total = z.object({ total: z.coerce.number() });
const Handled = z
  .object({ opened_at: z.coerce.number(), resolved_at: z.coerce.number() })
  .transform(({ opened_at: openedAt, resolved_at: resolvedAt }) => ({ openedAt, resolvedAt }));

/** What happened to the cases of one server in a span of time. */
export function caseSpans(db: Kysely<Tables>): Pick<CaseStore, 'openedIn' | 'resolvedIn' | 'mostReported'> {
  return {
    async openedIn(guildId, { fromMs, untilMs }) {
      const row = await db
        .selectFrom('cases')
        .select(({ fn }) => fn.countAll().as('total'))
        .where('guild_id', '=', guildId)
        .where('opened_at', '>=', fromMs)
        .where('opened_at', '<', untilMs)
        .executeTakeFirst();
      return Total.parse(row).total;
    },

    async resolvedIn(guildId, { fromMs, untilMs }) {
      const rows = await db
        .selectFrom('cases')
        .select(['opened_at', 'resolved_at'])
        .where('guild_id', '=', guildId)
        .where('state', '=', 'resolved')
        .where('resolved_at', '>=', fromMs)
        .where('resolved_at', '<', untilMs)
        .execute();
      return rows.map((row) => Handled.parse(row));
    },

    async mostReported(guildId, { fromMs, untilMs }, limit) {
      const rows = await db
        .selectFrom('reports')
        .innerJoin('cases', 'cases.id', 'reports.case_id')
        .select(({ fn }) => fn.countAll().as('total'))
        .selectAll('cases')
        .where('reports.guild_id', '=', guildId)
        .where('cases.guild_id', '=', guildId)
        .where('cases.subject_kind', '=', 'message')
        .where('reports.reported_at', '>=', fromMs)
        .where('reports.reported_at', '<', untilMs)
        .where('reports.bad_faith', '=', 0)
        .groupBy('cases.id')
        .orderBy('total', 'desc')
        .orderBy('cases.number')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ case: caseFromRow(row), reports: Total.parse(row).total }));
    },
  };
}
