import { analysisPhrases } from '../../src/cards/analysis-phrases.ts';
import { analyzedNotice } from '../../src/cards/analyzed-notice.ts';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { editorCard } from '../../src/cards/editor-card.ts';
import { linesOf } from '../../src/cards/parts.ts';
import type { GuildCall, Reply } from '../../src/command.ts';
import { uncoveredIn } from '../../src/core/analysis/uncovered.ts';
import type { DossierSlug } from '../../src/core/claim.ts';
import type { AnalyzedPost } from '../../src/services/analysis/analyze-post.ts';
import type { DraftedMessage, MessageToDraft } from '../../src/services/editor/draft-message.ts';
import type { Services } from '../../src/services/services.ts';
import { type Words, words as wordsIn } from '../../src/words/words.ts';
import { analyzing } from './analyzing.ts';
import { actingIn, editorReply } from './edit-reply.ts';

/**
 * Makes a draft of a message, with what an analysis proposes, and opens it; where there is a dossier of the message, opens that.
 *
 * @param slug - its name, where the moderator chose one
 */
export async function draftOf(
  call: GuildCall,
  message: MessageToDraft,
  slug: DossierSlug | null,
  { services, words }: { readonly services: Services; readonly words: Words },
): Promise<Reply> {
  const { guildId, guildLocale: locale } = call;
  const present = await services.dossierOfMessage({ guildId, messageId: message.messageId });
  if (present !== null) return editorReply(present, words, words.say('draft.there-is'));
  const serverWords = wordsIn(await services.postLocale(call));
  const phrases = { ...dossierPhrases(serverWords), ...analysisPhrases(serverWords) };
  return analyzing(call, { post: message.text, forDraft: true }, { services, words }, async (analyzed) => {
    const { analysis } = analyzed;
    const acting = actingIn(call);
    const drafted = await services.draftMessage({ ...acting, message, slug, locale, analysis, phrases });
    const { state } = drafted;
    const notice = noticeOf(drafted, analyzed, message, words);
    return editorCard({ state, notice, uncovered: uncoveredIn(state.dossier) }, words);
  });
}

function noticeOf(
  { state, again }: DraftedMessage,
  analyzed: AnalyzedPost,
  { reach }: MessageToDraft,
  words: Words,
): string {
  if (again) return words.say('draft.there-is');
  const count = state.dossier.claims.length;
  return linesOf([
    words.say(analyzed.without === null ? 'dossier.added-by-model' : 'dossier.added', { count }),
    analyzedNotice(analyzed, words),
    reach === 'everyone' ? null : words.say('draft.not-everyone'),
  ]);
}
