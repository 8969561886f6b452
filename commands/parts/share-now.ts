import { errorSentence } from '../../src/cards/plain-cards.ts';
import { type Subject, sharedCard, subjectName } from '../../src/cards/share-cards.ts';
import type { GuildCall } from '../../src/command.ts';
import { FootnoteError, isForOperators } from '../../src/core/errors.ts';
import { messageLink } from '../../src/core/message-link.ts';
import type { Card } from '../../src/ports/message.ts';
import type { Services } from '../../src/services/services.ts';
import { type Words, words as wordsIn } from '../../src/words/words.ts';
import { sharingOf } from './asker.ts';

/**
 * Posts a subject's short card in the channel of the call, in the language of the server's posts.
 *
 * @returns what to tell the member: where it was shared, that it was there already, or why it was not shared
 */
export function shareNow(
  call: GuildCall,
  subject: Subject,
  services: Services,
  words: Words,
): Promise<string> {
  const shared = {
    subject: subjectName(subject),
    version: subject.dossier.version,
    card: (theirs: Words) => sharedCard(subject, call.member.id, theirs),
  };
  return postNow(call, shared, services, words);
}

/** What is posted: `subject` and `version` as in `shareCard`, and its card in the language of the server's posts. */
type Shared = {
  readonly subject: string;
  readonly version: number;
  readonly card: (theirs: Words) => Card | Promise<Card>;
};

/** The same for anything else that is shared. */
export async function postNow(
  call: GuildCall,
  { subject, version, card }: Shared,
  services: Services,
  words: Words,
): Promise<string> {
  try {
    const locale = await services.postLocale(call);
    const { channelId, messageId, again } = await services.shareCard({
      sharing: sharingOf(call),
      subject,
      version,
      card: await card(wordsIn(locale)),
      nonce: call.id,
    });
    return words.say(again ? 'share.again' : 'share.done', {
      link: messageLink({ guildId: call.guildId, channelId, messageId }),
    });
  } catch (error) {
    if (error instanceof FootnoteError && !isForOperators(error.code)) return errorSentence(error, words);
    throw error;
  }
}
