import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { GuildId } from '../../core/ids.ts';
import type { CaseStore, Span } from '../../ports/case-stores.ts';
import { caseFromRow } from './case-rows.ts';
import type { Tables } from './tables.ts';

const Total = z.object({ total: z.coerce.number() });
type Spans = Pick<CaseStore, 'openedIn' | 'resolvedIn' | 'countResolvedIn' | 'mostReported'>;

/** What happened to the cases of one server in a span of time. */
export function caseSpans(db: Kysely<Tables>): Spans {
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

    async resolvedIn(guildId, span) {
      const rows = await resolved(db, guildId, span)
        .select(['opened_at', 'taken_at', 'resolved_at'])
        .execute();
      // Ten thousand in a year of a large server: engines may give big numbers as text, and that is all there is to parse.
      return rows.map(({ opened_at, taken_at, resolved_at }) => ({
        openedAt: Number(opened_at),
        takenAt: taken_at === null ? null : Number(taken_at),
        resolvedAt: Number(resolved_at),
      }));
    },

    async countResolvedIn(guildId, span) {
      const row = await resolved(db, guildId, span)
        .select(({ fn }) => fn.countAll().as('total'))
        .executeTakeFirst();
      return Total.parse(row).total;
    },

    async mostReported(guildId, { fromMs, untilMs }, limit) {
      const reported = db
        .selectFrom('reports')
        .select(({ fn }) => ['case_id', fn.countAll().as('total')])
        .where('guild_id', '=', guildId)
        .where('reported_at', '>=', fromMs)
        .where('reported_at', '<', untilMs)
        .where('bad_faith', '=', 0)
        .groupBy('case_id');
      // SQLite takes a cross join in the order it is written: from the few that were reported to their cases.
      const most = db
        .selectFrom(reported.as('reported'))
        .crossJoin('cases')
        .whereRef('cases.id', '=', 'reported.case_id')
        .select(['cases.id', 'reported.total'])
        .where('cases.guild_id', '=', guildId)
        .where('cases.subject_kind', '=', 'message')
        .orderBy('reported.total', 'desc')
        .orderBy('cases.number')
        .limit(limit);
      const rows = await db
        .selectFrom(most.as('most'))
        .innerJoin('cases', 'cases.id', 'most.id')
        .select('most.total')
        .selectAll('cases')
        .orderBy('most.total', 'desc')
        .orderBy('cases.number')
        .execute();
      return rows.map((row) => ({ case: caseFromRow(row), reports: Total.parse(row).total }));
    },
  };
}

function resolved(db: Kysely<Tables>, guildId: GuildId, { fromMs, untilMs }: Span) {
  return db
    .selectFrom('cases')
    .where('guild_id', '=', guildId)
    .where('state', '=', 'resolved')
    .where('resolved_at', '>=', fromMs)
    .where('resolved_at', '<', untilMs);
}
