import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { CaseStore } from '../../ports/case-stores.ts';
import type { Tables } from './tables.ts';

const Row = z
  .object({ number: z.number(), text: z.string(), askers: z.coerce.number(), waiting: z.coerce.number() })
  .transform(({ number: caseNumber, ...same }) => ({ caseNumber, ...same }));

/** The questions put to the moderators of one server. */
export function questionCases(db: Kysely<Tables>): Pick<CaseStore, 'questionsAsked'> {
  return {
    async questionsAsked(guildId, fromMs, untilMs, limit) {
      const rows = await db
        .selectFrom('cases')
        .innerJoin('reports', 'reports.case_id', 'cases.id')
        .select(({ fn, selectFrom }) => [
          'cases.number',
          'cases.text',
          fn.countAll().as('askers'),
          selectFrom('reports as wishes')
            .select(fn.countAll().as('count'))
            .whereRef('wishes.case_id', '=', 'cases.id')
            .where('wishes.outcome', '=', 'wanted')
            .as('waiting'),
        ])
        .where('cases.guild_id', '=', guildId)
        .where('reports.guild_id', '=', guildId)
        .where('cases.subject_kind', '=', 'question')
        .where('cases.state', '<>', 'resolved')
        .where('cases.text', 'is not', null)
        .where('reports.reported_at', '>=', fromMs)
        .where('reports.reported_at', '<', untilMs)
        .where('reports.bad_faith', '=', 0)
        .groupBy(['cases.id', 'cases.number', 'cases.text'])
        .orderBy('askers', 'desc')
        .orderBy('cases.number')
        .limit(limit)
        .execute();
      return rows.map((row) => Row.parse(row));
    },
  };
}
