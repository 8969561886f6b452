import type { DayRange } from '../../src/core/digest-period.ts';
import type { GuildId } from '../../src/core/ids.ts';
import type { Inquiry } from '../../src/core/inquiry.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';

/** The day of an inquiry of which no other is said. */
const { day } = exampleInquiry();

/** What the contracts about inquiries do to a database, and look up in it. */
export function inquirySteps(opened: () => Database) {
  const add = (...added: Inquiry[]) =>
    opened().transaction(async ({ inquiries }) => {
      for (const inquiry of added) await inquiries.add(inquiry);
    });
  const totals = (guildId: GuildId, over: DayRange = { from: day, to: day }) =>
    opened().snapshot(({ inquiries }) => inquiries.totals(guildId, over));
  return { add, totals };
}
