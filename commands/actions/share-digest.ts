import { z } from 'zod';
import { sharedDigestCard } from '../../src/cards/digest-card.ts';
import { digestPicture } from '../../src/cards/digest-picture.ts';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { confirmShareDigestCard } from '../../src/cards/share-cards.ts';
import { action, replyWith } from '../../src/command.ts';
import { may } from '../../src/core/access.ts';
import { UserId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import { DigestArguments } from '../parts/arguments.ts';
import { sharingOf } from '../parts/asker.ts';
import { postNow } from '../parts/share-now.ts';
import { takeAway } from '../parts/take-away.ts';

const day = z.iso.date();

/** What a digest of these days is shared under. */
function subjectOf(since: string, until: string): string {
  return `digest/${since}/${until}`;
}

/** A digest has no versions: that of the same days is the same. */
const version = 1;

/** Asks once more before the digest, and the moderator's name, appear in the channel. */
export const askToShareDigest = action({
  route: 'digest.share',
  args: DigestArguments,
  access: 'moderator',
  answers: 'reply',

  async run(call, [since, until], { checkSharing }, words) {
    await checkSharing(sharingOf(call));
    const confirmed = encodeRoute('digest.share-post', since, until);
    return replyWith(confirmShareDigestCard(call.place.channelId, confirmed, words));
  },
});

/** Posts what everyone may read of the digest, made anew; its picture where the bot may attach one. */
export const shareDigest = action({
  route: 'digest.share-post',
  args: z.tuple([day, day]),
  access: 'moderator',
  answers: 'update',

  async run(call, [since, until], services, words) {
    const { guildId, member, botPermissions } = call;
    const made = await services.digestToShare({ guildId, wanted: { length: null, since, until } });
    const shared = {
      subject: subjectOf(since, until),
      version,
      card: async (theirs: typeof words) => {
        const picture = may(botPermissions, 'attachFiles')
          ? await services.drawPicture(digestPicture(made.digest, theirs))
          : null;
        return sharedDigestCard({ ...made, picture }, member.id, theirs);
      },
    };
    return replyWith(sentenceCard(await postNow(call, shared, services, words)));
  },
});

/** Takes a shared digest away. */
export const removeSharedDigest = action({
  route: 'digest.unshare',
  args: z.tuple([day, day, UserId]),
  access: 'member',
  answers: 'reply',

  run: (call, [since, until, sharerId], services, words) =>
    takeAway(call, { subject: subjectOf(since, until), sharerId }, services, words),
});
