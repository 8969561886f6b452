import { FootnoteError } from '../../core/errors.ts';
import type { GuildId, InquiryId, InteractionId } from '../../core/ids.ts';
import type { Feedback } from '../../core/inquiry.ts';
import type { BoundDeps } from '../deps.ts';
import { handleOnce } from './record-inquiry.ts';

/**
 * Stores an asker's answer to "was this it?".
 *
 * @throws FootnoteError `inquiry.gone` when the question is no longer kept, `already-handled` on a second delivery
 */
export async function giveFeedback(
  deps: BoundDeps,
  input: {
    readonly interactionId: InteractionId;
    readonly guildId: GuildId;
    readonly inquiryId: InquiryId;
    readonly feedback: Feedback;
  },
): Promise<void> {
  const kept = await deps.database.transaction(async (stores) => {
    await handleOnce(stores, input.interactionId, deps.clock.now());
    return stores.inquiries.giveFeedback(input.guildId, input.inquiryId, input.feedback);
  });
  if (!kept) throw new FootnoteError('inquiry.gone');
}
