import { z } from 'zod';
import { askModal } from '../../src/cards/plain-cards.ts';
import { action } from '../../src/command.ts';
import { lookUpReply } from '../parts/look-up-reply.ts';

/** Opens the form for asking in other words. */
export const askAgain = action({
  route: 'claim.ask',
  args: z.tuple([]),
  access: 'member',
  answers: 'modal',

  async run(_call, _args, _services, words) {
    return { kind: 'modal', modal: askModal(words) };
  },
});

/** Answers the question written in that form, in place of the card it was opened from. */
export const askedAgain = action({
  route: 'claim.asked',
  form: true,
  asks: true,
  args: z.tuple([]),
  access: 'member',
  answers: 'update',

  run: (call, _args, services, words) =>
    lookUpReply(call, call.fields['query'] ?? '', false, services, words),
});
