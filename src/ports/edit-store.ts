import type { Dossier } from '../core/dossier.ts';
import type { DossierId, GuildId } from '../core/ids.ts';

/** A dossier as moderators are changing it, which no member sees. */
export type DossierEdit = {
  /** What is to be published; its version and status are those of the stored dossier that it was begun from. */
  readonly dossier: Dossier;
  /** Grows with every change. */
  readonly revision: number;
  /** The revision that undoing leads to: the one a change was made to; where one was taken back, the one before. */
  readonly before: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
};

/** How many of an edit's latest revisions are kept: enough for undoing, and for telling a second moderator what changed. */
export const keptRevisions = 30;

/** The unpublished changes of dossiers. No method gives a server what belongs to another. */
export type EditStore = {
  /** The latest state, or null when nothing has been changed since the dossier was saved. */
  latest(guildId: GuildId, dossierId: DossierId): Promise<DossierEdit | null>;
  /** An earlier revision; null when it is not kept any more. */
  at(guildId: GuildId, dossierId: DossierId, revision: number): Promise<DossierEdit | null>;
  /** Which dossiers of a server have unpublished changes. */
  underWay(guildId: GuildId): Promise<readonly DossierId[]>;
  /**
   * Adds a revision, and forgets all but the latest `keptRevisions`.
   *
   * @throws RangeError when it is not later than the latest one, or the server has no such dossier
   */
  add(guildId: GuildId, edit: DossierEdit): Promise<void>;
  /** Forgets the changes of a dossier. */
  drop(guildId: GuildId, dossierId: DossierId): Promise<void>;
};
