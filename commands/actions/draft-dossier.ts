import { z } from 'zod';
import { dossierPhrases } from '../../src/cards/dossier-phrases.ts';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { action, replyWith } from '../../src/command.ts';
import { CaseId } from '../../src/core/ids.ts';
import { words as wordsIn } from '../../src/words/words.ts';
import { actingOn, caseReply } from '../parts/case-reply.ts';

/** Stores the message of a case as a draft of a dossier, and says how a person goes on with it. */
export const makeDraft = action({
  route: 'draft.make',
  args: z.tuple([CaseId]),
  access: 'moderator',
  answers: 'reply',

  async run(call, [caseId], services, words) {
    const { guildId, guildLocale } = call;
    const phrases = dossierPhrases(wordsIn(await services.postLocale({ guildId, guildLocale })));
    const {
      slug,
      again,
      case: found,
    } = await services.draftDossier({
      interactionId: call.id,
      guildId,
      memberId: call.member.id,
      caseId,
      phrases,
    });
    const sentences = [
      words.say(again ? 'draft.made-before' : 'draft.made', { dossier: slug, number: found.number }),
      ...(found.subject.reach === 'everyone' ? [] : [words.say('draft.not-everyone')]),
      words.say('draft.next', { dossier: slug }),
    ];
    return replyWith(sentenceCard(sentences.join('\n')));
  },
});

/** Archives the dossiers made from a message that was deleted. */
export const withdrawDossiers = action({
  route: 'draft.withdraw',
  args: z.tuple([CaseId]),
  access: 'moderator',
  answers: 'update',

  async run(call, [caseId], services, words) {
    return caseReply(call, await services.withdrawDossiers(actingOn(call, caseId)), services, words);
  },
});
