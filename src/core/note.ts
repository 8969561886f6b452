import type { NoteId } from './ids.ts';
import type { ShownLink } from './link-check.ts';
import type { PartialDate } from './partial-date.ts';

/** What a source says about a claim, in the order stances are shown. */
export const stances = ['supports', 'partly', 'contradicts', 'context'] as const;
export type Stance = (typeof stances)[number];

/** What one public source says about a claim. Unknown headline and date are null, never guessed. */
export type SourceNote = {
  readonly id: NoteId;
  readonly type: 'source';
  readonly text: string;
  readonly stance: Stance;
  readonly url: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly date: PartialDate | null;
  /** When the link was last seen to work, or null if it never was checked. */
  readonly lastChecked: PartialDate | null;
  /** What Footnote itself found at the address, where that is newer; in memory alone, no part of the dossier. */
  readonly link?: ShownLink;
};

/** What is contested about a claim and by whom, or what would have to be checked. */
export type DisputeNote = {
  readonly id: NoteId;
  readonly type: 'dispute';
  readonly text: string;
  /** A source that carries the statement, or null where it still needs checking. */
  readonly url: string | null;
};

export type Note = SourceNote | DisputeNote;

/** The source notes among `notes`, in their order. */
export function sourceNotes(notes: readonly Note[]): readonly SourceNote[] {
  return notes.filter((note) => note.type === 'source');
}

/** The dispute notes among `notes`, in their order. */
export function disputeNotes(notes: readonly Note[]): readonly DisputeNote[] {
  return notes.filter((note) => note.type === 'dispute');
}
