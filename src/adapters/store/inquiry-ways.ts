import { type Kysely, sql } from 'kysely';
import type { DayRange } from '../../core/digest-period.ts';
import type { GuildId } from '../../core/ids.ts';
import type { AsksOn, WayTotal } from '../../core/inquiry.ts';
import { daysOfMonth } from '../../core/month-range.ts';
import { asksFromRow, wayTotalFromRow } from './inquiry-rows.ts';
import type { Tables } from './tables.ts';

/** What came of what was asked in a server, whatever it was about; see `InquiryStore.ways`. */
export async function waysOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  range: DayRange,
): Promise<readonly WayTotal[]> {
  const rows = await waysIn(db, guildId, range)
    .select(({ fn }) => [
      'command',
      'outcome',
      fn.sum('inquiries').as('inquiries'),
      fn.sum('feedback_yes').as('feedback_yes'),
      fn.sum('feedback_no').as('feedback_no'),
    ])
    .groupBy(['command', 'outcome'])
    .execute();
  return rows.map(wayTotalFromRow);
}

/** How many inquiries each day or month of a range had; see `InquiryStore.asks`. */
export async function asksOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  range: DayRange,
  by: 'day' | 'month',
): Promise<readonly AsksOn[]> {
  const span = by === 'day' ? sql<string>`day` : sql<string>`substr(day, 1, 7)`;
  const rows = await waysIn(db, guildId, range)
    .select(({ fn }) => [span.as('span'), fn.sum('inquiries').as('asks')])
    .groupBy(span)
    .orderBy(span)
    .execute();
  return rows.map(asksFromRow).map(({ span: on, asks }) => {
    if (by === 'day') return { from: on, to: on, asks };
    const { from, to } = daysOfMonth(on);
    return { from: from < range.from ? range.from : from, to: to > range.to ? range.to : to, asks };
  });
}

function waysIn(db: Kysely<Tables>, guildId: GuildId, { from, to }: DayRange) {
  return db
    .selectFrom('inquiry_ways')
    .where('guild_id', '=', guildId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('inquiries', '>', 0);
}
