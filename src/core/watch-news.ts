import type { ClaimReference } from './claim.ts';
import type { WatchId } from './ids.ts';
import type { StandingLabel } from './standing.ts';
import type { ClaimFacts, ClaimNow, Watch, WatchedClaim } from './watch.ts';

/** What became of a claim since a member last heard of it. */
export type ClaimChange =
  | { readonly became: 'gone' }
  | {
      readonly became: 'other';
      /** Null when it is the same. */
      readonly standing: { readonly from: StandingLabel; readonly to: StandingLabel } | null;
      readonly notes: { readonly added: number; readonly withdrawn: number; readonly edited: number };
      readonly quote: boolean;
      readonly gist: boolean;
    };

/** One thing to tell a watcher. */
export type WatchNews =
  | {
      readonly about: 'claim';
      readonly watchId: WatchId;
      readonly reference: ClaimReference;
      readonly change: ClaimChange;
    }
  | {
      readonly about: 'question';
      readonly watchId: WatchId;
      readonly text: string;
      readonly answer: WatchedClaim;
    };

/** What changed between what was known of a claim and what is now; null when nothing a watcher is told of did. */
export function claimChange(seen: ClaimFacts, now: ClaimNow): ClaimChange | null {
  if (now === 'gone') return { became: 'gone' };
  const notes = noteChanges(seen.notes, now.notes);
  const standing = seen.standing === now.standing ? null : { from: seen.standing, to: now.standing };
  const [quote, gist] = [seen.quote !== now.quote, seen.gist !== now.gist];
  const same = standing === null && !quote && !gist && notes.added + notes.withdrawn + notes.edited === 0;
  return same ? null : { became: 'other', standing, notes, quote, gist };
}

/** How many notes came, went and were edited. One that came back word for word under another id is the same note. */
function noteChanges(before: ClaimFacts['notes'], after: ClaimFacts['notes']) {
  const gone = Object.entries(before).flatMap(([id, hash]) => (after[id] === undefined ? [hash] : []));
  let [added, edited] = [0, 0];
  for (const [id, hash] of Object.entries(after)) {
    const known = before[id];
    if (known !== undefined) edited += known === hash ? 0 : 1;
    else if (gone.includes(hash)) gone.splice(gone.indexOf(hash), 1);
    else added += 1;
  }
  return { added, withdrawn: gone.length, edited };
}

/** What a watch that is being told of says; null for one that is not. */
export function newsBeingTold(watch: Watch): WatchNews | null {
  if (watch.kind === 'question') {
    const { id: watchId, text, answer, telling } = watch;
    return telling && answer !== null ? { about: 'question', watchId, text, answer } : null;
  }
  const change = watch.telling === null ? null : claimChange(watch.seen, watch.telling);
  if (change === null) return null;
  return { about: 'claim', watchId: watch.id, reference: watch.claim.reference, change };
}

/** The watch as one that is being told of how things are; null when there is nothing to tell. */
export function beginTelling(watch: Watch, now: ClaimNow): Watch | null {
  if (watch.kind === 'question') return watch.answer === null ? null : { ...watch, telling: true };
  return claimChange(watch.seen, now) === null ? null : { ...watch, telling: now };
}

/** The watch once its member has been told; null when that was the end of it, and itself when it was not told of. */
export function afterTelling(watch: Watch): Watch | null {
  if (watch.kind === 'question') return watch.telling ? null : watch;
  if (watch.telling === null) return watch;
  return watch.telling === 'gone' ? null : { ...watch, seen: watch.telling, telling: null };
}

/** The watch once its member could not be told: all of it is to be told later. */
export function notTold(watch: Watch): Watch {
  return watch.kind === 'question' ? { ...watch, telling: false } : { ...watch, telling: null };
}
