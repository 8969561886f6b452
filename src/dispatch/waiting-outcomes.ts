import { waitingOutcomesCard } from '../cards/outcome-card.ts';
import type { Call } from '../command.ts';
import type { Services } from '../services/services.ts';
import { words } from '../words/words.ts';
import type { Afterwards } from './dispatch.ts';

/**
 * Shows members what came of their reports and could not be told by direct message. It counts as told only once it
 * was shown; of two commands of a member at the same moment, one shows it.
 */
export function tellWaitingOutcomes(services: Pick<Services, 'waitingOutcomes' | 'noteShown'>): Afterwards {
  const telling = new Set<string>();

  return async ({ guildId, member, locale }: Call, show) => {
    if (guildId === null) return;
    const key = `${guildId}:${member.id}`;
    if (telling.has(key)) return;
    telling.add(key);
    try {
      const { outcomes, reportIds } = await services.waitingOutcomes({ guildId, memberId: member.id });
      if (outcomes.length === 0) return;
      await show(waitingOutcomesCard(outcomes, words(locale)));
      await services.noteShown({ guildId, reportIds });
    } finally {
      telling.delete(key);
    }
  };
}
