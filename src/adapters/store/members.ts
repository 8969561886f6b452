import type { Kysely } from 'kysely';
import { z } from 'zod';
import { GuildId, type UserId } from '../../core/ids.ts';
import type { MemberRecord, MemberStore } from '../../ports/member-stores.ts';
import { auditOf } from './audit.ts';
import { caseFromRow } from './case-rows.ts';
import { memberErasure } from './member-erasure.ts';
import { reportsAnywhere } from './reports.ts';
import type { Tables } from './tables.ts';
import { watchesOfMember } from './watch-reading.ts';

const OptOutRow = z.object({ since: z.coerce.number() });
const MarksRow = z.object({ guild_id: GuildId, marks: z.number() });

/**
 * Everything about one member.
 *
 * @param onErasure - called when a member was taken out
 */
export function memberStore(db: Kysely<Tables>, onErasure: () => void): MemberStore {
  return { record: (memberId) => recordOf(db, memberId), ...memberErasure(db, onErasure) };
}

async function recordOf(db: Kysely<Tables>, memberId: UserId): Promise<MemberRecord> {
  const optOut = await db
    .selectFrom('opt_outs')
    .select('since')
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  const reported = await db
    .selectFrom('cases')
    .selectAll()
    .where('author_id', '=', memberId)
    .orderBy('opened_at', 'desc')
    .execute();
  const marks = await db
    .selectFrom('bad_faith')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('guild_id')
    .execute();
  const moderated = await db
    .selectFrom('cases')
    .selectAll()
    .where((row) => row.or([row('assignee_id', '=', memberId), row('resolution_by', '=', memberId)]))
    .orderBy('opened_at', 'desc')
    .execute();
  return {
    optedOutSince: optOut === undefined ? null : OptOutRow.parse(optOut).since,
    reports: await reportsAnywhere(db, memberId),
    reportedMessages: reported.map(caseFromRow),
    badFaith: marks.map((row) => {
      const { guild_id: guildId, marks } = MarksRow.parse(row);
      return { guildId, marks };
    }),
    moderated: moderated.map(caseFromRow),
    audit: await auditOf(db, memberId),
    watches: await watchesOfMember(db, memberId),
  };
}
