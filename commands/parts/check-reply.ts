import { checkedCard, noTextCard } from '../../src/cards/check-card.ts';
import { summaryCard } from '../../src/cards/summary-card.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import { isWorthDescribing } from '../../src/core/analysis/worth-describing.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import type { SeenMessage } from '../../src/ports/message.ts';
import type { AnalyzedPost } from '../../src/services/analysis/analyze-post.ts';
import type { CheckedPost } from '../../src/services/asking/check-post.ts';
import type { Services } from '../../src/services/services.ts';
import type { Words } from '../../src/words/words.ts';
import { analyzing } from './analyzing.ts';

type Told = { readonly services: Services; readonly words: Words };

/**
 * Shows what is known of a post: its dossier, or the claims it makes and what it says, or that there is nothing to read.
 *
 * @param target - the message; null where its text was typed
 */
export async function checkReply(
  call: GuildCall,
  checked: CheckedPost,
  target: SeenMessage | null,
  told: Told,
): Promise<Reply> {
  switch (checked.kind) {
    case 'dossier':
      return replyWith(summaryCard(checked.dossier, 1, told.words));
    case 'no-text':
      return replyWith(noTextCard(checked.attachments, told.words));
    case 'claims':
    case 'none':
      return describedReply(call, checked, target, told);
  }
}

async function describedReply(
  call: GuildCall,
  checked: Extract<CheckedPost, { readonly kind: 'claims' | 'none' }>,
  target: SeenMessage | null,
  { services, words }: Told,
): Promise<Reply> {
  const { guildId, member } = call;
  const mayDraft = target !== null && (await services.moderates({ guildId, member }));
  const { readAt } = checked;
  const draftId = mayDraft
    ? await services.offerMessage({ guildId, memberId: member.id, target, readAt })
    : null;
  const known = () => checkedCard({ checked, described: null, draftId }, words);
  if (!isWorthDescribing(checked.text)) return replyWith(known());
  // What they typed is theirs: no model is to see it.
  if (target === null && (await services.isOptedOut({ memberId: member.id }))) return replyWith(known());

  const { text, claims } = checked;
  const cardOf = async (analyzed: AnalyzedPost) => {
    const described = await services.describeChecked({ guildId, claims, analyzed });
    return checkedCard({ checked, described, draftId }, words);
  };
  const asked = { post: text, forDraft: false };
  // A message is short: by rules it is described before anybody could read how far that is.
  if (!(await services.usesModel({ guildId }))) {
    const atOnce = { onStep: () => {}, stop: new AbortController().signal };
    return replyWith(
      await cardOf(await services.analyzePost({ guildId, memberId: member.id, ...asked, ...atOnce })),
    );
  }
  const reply = await analyzing(call, asked, { services, words }, cardOf);
  if (reply.kind !== 'work') return reply;
  // What is known needs no model: whoever stops that still reads it.
  return { ...reply, run: (show) => reply.run(show).catch((error: unknown) => whenStopped(error, known)) };
}

function whenStopped<Result>(error: unknown, instead: () => Result): Result {
  if (error instanceof FootnoteError && error.code === 'work.stopped') return instead();
  throw error;
}
