import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import type { UserId } from '../../src/core/ids.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';

/** Takes away the shared card whose button was pressed; `subject` as it was shared under. */
export async function takeAway(
  call: GuildCall,
  { subject, sharerId }: { readonly subject: string; readonly sharerId: UserId },
  services: Services,
  words: Words,
): Promise<Reply> {
  if (call.message === null) throw new FootnoteError('button.expired');
  await services.removeShared({
    guildId: call.guildId,
    channelId: call.place.channelId,
    messageId: call.message.id,
    subject,
    sharerId,
    member: call.member,
  });
  return replyWith(sentenceCard(words.say('share.removed')));
}
