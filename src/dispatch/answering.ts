import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { AnswerMode, Responder } from '../incoming.ts';
import type { Clock } from '../ports/clock.ts';
import type { Card } from '../ports/message.ts';

/** An answer that takes longer than this is deferred; Discord gives up after 3 s (Discord API documentation). */
export const deferAfterMs = 1_500;

/** One interaction's answer: given once, deferred by itself when it is slow. */
export type Answering = {
  /** Gives the card asked for. */
  give(card: Card): Promise<void>;
  openModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Gives a card that others follow in its place: `replace`, or the apology. */
  begin(card: Card): Promise<void>;
  replace(card: Card): Promise<void>;
  /** Gives no answer and never will: another delivery of the same interaction does. */
  leave(): void;
  /**
   * Says privately what went wrong, whatever was promised before; the card with the button stays as it is, but one that was
   * begun with is replaced.
   */
  apologise(card: Card): Promise<void>;
};

/**
 * Watches over one interaction's first response.
 *
 * @param mode - where the answer goes; `modal` is never deferred, since a form must be the first response
 */
export function startAnswering(responder: Responder, mode: AnswerMode | 'modal', clock: Clock): Answering {
  let deferring: Promise<void> | null = null;
  let answered = false;
  let begun = false;

  const stopTimer =
    mode === 'modal'
      ? () => {}
      : clock.after(deferAfterMs, () => {
          if (answered) return;
          deferring = responder.defer(mode);
          deferring.catch(() => {});
        });

  const once = async (answer: () => Promise<void>) => {
    if (answered) throw new TypeError('an interaction is answered once');
    answered = true;
    stopTimer();
    try {
      await answer();
    } catch (error) {
      // What Discord refused has not been answered: the member can still be told that it failed.
      answered = false;
      throw error;
    }
  };

  const give = (card: Card) =>
    once(async () => {
      if (deferring === null) return responder.answer(card, mode === 'update' ? 'update' : 'reply');
      await deferring;
      await responder.complete(card);
    });

  return {
    give,
    async begin(card) {
      await give(card);
      begun = true;
    },
    replace: (card) => responder.complete(card),
    leave() {
      answered = true;
      stopTimer();
    },
    openModal: (modal) => once(() => responder.openModal(modal)),
    async apologise(card) {
      if (begun) return responder.complete(card);
      await once(async () => {
        if (deferring === null) return responder.answer(card, 'reply');
        await deferring;
        await (mode === 'update' ? responder.followUp(card) : responder.complete(card));
      });
    },
  };
}
