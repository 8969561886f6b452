import { z } from 'zod';
import { myReportsCard } from '../../src/cards/my-reports-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { PageArgument } from '../parts/arguments.ts';

/** Shows another page of the member's own reports. */
export const turnMyReports = action({
  route: 'report.mine',
  args: z.tuple([PageArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [page], { listMyReports }, words) {
    const mine = await listMyReports({ guildId: call.guildId, memberId: call.member.id, page });
    return replyWith(myReportsCard(mine, words));
  },
});
