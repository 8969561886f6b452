import { z } from 'zod';
import { claimCard } from '../../src/cards/claim-card.ts';
import { unansweredCard } from '../../src/cards/lookup-cards.ts';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { myWatchesCard } from '../../src/cards/watch-cards.ts';
import { action, actionAnywhere, replyWith } from '../../src/command.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { InquiryId, WatchId } from '../../src/core/ids.ts';
import { InquiryArgument, PageArgument, ReferenceArgument } from '../parts/arguments.ts';

/** "Tell me when this changes", on the card of a claim. */
export const watchClaim = action({
  route: 'watch.claim',
  args: z.tuple([ReferenceArgument, InquiryArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [reference, inquiryId], services, words) {
    const { guildId, locale } = call;
    const memberId = call.member.id;
    const shown = await services.watchClaim({ interactionId: call.id, guildId, memberId, locale, reference });
    const notice = words.say('watch.claim-watched');
    return replyWith(claimCard({ ...shown, inquiryId, watched: true, notice }, words));
  },
});

/** "Stop telling me", on the card of a claim. */
export const stopWatchingClaim = action({
  route: 'watch.end',
  args: z.tuple([ReferenceArgument, InquiryArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [reference, inquiryId], services, words) {
    const { guildId } = call;
    const memberId = call.member.id;
    const shown = await services.stopWatchingClaim({ interactionId: call.id, guildId, memberId, reference });
    const notice = words.say('watch.stopped');
    return replyWith(claimCard({ ...shown, inquiryId, watched: false, notice }, words));
  },
});

/** "Tell me when it is answered", where no claim was known. */
export const watchQuestion = action({
  route: 'watch.question',
  args: z.tuple([InquiryId, z.enum(['unanswered', 'none-of-these'])]),
  access: 'member',
  answers: 'update',

  async run(call, [inquiryId, reason], services, words) {
    const { guildId, locale } = call;
    const memberId = call.member.id;
    const watched = await services.watchQuestion({
      interactionId: call.id,
      guildId,
      memberId,
      locale,
      inquiryId,
    });
    const dossiers = await services.listDossiers({ guildId });
    const notice = words.say('watch.question-watched');
    return replyWith(unansweredCard({ reason, inquiryId, watch: watched }, dossiers, words, notice));
  },
});

/** Ends one watch, wherever its button is: under a question, or on a message about news. */
export const stopWatching = actionAnywhere({
  route: 'watch.stop',
  args: z.tuple([WatchId]),
  access: 'member',
  answers: 'reply',

  async run(call, [watchId], services, words) {
    await services.stopWatching({ interactionId: call.id, memberId: call.member.id, watchId });
    return replyWith(sentenceCard(words.say('watch.stopped')));
  },
});

/** Ends the watch chosen from the menu of a message about news. */
export const stopOneOfNews = actionAnywhere({
  route: 'watch.stop-one',
  args: z.tuple([]),
  access: 'member',
  answers: 'reply',

  async run(call, _args, services, words) {
    const watchId = chosen(call.values);
    await services.stopWatching({ interactionId: call.id, memberId: call.member.id, watchId });
    return replyWith(sentenceCard(words.say('watch.stopped')));
  },
});

/** Lists what the member watches, in all servers. */
export const openMyWatches = actionAnywhere({
  route: 'watch.mine',
  args: z.tuple([z.string()]),
  access: 'member',
  answers: 'reply',

  async run(call, _args, { listMyWatches }, words) {
    return replyWith(myWatchesCard(await listMyWatches({ memberId: call.member.id, page: 1 }), words));
  },
});

/** Turns to another page of that list. */
export const turnMyWatches = actionAnywhere({
  route: 'watch.mine-page',
  args: z.tuple([PageArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [page], { listMyWatches }, words) {
    return replyWith(myWatchesCard(await listMyWatches({ memberId: call.member.id, page }), words));
  },
});

/** Ends the watch chosen from that list, and shows what is left. */
export const stopListed = actionAnywhere({
  route: 'watch.stop-listed',
  args: z.tuple([PageArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [page], { listMyWatches, stopWatching }, words) {
    const memberId = call.member.id;
    await stopWatching({ interactionId: call.id, memberId, watchId: chosen(call.values) });
    return replyWith(myWatchesCard(await listMyWatches({ memberId, page }), words));
  },
});

/** The watch a menu offers; whatever else stands there comes from no menu of Footnote's. */
function chosen([value]: readonly string[]): WatchId {
  const { success, data } = WatchId.safeParse(value);
  if (!success) throw new FootnoteError('button.expired');
  return data;
}
