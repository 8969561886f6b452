import { workCard } from '../../src/cards/work-card.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { Card } from '../../src/ports/message.ts';
import type { AnalyzedPost } from '../../src/services/analysis/analyze-post.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';

/**
 * Analyses a post. Where a model is asked, the member sees how far it is and may stop it; without one it is over before anybody
 * could read that.
 *
 * @param then - what is shown when it is done
 */
export async function analyzing(
  { guildId, member }: GuildCall,
  post: string,
  { services, words }: { readonly services: Services; readonly words: Words },
  then: (analyzed: AnalyzedPost) => Promise<Card>,
): Promise<Reply> {
  const { analyzePost, runningWork, usesModel } = services;
  const request = { guildId, memberId: member.id, post };
  if (!(await usesModel({ guildId }))) {
    const stop = new AbortController().signal;
    return replyWith(await then(await analyzePost({ ...request, stop, onStep: () => {} })));
  }
  const work = runningWork.begin(member.id);
  return {
    kind: 'work',
    begun: workCard('reading', work.id, words),
    async run(show) {
      try {
        const analyzed = await analyzePost({
          ...request,
          stop: work.stop,
          onStep: (step) => void show(workCard(step, work.id, words)),
        });
        return await then(analyzed);
      } finally {
        work.end();
      }
    },
  };
}
