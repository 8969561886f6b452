import type { Kysely, SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { caseStates } from '../../core/case.ts';
import type { CaseFilter, CaseStore } from '../../ports/case-stores.ts';
import { caseFromRow } from './case-rows.ts';
import type { Tables } from './tables.ts';

type Lists = Pick<CaseStore, 'page' | 'counts' | 'ageingUnalerted'>;

const Total = z.object({ total: z.coerce.number() });
const StateCount = z.object({ state: z.enum(caseStates), total: z.coerce.number() });

/** States of cases that are not done. */
export const waitingStates = caseStates.filter((state) => state !== 'resolved');

/** The cases of one server in lists. */
export function caseLists(db: Kysely<Tables>): Lists {
  return {
    async page(guildId, filter, limit, offset) {
      const chosen = filtered(db.selectFrom('cases').where('guild_id', '=', guildId), filter);
      const count = await chosen.select(({ fn }) => fn.countAll().as('total')).executeTakeFirst();
      const rows = await chosen
        .selectAll()
        .orderBy('waits_since')
        .orderBy('number')
        .limit(limit)
        .offset(offset)
        .execute();
      return { cases: rows.map(caseFromRow), total: Total.parse(count).total };
    },

    async counts(guildId, ageingBefore) {
      const rows = await db
        .selectFrom('cases')
        .select(({ fn }) => ['state', fn.countAll().as('total')])
        .where('guild_id', '=', guildId)
        .groupBy('state')
        .execute();
      const ageing = await db
        .selectFrom('cases')
        .select(({ fn }) => fn.countAll().as('total'))
        .where('guild_id', '=', guildId)
        .where('state', 'in', waitingStates)
        .where('waits_since', '<', ageingBefore)
        .executeTakeFirst();
      const byState = { open: 0, assigned: 0, resolved: 0, reopened: 0 };
      for (const row of rows) {
        const { state, total } = StateCount.parse(row);
        byState[state] = total;
      }
      return { byState, ageing: Total.parse(ageing).total };
    },

    async ageingUnalerted(guildId, moment, limit) {
      const rows = await db
        .selectFrom('cases')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('state', 'in', waitingStates)
        .where('waits_since', '<', moment)
        .where('alerted_at', 'is', null)
        .orderBy('waits_since')
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map(caseFromRow);
    },
  };
}

function filtered<Chosen>(
  cases: SelectQueryBuilder<Tables, 'cases', Chosen>,
  { states, assigneeId, waitsSinceBefore, waitsSinceFrom, kind }: CaseFilter,
): SelectQueryBuilder<Tables, 'cases', Chosen> {
  let chosen = cases;
  if (states.length > 0) chosen = chosen.where('state', 'in', states);
  if (assigneeId !== undefined) chosen = chosen.where('assignee_id', '=', assigneeId);
  if (waitsSinceBefore !== undefined)
    chosen = chosen.where('waits_since', '<', waitsSinceBefore).where('state', '<>', 'resolved');
  if (waitsSinceFrom !== undefined) chosen = chosen.where('waits_since', '>=', waitsSinceFrom);
  if (kind !== undefined) chosen = chosen.where('subject_kind', '=', kind);
  return chosen;
}
