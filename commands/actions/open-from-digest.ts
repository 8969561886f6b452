import { z } from 'zod';
import { caseCard } from '../../src/cards/case-card.ts';
import { digestFileCard, digestFormats } from '../../src/cards/digest-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { queueStates } from '../../src/services/cases/list-cases.ts';
import { DigestArguments } from '../parts/arguments.ts';
import { claimReply } from '../parts/claim-reply.ts';
import { queueReply } from '../parts/queue-reply.ts';
import { chosenCase } from './open-case.ts';

/** Shows a claim picked from a digest beside it. */
export const openClaimFromDigest = action({
  route: 'digest.claim',
  args: z.tuple([]),
  access: 'moderator',
  answers: 'reply',

  async run(call, _args, services, words) {
    const reference = parseClaimReference(call.values[0] ?? '');
    const shown = await services.showClaim({ guildId: call.guildId, reference, asker: null });
    return claimReply(call, shown, services, words);
  },
});

/** Shows a case picked from a digest beside it. */
export const openCaseFromDigest = action({
  route: 'digest.case',
  args: z.tuple([]),
  access: 'moderator',
  answers: 'reply',

  async run(call, _args, { showCase }, words) {
    const { guildId } = call;
    return replyWith(caseCard(await showCase({ guildId, caseId: chosenCase(call) }), 'private', words));
  },
});

/** Shows the queue beside a digest. */
export const openQueueFromDigest = action({
  route: 'digest.queue',
  args: z.tuple([z.enum(queueStates)]),
  access: 'moderator',
  answers: 'reply',

  run: (call, [state], services, words) =>
    queueReply(call, { state, assignee: 'anyone', page: 1 }, services, words),
});

/** Give a digest as a file, made anew: its custom_id holds the days alone. */
export const saveDigest = digestFormats.map((format) =>
  action({
    route: `digest.${format}`,
    args: DigestArguments,
    access: 'moderator',
    answers: 'reply',

    async run({ guildId }, [since, until], { makeDigest }, words) {
      const made = await makeDigest({ guildId, wanted: { length: null, since, until } });
      return replyWith(digestFileCard(made, format, words));
    },
  }),
);
