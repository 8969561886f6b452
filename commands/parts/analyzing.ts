import { workCard } from '../../src/cards/work-card.ts';
import type { GuildCall, Reply } from '../../src/command.ts';
import type { Card } from '../../src/ports/message.ts';
import type { AnalysisRequest, AnalyzedPost } from '../../src/services/analysis/analyze-post.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';

/**
 * Analyses a post while the member sees how far it is and may stop it. Discord is answered before the analysis begins: that of a
 * long post holds the process up, even without a model.
 *
 * @param then - stores what came of it, where that is stored, and gives what is shown; once it has begun, it is not stopped any more
 */
export async function analyzing(
  { guildId, member }: GuildCall,
  { post, forDraft }: Pick<AnalysisRequest, 'post' | 'forDraft'>,
  { services, words }: { readonly services: Services; readonly words: Words },
  then: (analyzed: AnalyzedPost) => Promise<Card>,
): Promise<Reply> {
  const work = services.runningWork.begin(member.id);
  return {
    kind: 'work',
    begun: workCard('reading', work.id, words),
    async run(show) {
      try {
        const analyzed = await services.analyzePost({
          ...{ guildId, memberId: member.id, forDraft, post, stop: work.stop },
          onStep: (step) => void show(workCard(step, work.id, words)),
        });
        work.commit();
        return await then(analyzed);
      } finally {
        await work.end();
      }
    },
  };
}
