import { z } from 'zod';
import { claimCard } from '../../src/cards/claim-card.ts';
import { unansweredCard } from '../../src/cards/lookup-cards.ts';
import { action, replyWith } from '../../src/command.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { InquiryId } from '../../src/core/ids.ts';
import { ReferenceArgument } from '../parts/arguments.ts';

/** Ends a question with the claim picked from the offered list. */
export const pickClaim = action({
  route: 'claim.pick',
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId], { completeInquiry }, words) {
    const reference = parseClaimReference(call.values[0] ?? '');
    const shown = await completeInquiry({
      interactionId: call.id,
      guildId: call.guildId,
      inquiryId,
      reference,
    });
    return replyWith(claimCard(shown, words));
  },
});

/** Ends a question with "none of these". */
export const noneOfThese = action({
  route: 'claim.none',
  args: z.tuple([InquiryId]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId], { rejectChoices, listDossiers }, words) {
    await rejectChoices({ interactionId: call.id, guildId: call.guildId, inquiryId });
    const dossiers = await listDossiers({ guildId: call.guildId });
    return replyWith(unansweredCard({ reason: 'none-of-these', inquiryId }, dossiers, words));
  },
});

/** "Was this it?" */
export const wasThisIt = action({
  route: 'claim.fit',
  args: z.tuple([InquiryId, z.enum(['yes', 'no']), ReferenceArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId, feedback, reference], { giveFeedback, showClaim }, words) {
    await giveFeedback({ interactionId: call.id, guildId: call.guildId, inquiryId, feedback });
    const shown = await showClaim({ guildId: call.guildId, reference, asker: null });
    return replyWith(
      claimCard({ ...shown, inquiryId, feedback, notice: words.say('feedback.thanks') }, words),
    );
  },
});
