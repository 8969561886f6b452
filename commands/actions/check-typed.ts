import { z } from 'zod';
import { typedField, typePostModal } from '../../src/cards/check-card.ts';
import { action } from '../../src/command.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { askerOf } from '../parts/asker.ts';
import { checkReply } from '../parts/check-reply.ts';
import { claimReply } from '../parts/claim-reply.ts';

/** Shows a claim that a checked post makes beside what was found. */
export const openClaimOfPost = action({
  route: 'check.claim',
  args: z.tuple([]),
  access: 'member',
  answers: 'reply',

  async run(call, _args, services, words) {
    const reference = parseClaimReference(call.values[0] ?? '');
    const { guildId } = call;
    return claimReply(call, await services.showClaim({ guildId, reference, asker: null }), services, words);
  },
});

/** Opens the form in which the text of a picture is typed. */
export const typePost = action({
  route: 'check.type',
  args: z.tuple([]),
  access: 'member',
  answers: 'modal',

  run: async (_call, _args, _services, words) => ({ kind: 'modal', modal: typePostModal(words) }),
});

/** Checks the text typed in that form. */
export const checkTyped = action({
  route: 'check.typed',
  form: true,
  asks: true,
  args: z.tuple([]),
  access: 'member',
  answers: 'update',

  async run(call, _args, services, words) {
    const text = call.fields[typedField] ?? '';
    const checked = await services.checkText({ asker: askerOf(call), text });
    return checkReply(call, checked, null, { services, words });
  },
});
