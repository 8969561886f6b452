import { z } from 'zod';
import { pageOfReport, reportsCard } from '../../src/cards/reports-card.ts';
import { action, type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import { CaseId, ReportId } from '../../src/core/ids.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';
import { PageArgument } from '../parts/arguments.ts';
import { actingOn } from '../parts/case-reply.ts';

async function list(
  call: GuildCall,
  [caseId, page]: readonly [CaseId, number],
  services: Services,
  words: Words,
): Promise<Reply> {
  const shown = await services.showCase({ guildId: call.guildId, caseId });
  return replyWith(reportsCard(shown, page, words));
}

/** Shows the reports of a case to whoever pressed. */
export const openReports = action({
  route: 'case.reports',
  args: z.tuple([CaseId, PageArgument]),
  access: 'moderator',
  answers: 'reply',
  run: list,
});

/** Another page of those reports. */
export const turnReports = action({
  route: 'case.reports-page',
  args: z.tuple([CaseId, PageArgument]),
  access: 'moderator',
  answers: 'update',
  run: list,
});

/** Marks a report as made in bad faith, or takes the mark away. */
export const markBadFaith = action({
  route: 'case.faith',
  args: z.tuple([CaseId, ReportId, z.enum(['on', 'off'])]),
  access: 'moderator',
  answers: 'update',

  async run(call, [caseId, reportId, mark], services, words) {
    const marking = { ...actingOn(call, caseId), reportId, badFaith: mark === 'on' };
    const shown = await services.markBadFaith(marking);
    return replyWith(reportsCard(shown, pageOfReport(shown, reportId, words), words));
  },
});
