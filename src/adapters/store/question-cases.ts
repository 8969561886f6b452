import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { CaseStore } from '../../ports/case-stores.ts';
import { waitingStates } from './case-lists.ts';
import type { Tables } from './tables.ts';

const Row = z
  .object({ number: z.number(), text: z.string(), askers: z.coerce.number(), waiting: z.coerce.number() })
  .transform(({ number: caseNumber, ...same }) => ({ caseNumber, ...same }));

/** The questions put to the moderators of one server. */
export function questionCases(db: Kysely<Tables>): Pick<CaseStore, 'questionsAsked'> {
  return {
    async questionsAsked(guildId, fromMs, untilMs, limit) {
      // From the few cases that wait to their reports, not from all reports of a span of time to their cases.
      const waiting = db
        .selectFrom('cases')
        .select(({ fn, selectFrom }) => {
          const reports = selectFrom('reports')
            .select(fn.countAll().as('count'))
            .whereRef('reports.case_id', '=', 'cases.id');
          const inSpan = reports
            .where('reports.reported_at', '>=', fromMs)
            .where('reports.reported_at', '<', untilMs)
            .where('reports.bad_faith', '=', 0);
          const wishes = reports.where('reports.outcome', '=', 'wanted');
          return ['number', 'text', inSpan.as('askers'), wishes.as('waiting')];
        })
        .where('guild_id', '=', guildId)
        .where('subject_kind', '=', 'question')
        .where('state', 'in', waitingStates)
        .where('text', 'is not', null);
      const rows = await db
        .selectFrom(waiting.as('questions'))
        .selectAll()
        .where('askers', '>', 0)
        .orderBy('askers', 'desc')
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map((row) => Row.parse(row));
    },
  };
}
