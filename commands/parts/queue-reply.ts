import { queueCard } from '../../src/cards/queue-card.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import type { QueueQuestion } from '../../src/services/cases/list-cases.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';

/** The queue as the member of this call asked for it. */
export async function queueReply(
  call: GuildCall,
  wanted: Pick<QueueQuestion, 'state' | 'assignee' | 'page'>,
  { listCases }: Services,
  words: Words,
): Promise<Reply> {
  const queue = await listCases({ guildId: call.guildId, memberId: call.member.id, ...wanted });
  return replyWith(queueCard(queue, words));
}
