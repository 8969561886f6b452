import { errorCard, faultCard } from '../cards/plain-cards.ts';
import type { Call } from '../command.ts';
import { errorFacts } from '../core/error-facts.ts';
import { type ErrorCode, FootnoteError, isForOperators } from '../core/errors.ts';
import type { Log } from '../ports/log.ts';
import { words } from '../words/words.ts';
import type { Answering } from './answering.ts';

/** Another delivery answers, or Discord waits no longer. */
const needsNoAnswer: readonly ErrorCode[] = ['already-handled', 'interaction.gone'];

/** Tells the member what went wrong and what to do; where that was a fault, the log as well. Never rejects. */
export async function excuse(
  { log, newId }: { readonly log: Log; readonly newId: () => string },
  call: Call,
  answering: Answering,
  error: unknown,
): Promise<void> {
  const place = { guildId: call.guildId, interactionId: call.id };
  if (error instanceof FootnoteError && needsNoAnswer.includes(error.code)) {
    answering.leave();
    log.info({ ...place, code: error.code }, 'interaction needs no answer any more');
    return;
  }

  const reference = newId().slice(0, 6).toUpperCase();
  const expected = error instanceof FootnoteError && !isForOperators(error.code);
  if (!expected || error.code.startsWith('store.'))
    log.error({ ...place, reference, error: errorFacts(error) }, 'interaction failed');
  else log.info({ ...place, code: error.code }, 'member was told what to do');
  const speech = words(call.locale);
  try {
    await answering.apologise(expected ? errorCard(error, speech) : faultCard(reference, speech));
  } catch (second) {
    log.warn(
      { ...place, reference, error: errorFacts(second) },
      'the failure could not be told to the member',
    );
  }
}
