import type { ClaimReference } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import {
  type ClaimId,
  type GuildId,
  type InquiryId,
  type InteractionId,
  type UserId,
  WatcherId,
  WatchId,
} from '../../core/ids.ts';
import { maxWatches, type Watch } from '../../core/watch.ts';
import type { Stores } from '../../ports/stores.ts';
import { handleOnce } from '../asking/record-inquiry.ts';
import { showClaim } from '../asking/show-claim.ts';
import type { BoundDeps } from '../deps.ts';
import type { KnownClaim } from '../dossiers/catalog.ts';
import { factsOf, watchedAs } from './claim-facts.ts';

/** A member's act on what they watch in a server. */
type Watching = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly memberId: UserId;
  /** The member's Discord locale. */
  readonly locale: string;
};

/**
 * Has a member told when a claim changes; once more for one they watch already changes nothing.
 *
 * The watch names its member and the claim. That joins them to nothing else they asked, today or later: in inquiries about
 * the claim they have a code that stands nowhere else (see `askerCode`).
 *
 * @throws FootnoteError `claim.unknown`, `watch.too-many` with the `max` of a server, `already-handled` on a second delivery
 */
export async function watchClaim(
  deps: BoundDeps,
  { reference, ...watching }: Watching & { readonly reference: ClaimReference },
): Promise<KnownClaim> {
  const { guildId, interactionId } = watching;
  const { dossier, claim } = await showClaim(deps, { guildId, reference, asker: null });
  await deps.database.transaction(async (stores) => {
    await handleOnce(stores, interactionId, deps.clock.now());
    await addWatch(
      deps,
      stores,
      watching,
      (watch) => watch.kind === 'claim' && watch.claim.claimId === claim.id,
      {
        kind: 'claim',
        id: WatchId.parse(deps.newId()),
        claim: watchedAs({ dossier, claim }),
        seen: factsOf(claim),
        telling: null,
      },
    );
  });
  return { dossier, claim };
}

/**
 * Has a member told when a question they asked is answered. The inquiry loses its text, and all that found nothing
 * the asker's code of the day, as when one is put to the moderators.
 *
 * @returns the watch
 * @throws FootnoteError `watch.question-gone` when the words of the question are not kept, else as `watchClaim` does
 */
export async function watchQuestion(
  deps: BoundDeps,
  { inquiryId, ...watching }: Watching & { readonly inquiryId: InquiryId },
): Promise<WatchId> {
  const { guildId, interactionId } = watching;
  return deps.database.transaction(async (stores) => {
    await handleOnce(stores, interactionId, deps.clock.now());
    const text = (await stores.inquiries.find(guildId, inquiryId))?.text ?? null;
    if (text === null) throw new FootnoteError('watch.question-gone');
    const watch: Watch = {
      kind: 'question',
      id: WatchId.parse(deps.newId()),
      text,
      answer: null,
      telling: false,
    };
    const isSame = (other: Watch) =>
      other.kind === 'question' && other.text === text && other.answer === null;
    const kept = await addWatch(deps, stores, watching, isSame, watch);
    await stores.inquiries.detach(guildId, inquiryId);
    return kept.id;
  });
}

/** Adds a watch unless the member has the same; returns the one they have. */
async function addWatch(
  deps: BoundDeps,
  { watches }: Stores,
  { guildId, memberId, locale }: Watching,
  isSame: (watch: Watch) => boolean,
  fresh: Watch,
): Promise<Watch> {
  const known = await watches.ofMember(guildId, memberId);
  const same = known?.watches.find(isSame);
  if (known !== null) await watches.saveWatcher({ ...known.watcher, locale });
  if (same !== undefined) return same;
  if (known !== null && known.watches.length >= maxWatches)
    throw new FootnoteError('watch.too-many', { max: maxWatches });
  const watcher = known?.watcher ?? {
    id: WatcherId.parse(deps.newId()),
    guildId,
    memberId,
    locale,
    batch: null,
    waitingSince: null,
  };
  if (known === null) await watches.addWatcher(watcher);
  await watches.add(watcher, fresh);
  return fresh;
}

/** The claims a member watches in a server. */
export async function watchedClaims(
  { database }: BoundDeps,
  { guildId, memberId }: Pick<Watching, 'guildId' | 'memberId'>,
): Promise<ReadonlySet<ClaimId>> {
  const known = await database.snapshot(({ watches }) => watches.ofMember(guildId, memberId));
  return new Set(
    known?.watches.flatMap((watch) => (watch.kind === 'claim' ? [watch.claim.claimId] : [])) ?? [],
  );
}
