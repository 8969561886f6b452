import { type DigestView, digestCard } from '../cards/digest-card.ts';
import { digestPausedCard } from '../cards/digest-paused-card.ts';
import { digestPicture } from '../cards/digest-picture.ts';
import { FootnoteError } from '../core/errors.ts';
import type { ChannelId, MessageId } from '../core/ids.ts';
import type { OutboxItem } from '../ports/case-stores.ts';
import type { DigestPause } from '../ports/digest-stores.ts';
import { decodeRoute } from '../routes.ts';
import type { DigestToPost } from '../services/digest/post-digest.ts';
import { words } from '../words/words.ts';
import type { SendingDeps, Sent } from './sending.ts';

/**
 * Posts a scheduled digest, or finds the one posted by a process that died before it could note it. Where it cannot be
 * posted because of what a person has to mend, the digests of the server stop.
 */
export async function sendDigest(deps: SendingDeps, item: OutboxItem): Promise<Sent> {
  const { services, messages } = deps;
  const toPost = await services.beginDigest(item);
  if (toPost === null) return 'done';
  let place: Place;
  try {
    place = (await findPosted(deps, toPost)) ?? (await post(deps, toPost));
  } catch (error) {
    const why = whyRefused(error);
    if (why === null) throw error;
    await services.stopDigests({ item, why });
    return 'done';
  }
  const noted = await services.noteDigest({ item, ...place });
  if (noted !== place.messageId) await messages.remove(place.channelId, place.messageId);
  return 'done';
}

type Place = { readonly channelId: ChannelId; readonly messageId: MessageId };

/** A message of this digest posted by an earlier attempt, by the buttons it holds. */
async function findPosted(
  { messages }: SendingDeps,
  { post: { id, madeAt }, channelId, triedIn }: DigestToPost,
): Promise<Place | null> {
  if (triedIn === null) return null;
  for (const place of new Set([channelId, triedIn])) {
    const messageId = await messages.findOwn(place, madeAt, (customId) => {
      const route = decodeRoute(customId);
      return route?.name === 'digest.csv' && route.args.includes(id);
    });
    if (messageId !== null) return { channelId: place, messageId };
  }
  return null;
}

async function post(
  { services, messages }: SendingDeps,
  { post: { id, guildId, from, to }, channelId, locale }: DigestToPost,
): Promise<Place> {
  const said = words(locale);
  const made = await services.makeDigest({ guildId, wanted: { length: null, since: from, until: to } });
  const picture = await services.drawPicture(digestPicture(made.digest, said));
  const posted = (shown: DigestView['picture']) =>
    messages.post(channelId, digestCard({ ...made, picture: shown, postId: id }, said), {
      nonce: `digest-${id}`,
    });
  const messageId = await posted(picture).catch((error: unknown) => {
    // It may be files alone that Footnote may not post there.
    if (picture === null || whyRefused(error) !== 'closed') throw error;
    return posted(null);
  });
  return { channelId, messageId };
}

/** Why digests stop after this failure; null when it passes by itself. */
function whyRefused(error: unknown): DigestPause | null {
  if (!(error instanceof FootnoteError) || error.code !== 'bot.lacks-permission') return null;
  return error.parameters['permission'] === 'viewChannel' ? 'unseen' : 'closed';
}

/** Tells the owner of a server, once, that its digests have stopped, and why. */
export async function sendDigestPaused({ services, messages }: SendingDeps, item: OutboxItem): Promise<Sent> {
  const told = await services.pauseToTell(item);
  if (told !== null) {
    // Digests that stop again have that to tell anew, which Discord must not take for the first time.
    const nonce = `${item.subjectId}-${item.sequence}`;
    const card = digestPausedCard(told, words(told.locale));
    await messages.tell(told.ownerId, card, { nonce, begunAt: item.begunAt });
  }
  await services.finishOutbox(item);
  return 'done';
}
