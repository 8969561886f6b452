import { z } from 'zod';
import { unansweredCard } from '../../src/cards/lookup-cards.ts';
import { action, replyWith } from '../../src/command.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { InquiryId } from '../../src/core/ids.ts';
import { ReferenceArgument } from '../parts/arguments.ts';
import { claimReply } from '../parts/claim-reply.ts';
import { watchable } from '../parts/look-up-reply.ts';

/** Ends a question with the claim picked from the offered list. */
export const pickClaim = action({
  route: 'claim.pick',
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId], services, words) {
    const reference = parseClaimReference(call.values[0] ?? '');
    const shown = await services.completeInquiry({
      interactionId: call.id,
      guildId: call.guildId,
      memberId: call.member.id,
      inquiryId,
      reference,
    });
    return claimReply(call, shown, services, words);
  },
});

/** Ends a question with "none of these". */
export const noneOfThese = action({
  route: 'claim.none',
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId], services, words) {
    await services.rejectChoices({ interactionId: call.id, guildId: call.guildId, inquiryId });
    const dossiers = await services.listDossiers({ guildId: call.guildId });
    const watch = await watchable(call, services);
    return replyWith(unansweredCard({ reason: 'none-of-these', inquiryId, watch }, dossiers, words));
  },
});

/** "Was this it?" */
export const wasThisIt = action({
  route: 'claim.fit',
  args: z.tuple([InquiryId, z.enum(['yes', 'no']), ReferenceArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId, feedback, reference], services, words) {
    await services.giveFeedback({ interactionId: call.id, guildId: call.guildId, inquiryId, feedback });
    const shown = await services.showClaim({ guildId: call.guildId, reference, asker: null });
    const notice = words.say('feedback.thanks');
    return claimReply(call, { ...shown, inquiryId, feedback, notice }, services, words);
  },
});
