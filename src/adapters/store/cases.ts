import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { GuildId } from '../../core/ids.ts';
import type { CaseStore, SubjectKey } from '../../ports/case-stores.ts';
import type { CaseRetention } from '../../ports/member-stores.ts';
import { caseErasure } from './case-erasure.ts';
import { caseLists } from './case-lists.ts';
import { caseFromRow, changingCaseColumns } from './case-rows.ts';
import { caseSpans } from './case-spans.ts';
import { casesAnywhere } from './cases-anywhere.ts';
import { questionCases } from './question-cases.ts';
import { reportReading, reportWriting } from './reports.ts';
import type { Tables } from './tables.ts';

const LastNumber = z.object({ last: z.coerce.number() });

/**
 * Cases and their reports.
 *
 * @param onErasure - called when texts or reporters were forgotten
 */
export function caseStore(db: Kysely<Tables>, onErasure: () => void): CaseStore & CaseRetention {
  const ofGuild = (guildId: GuildId) => db.selectFrom('cases').selectAll().where('guild_id', '=', guildId);
  const ofSubject = (guildId: GuildId, subject: SubjectKey) =>
    ofGuild(guildId)
      .where('subject_kind', '=', subject.kind)
      .where('subject_key', '=', storedKey(guildId, subject))
      .executeTakeFirst();
  const onlyCase = (row: unknown) => (row === undefined ? null : caseFromRow(row));

  return {
    async open(fresh, subject) {
      if ((await ofSubject(fresh.guildId, subject)) !== undefined)
        throw new RangeError('the server has a case of this subject');
      const opened = { ...fresh, number: (await lastNumber(db, fresh.guildId)) + 1 };
      await db
        .insertInto('cases')
        .values({
          id: opened.id,
          guild_id: opened.guildId,
          number: opened.number,
          subject_kind: subject.kind,
          subject_key: storedKey(opened.guildId, subject),
          forgotten: 0,
          ...changingCaseColumns(opened),
        })
        .execute();
      return opened;
    },

    find: async (guildId, id) => onlyCase(await ofGuild(guildId).where('id', '=', id).executeTakeFirst()),

    findByNumber: async (guildId, number) =>
      onlyCase(await ofGuild(guildId).where('number', '=', number).executeTakeFirst()),

    ofSubject: async (guildId, subject) => onlyCase(await ofSubject(guildId, subject)),

    async save(changed) {
      const { id, guildId, state } = changed;
      const columns = changingCaseColumns(changed);
      const stored = await ofGuild(guildId).where('id', '=', id).executeTakeFirst();
      if (stored === undefined) throw new RangeError('the server has no such case');
      await db
        .updateTable('cases')
        .set(state === 'resolved' ? columns : { ...columns, forgotten: 0 })
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .execute();
      if (stored.text !== null && stored.text !== columns.text) onErasure();
    },

    ...reportWriting(db, onErasure),
    ...reportReading(db),
    ...caseLists(db),
    ...caseSpans(db),
    ...casesAnywhere(db),
    ...questionCases(db),
    ...caseErasure(db, onErasure),
  };
}

async function lastNumber(db: Kysely<Tables>, guildId: GuildId): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return LastNumber.parse(row).last;
}

/** The text of a question is kept once, where it can be forgotten: its key is a code. */
function storedKey(guildId: GuildId, { kind, key }: SubjectKey): string {
  if (kind !== 'question') return key;
  return createHash('sha256').update(`${guildId}:${key}`).digest('base64url');
}
