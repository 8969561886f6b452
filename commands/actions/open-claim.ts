import { z } from 'zod';
import { notesCard } from '../../src/cards/notes-card.ts';
import { action, replyWith } from '../../src/command.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { InquiryArgument, PageArgument, ReferenceArgument } from '../parts/arguments.ts';
import { claimReply } from '../parts/claim-reply.ts';

/** Shows a claim in place of the card the button is on: previous, next, back. */
export const openClaim = action({
  route: 'claim.open',
  args: z.tuple([ReferenceArgument, InquiryArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [reference, inquiryId], services, words) {
    const shown = await services.showClaim({ guildId: call.guildId, reference, asker: null });
    return claimReply(call, { ...shown, inquiryId }, services, words);
  },
});

/** Opens the claim chosen from a card's menu. */
export const openFromMenu = action({
  route: 'claim.menu',
  args: z.tuple([z.string()]),
  access: 'member',
  answers: 'update',

  async run(call, _args, services, words) {
    const reference = parseClaimReference(call.values[0] ?? '');
    const shown = await services.showClaim({ guildId: call.guildId, reference, asker: null });
    return claimReply(call, shown, services, words);
  },
});

/** Shows a page of all notes of a claim. */
export const turnNotes = action({
  route: 'claim.notes',
  args: z.tuple([ReferenceArgument, InquiryArgument, PageArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [reference, inquiryId, page], { showClaim }, words) {
    const shown = await showClaim({ guildId: call.guildId, reference, asker: null });
    return replyWith(notesCard({ ...shown, inquiryId }, page, words));
  },
});
