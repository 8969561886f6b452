import { checkedCard, noTextCard } from '../../src/cards/check-card.ts';
import { summaryCard } from '../../src/cards/summary-card.ts';
import { type Reply, replyWith } from '../../src/command.ts';
import type { CheckedPost } from '../../src/services/asking/check-post.ts';
import type { Words } from '../../src/words/words.ts';

/** Shows what is known of a post: its dossier, the claims it makes, or that there is none or nothing to read. */
export function checkReply(checked: CheckedPost, words: Words): Reply {
  switch (checked.kind) {
    case 'dossier':
      return replyWith(summaryCard(checked.dossier, words));
    case 'claims':
    case 'none':
      return replyWith(checkedCard(checked, words));
    case 'no-text':
      return replyWith(noTextCard(checked.attachments, words));
  }
}
