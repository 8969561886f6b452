import { z } from 'zod';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { optOutCard } from '../../src/cards/privacy-cards.ts';
import { actionAnywhere, replyWith } from '../../src/command.ts';

/** Erases the member, who has been told what that means. */
export const erase = actionAnywhere({
  route: 'privacy.delete',
  args: z.tuple([]),
  access: 'member',
  answers: 'update',

  async run(call, _args, { eraseMember }, words) {
    await eraseMember({ interactionId: call.id, memberId: call.member.id });
    return replyWith(sentenceCard(words.say('privacy.delete.done')));
  },
});

/** Opts the member out, or in again. */
export const setOptOut = actionAnywhere({
  route: 'privacy.opt-out',
  args: z.tuple([z.enum(['on', 'off'])]),
  access: 'member',
  answers: 'update',

  async run(call, [state], { optOut }, words) {
    const out = state === 'on';
    await optOut({ interactionId: call.id, memberId: call.member.id, out });
    return replyWith(optOutCard(out, words));
  },
});

/** Leaves everything as it is. */
export const cancelPrivacy = actionAnywhere({
  route: 'privacy.cancel',
  args: z.tuple([]),
  access: 'member',
  answers: 'update',

  async run(_call, _args, _services, words) {
    return replyWith(sentenceCard(words.say('privacy.cancelled')));
  },
});
