import type { Actor } from '../../src/sandbox/acts.ts';
import type { Answer } from '../../src/sandbox/answer.ts';

/** The same person, who waits for what comes of an answer that is deferred. */
export function settlingActor(actor: Actor): Actor {
  return {
    ...actor,
    slash: (...command) => settled(actor.slash(...command)),
    menu: (...command) => settled(actor.menu(...command)),
    press: (...button) => settled(actor.press(...button)),
    pick: (...menu) => settled(actor.pick(...menu)),
    pressForged: (...button) => settled(actor.pressForged(...button)),
    submitForged: (...form) => settled(actor.submitForged(...form)),
    submit: (...form) => settled(actor.submit(...form)),
  };
}

/** What comes of an answer, once it is there. */
export async function settled(answer: Promise<Answer>): Promise<Answer> {
  return (await answer).settled();
}
