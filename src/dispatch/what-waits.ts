import { waitingOutcomesCard } from '../cards/outcome-card.ts';
import { waitingNewsCard } from '../cards/watch-cards.ts';
import { type Call, type GuildCall, inGuild } from '../command.ts';
import type { Card } from '../ports/message.ts';
import type { Services } from '../services/services.ts';
import { words } from '../words/words.ts';
import type { Afterwards } from './dispatch.ts';

type Telling = Pick<Services, 'waitingOutcomes' | 'noteShown' | 'waitingNews' | 'noteNews'>;

/** A card that waits for a member, and what is noted once they were shown it. */
type Waiting = { readonly card: Card; shown(): Promise<void> };

/**
 * Shows members what could not be told by direct message: what came of their reports, and what changed of what they watch.
 * It counts as told only once it was shown; of two commands of a member at the same moment, one shows it.
 */
export function tellWhatWaits(services: Telling): Afterwards {
  const telling = new Set<string>();

  return async (call: Call, show) => {
    if (call.guildId === null) return;
    const key = `${call.guildId}:${call.member.id}`;
    if (telling.has(key)) return;
    telling.add(key);
    try {
      for (const find of [outcomesFor, newsFor]) {
        const waiting = await find(services, inGuild(call));
        if (waiting === null) continue;
        await show(waiting.card);
        await waiting.shown();
      }
    } finally {
      telling.delete(key);
    }
  };
}

async function outcomesFor(
  services: Telling,
  { guildId, member, locale }: GuildCall,
): Promise<Waiting | null> {
  const { outcomes, reportIds } = await services.waitingOutcomes({ guildId, memberId: member.id });
  if (outcomes.length === 0) return null;
  return {
    card: waitingOutcomesCard(outcomes, words(locale)),
    shown: () => services.noteShown({ guildId, reportIds }),
  };
}

async function newsFor(services: Telling, { guildId, member, locale }: GuildCall): Promise<Waiting | null> {
  const batch = await services.waitingNews({ guildId, memberId: member.id });
  if (batch === null) return null;
  return {
    card: waitingNewsCard(batch, words(locale)),
    shown: () => services.noteNews({ batch, heard: 'told', item: null }),
  };
}
