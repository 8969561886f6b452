import { z } from 'zod';
import { caseCard } from '../../src/cards/case-card.ts';
import { action, type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { CaseId } from '../../src/core/ids.ts';
import { queueAssignees, queueStates } from '../../src/services/cases/list-cases.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';
import { PageArgument } from '../parts/arguments.ts';
import { queueReply } from '../parts/queue-reply.ts';

async function open(call: GuildCall, caseId: CaseId, services: Services, words: Words): Promise<Reply> {
  const shown = await services.showCase({ guildId: call.guildId, caseId });
  return replyWith(caseCard(shown, 'private', words));
}

/**
 * The case chosen in a menu.
 *
 * @throws FootnoteError `case.unknown` when the value is no case's id
 */
export function chosenCase({ values }: GuildCall): CaseId {
  const { data: caseId } = CaseId.safeParse(values[0]);
  if (caseId === undefined) throw new FootnoteError('case.unknown');
  return caseId;
}

/** Shows a case to whoever pressed. */
export const showCase = action({
  route: 'case.show',
  args: z.tuple([CaseId]),
  access: 'moderator',
  answers: 'reply',

  run: (call, [caseId], services, words) => open(call, caseId, services, words),
});

/** Shows the case picked from the queue, in the queue's place. */
export const openCase = action({
  route: 'case.open',
  args: z.tuple([]),
  access: 'moderator',
  answers: 'update',

  run: async (call, _args, services, words) => open(call, chosenCase(call), services, words),
});

/** Another page or other cases of the queue. */
export const turnQueue = action({
  route: 'case.queue',
  args: z.tuple([z.enum(queueStates), z.enum(queueAssignees), PageArgument]),
  access: 'moderator',
  answers: 'update',

  run: (call, [state, assignee, page], services, words) =>
    queueReply(call, { state, assignee, page }, services, words),
});
