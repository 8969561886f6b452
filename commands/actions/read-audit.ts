import { z } from 'zod';
import { auditCard, auditFileCard } from '../../src/cards/audit-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { PageArgument } from '../parts/arguments.ts';
import { FilterArguments, filterOf } from '../parts/audit-filter.ts';

/** Shows another page of the audit. */
export const turnAudit = action({
  route: 'audit.page',
  args: z.tuple([...FilterArguments, PageArgument]),
  access: 'admin',
  answers: 'update',

  async run({ guildId }, [who, act, number, page], { listAudit }, words) {
    const filter = filterOf([who, act, number]);
    return replyWith(auditCard(await listAudit({ guildId, filter, page }), words));
  },
});

/** Gives the audit as a file. */
export const exportAudit = action({
  route: 'audit.csv',
  args: z.tuple(FilterArguments),
  access: 'admin',
  answers: 'reply',

  async run({ guildId }, filters, services, words) {
    const exported = await services.exportAudit({ guildId, filter: filterOf(filters) });
    return replyWith(auditFileCard(exported, words));
  },
});
