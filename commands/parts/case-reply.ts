import { caseCard } from '../../src/cards/case-card.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { CaseId } from '../../src/core/ids.ts';
import type { ActingOnCase } from '../../src/services/cases/change-case.ts';
import type { ShownCase } from '../../src/services/cases/show-case.ts';
import type { Services } from '../../src/services/services.ts';
import { type Words, words as wordsIn } from '../../src/words/words.ts';

/** Who acts on which case in this call. */
export function actingOn(call: GuildCall, caseId: CaseId): ActingOnCase {
  return { interactionId: call.id, guildId: call.guildId, caseId, memberId: call.member.id };
}

/**
 * A case in place of the card the call came from: in the server's language on the card everyone sees, in the
 * member's on one of their own.
 */
export function caseReply(call: GuildCall, shown: ShownCase, services: Services, words: Words): Reply {
  const { id: caseId, guildId, card } = shown.case;
  if (call.message !== null && call.message.id === card?.messageId)
    return {
      kind: 'card',
      card: caseCard(shown, 'channel', wordsIn(shown.cardLocale)),
      // An answer that took its time may have replaced what another moderator did since.
      settled: () => services.showCardAgain({ guildId, caseId }),
    };
  return replyWith(caseCard(shown, 'private', words));
}
