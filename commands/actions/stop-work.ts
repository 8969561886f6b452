import { z } from 'zod';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { action, replyWith } from '../../src/command.ts';

/** Stops an analysis that the member waits for, whichever command it was asked by. */
export const stopWork = action({
  route: 'work.stop',
  args: z.tuple([z.string().regex(/^[\w-]{12}$/)]),
  access: 'member',
  answers: 'update',

  async run({ member }, [id], { runningWork }, words) {
    const answered = runningWork.stop(id, member.id);
    return { ...replyWith(sentenceCard(words.say('work.stopping'))), settled: async () => answered() };
  },
});
