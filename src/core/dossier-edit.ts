import { type Claim, ClaimKey, type ClaimKind } from './claim.ts';
import type { Dossier, Post, Summary } from './dossier.ts';
import { dossierLimits } from './dossier-document.ts';
import { FootnoteError } from './errors.ts';
import type { ClaimId, NoteId } from './ids.ts';
import type { Note } from './note.ts';

/** A passage of the post that is to become a claim; `start` and `end` are where the post says it. */
export type NewClaim = Pick<Claim, 'start' | 'end' | 'gist' | 'kind'>;

/** One change of a dossier by a person. Texts are trimmed and within the limits of the dossier format. */
export type DossierChange =
  | { readonly do: 'add-claims'; readonly claims: readonly NewClaim[] }
  | {
      readonly do: 'change-claim';
      readonly claimId: ClaimId;
      readonly gist: string;
      readonly kind: ClaimKind;
    }
  | { readonly do: 'remove-claim'; readonly claimId: ClaimId }
  | { readonly do: 'add-note'; readonly claimId: ClaimId; readonly note: Note }
  | { readonly do: 'change-note'; readonly claimId: ClaimId; readonly note: Note }
  | { readonly do: 'remove-note'; readonly claimId: ClaimId; readonly noteId: NoteId }
  | { readonly do: 'change-summary'; readonly summary: Summary }
  | {
      readonly do: 'change-facts';
      readonly title: string;
      readonly language: string;
      readonly post: Omit<Post, 'text'>;
    }
  /** Everything but the post's text as another state of the same dossier has it: an imported file, or an earlier version. */
  | { readonly do: 'take-over'; readonly dossier: Dossier };

/**
 * The dossier after a change; version, status and time stay as they are. A claim of a passage that is one already is left out.
 *
 * @param newId - makes the ids of new claims
 * @throws FootnoteError `edit.claim-gone`, `edit.note-gone`, `edit.quote-missing` when a claim is no passage of the post,
 * `edit.too-many` beyond the limits
 */
export function changed(dossier: Dossier, change: DossierChange, newId: () => ClaimId): Dossier {
  switch (change.do) {
    case 'add-claims':
      return { ...dossier, claims: withClaims(dossier, change.claims, newId) };
    case 'change-claim': {
      const { gist, kind } = change;
      return onClaim(dossier, change.claimId, (claim) => ({ ...claim, gist, kind }));
    }
    case 'remove-claim':
      claimIn(dossier, change.claimId);
      return { ...dossier, claims: dossier.claims.filter(({ id }) => id !== change.claimId) };
    case 'add-note':
      return onClaim(dossier, change.claimId, (claim) => {
        if (claim.notes.length >= dossierLimits.notesPerClaim)
          throw new FootnoteError('edit.too-many', { max: dossierLimits.notesPerClaim });
        return { ...claim, notes: [...claim.notes, change.note] };
      });
    case 'change-note':
      return onNotes(dossier, change.claimId, change.note.id, (notes) =>
        notes.map((note) => (note.id === change.note.id ? change.note : note)),
      );
    case 'remove-note':
      return onNotes(dossier, change.claimId, change.noteId, (notes) =>
        notes.filter(({ id }) => id !== change.noteId),
      );
    case 'change-summary':
      return { ...dossier, summary: change.summary };
    case 'change-facts': {
      const { title, language, post } = change;
      return { ...dossier, title, language, post: { ...post, text: dossier.post.text } };
    }
    case 'take-over': {
      const { title, language, post, summary, claims } = change.dossier;
      if (post.text !== dossier.post.text) throw new FootnoteError('edit.other-post');
      return { ...dossier, title, language, post, summary, claims };
    }
  }
}

function onClaim(dossier: Dossier, claimId: ClaimId, alter: (claim: Claim) => Claim): Dossier {
  claimIn(dossier, claimId);
  return {
    ...dossier,
    claims: dossier.claims.map((claim) => (claim.id === claimId ? alter(claim) : claim)),
  };
}

function onNotes(
  dossier: Dossier,
  claimId: ClaimId,
  noteId: NoteId,
  alter: (notes: readonly Note[]) => readonly Note[],
): Dossier {
  return onClaim(dossier, claimId, (claim) => {
    noteIn(claim, noteId);
    return { ...claim, notes: alter(claim.notes) };
  });
}

/**
 * A claim of a dossier on the desk.
 *
 * @throws FootnoteError `edit.claim-gone` when another moderator has removed it
 */
export function claimIn({ claims }: Dossier, claimId: ClaimId): Claim {
  const claim = claims.find(({ id }) => id === claimId);
  if (claim === undefined) throw new FootnoteError('edit.claim-gone');
  return claim;
}

/**
 * A note of a claim on the desk.
 *
 * @throws FootnoteError `edit.note-gone` when another moderator has removed it
 */
export function noteIn({ notes }: Claim, noteId: NoteId): Note {
  const note = notes.find(({ id }) => id === noteId);
  if (note === undefined) throw new FootnoteError('edit.note-gone');
  return note;
}

function withClaims(
  { post, claims }: Dossier,
  added: readonly NewClaim[],
  newId: () => ClaimId,
): readonly Claim[] {
  const all = [...claims];
  for (const { start, end, gist, kind } of added) {
    const quote = post.text.slice(start, end);
    if (start < 0 || end > post.text.length || quote.trim() === '')
      throw new FootnoteError('edit.quote-missing');
    if (all.some((claim) => claim.start === start && claim.end === end)) continue;
    if (all.length >= dossierLimits.claims)
      throw new FootnoteError('edit.too-many', { max: dossierLimits.claims });
    all.push({ id: newId(), key: nextKey(all), quote, start, end, gist, kind, notes: [] });
  }
  return all;
}

/** The name of the next claim: one higher than the highest there is, so that a name that was given up is not used again soon. */
function nextKey(claims: readonly Claim[]): ClaimKey {
  const highest = claims.reduce((most, { key }) => Math.max(most, Number(/\d+/.exec(key)?.[0] ?? 0)), 0);
  return ClaimKey.parse(`c${String(highest + 1).padStart(2, '0')}`);
}
