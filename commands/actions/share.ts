import { z } from 'zod';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { confirmShareCard, type Subject, sharedCard } from '../../src/cards/share-cards.ts';
import { summaryCard } from '../../src/cards/summary-card.ts';
import { action, type GuildCall, replyWith } from '../../src/command.ts';
import { formatClaimReference } from '../../src/core/claim.ts';
import { UserId } from '../../src/core/ids.ts';
import type { Services } from '../../src/services/services.ts';
import { words as wordsIn } from '../../src/words/words.ts';
import { SubjectArgument } from '../parts/arguments.ts';
import { sharingOf } from '../parts/asker.ts';
import { claimReply } from '../parts/claim-reply.ts';
import { shareNow } from '../parts/share-now.ts';
import { takeAway } from '../parts/take-away.ts';

async function subjectOf(call: GuildCall, named: SubjectArgument, services: Services): Promise<Subject> {
  const { guildId } = call;
  if (typeof named !== 'string') return services.showClaim({ guildId, reference: named, asker: null });
  return { dossier: await services.showDossier({ guildId, slug: named }), claim: null };
}

/** Asks once more before the member's name appears in the channel. */
export const askToShare = action({
  route: 'share.ask',
  args: z.tuple([SubjectArgument]),
  access: 'member',
  answers: 'reply',

  async run(call, [named], services, words) {
    await services.checkSharing(sharingOf(call));
    return replyWith(confirmShareCard(await subjectOf(call, named, services), call.place.channelId, words));
  },
});

/** Posts the card. */
export const share = action({
  route: 'share.post',
  args: z.tuple([SubjectArgument]),
  access: 'member',
  answers: 'update',

  async run(call, [named], services, words) {
    return replyWith(
      sentenceCard(await shareNow(call, await subjectOf(call, named, services), services, words)),
    );
  },
});

/** Leaves it. */
export const cancelShare = action({
  route: 'share.cancel',
  args: z.tuple([]),
  access: 'member',
  answers: 'update',

  async run(_call, _args, _services, words) {
    return replyWith(sentenceCard(words.say('share.cancelled')));
  },
});

/** Shows the whole card behind a shared one, to whoever pressed. */
export const showDetails = action({
  route: 'share.details',
  args: z.tuple([SubjectArgument]),
  access: 'member',
  answers: 'reply',

  async run(call, [named], services, words) {
    const { dossier, claim } = await subjectOf(call, named, services);
    if (claim === null) return replyWith(summaryCard(dossier, 1, words));
    return claimReply(call, { dossier, claim, inquiryId: null }, services, words);
  },
});

/** Brings a shared card up to the dossier's present version, for everyone. */
export const showLatest = action({
  route: 'share.latest',
  args: z.tuple([SubjectArgument, UserId]),
  access: 'member',
  answers: 'update',

  async run(call, [named, sharerId], services) {
    const subject = await subjectOf(call, named, services);
    return replyWith(sharedCard(subject, sharerId, wordsIn(await services.postLocale(call))));
  },
});

/** Takes a shared card away. */
export const removeShared = action({
  route: 'share.remove',
  args: z.tuple([SubjectArgument, UserId]),
  access: 'member',
  answers: 'reply',

  run(call, [named, sharerId], services, words) {
    const subject = typeof named === 'string' ? named : formatClaimReference(named);
    return takeAway(call, { subject, sharerId }, services, words);
  },
});
