import { createHash } from 'node:crypto';
import type { Claim } from '../../core/claim.ts';
import { type Dossier, referenceTo } from '../../core/dossier.ts';
import type { Note } from '../../core/note.ts';
import { standingOf } from '../../core/standing.ts';
import type { ClaimFacts, ClaimNow, WatchedClaim } from '../../core/watch.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';

/** A claim as watches keep it. */
export function watchedAs({ dossier, claim }: KnownClaim): WatchedClaim {
  return { dossierId: dossier.id, claimId: claim.id, reference: referenceTo(dossier, claim) };
}

/** What a watcher is told changes of. When a link was last checked is no part of it. */
export function factsOf(claim: Claim): ClaimFacts {
  return {
    standing: standingOf(claim.kind, claim.notes).label,
    quote: hashOf(claim.quote),
    gist: hashOf(claim.gist),
    notes: Object.fromEntries(claim.notes.map((note) => [note.id, hashOf(...wordsOf(note))])),
  };
}

function wordsOf(note: Note): readonly (string | null)[] {
  if (note.type === 'dispute') return [note.type, note.text, note.url];
  return [note.type, note.text, note.stance, note.url, note.publisher, note.title, note.date];
}

/** Ten characters: enough to tell an edit from none, and nothing to read a text from. */
function hashOf(...words: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 10);
}

/** A watched claim in what its server is offered now; null when it is not published there any more. */
export function findWatched(catalog: Catalog, watched: WatchedClaim): KnownClaim | null {
  const dossier: Dossier | null = catalog.dossier(watched.dossierId);
  // Another dossier of the same slug may stand before the one that is watched.
  if (dossier?.id !== watched.dossierId) return null;
  const claim = dossier.claims.find(({ id }) => id === watched.claimId);
  return claim === undefined ? null : { dossier, claim };
}

/** A watched claim as it is now. */
export function claimNow(catalog: Catalog, watched: WatchedClaim): ClaimNow {
  const known = findWatched(catalog, watched);
  return known === null ? 'gone' : factsOf(known.claim);
}
