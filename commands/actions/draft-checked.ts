import { z } from 'zod';
import { action } from '../../src/command.ts';
import { DraftId } from '../../src/core/ids.ts';
import { draftOf } from '../parts/draft-of-message.ts';

/** Makes a dossier of the message that was checked. */
export const draftChecked = action({
  route: 'check.draft',
  args: z.tuple([DraftId]),
  access: 'moderator',
  answers: 'reply',

  async run(call, [draftId], services, words) {
    const { guildId, member } = call;
    const message = await services.offeredMessage({ guildId, memberId: member.id, draftId });
    return draftOf(call, message, null, { services, words });
  },
});
