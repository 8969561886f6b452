import type { Claim, ClaimReference, DossierSlug } from './claim.ts';
import type { DossierId, GuildId } from './ids.ts';
import type { PartialDate } from './partial-date.ts';

/** Where a dossier is in its life. */
export const dossierStatuses = ['draft', 'published', 'archived'] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** The contested text, verbatim. What is not known about it is null. */
export type Post = {
  readonly text: string;
  readonly author: string | null;
  readonly date: PartialDate | null;
  readonly url: string | null;
  /** What a reader should know about the text itself: cut off, undated, found where. */
  readonly remarks: string | null;
};

/** How a summary came to be: written by a person, taken from the post's own sentences, or by the named model. */
export type SummaryOrigin =
  | { readonly by: 'person' }
  | { readonly by: 'extractive' }
  | { readonly by: 'model'; readonly model: string };

export type Summary = { readonly text: string; readonly madeBy: SummaryOrigin };

/** A post with its summary, claims and notes. */
export type Dossier = {
  readonly id: DossierId;
  /** The server it belongs to, or null for a shared dossier, which no server can change. */
  readonly guildId: GuildId | null;
  /** True for the dossiers that come with Footnote: shown as samples until a server publishes its own. */
  readonly sample: boolean;
  readonly slug: DossierSlug;
  readonly title: string;
  /** BCP 47 tag of the post's language. */
  readonly language: string;
  readonly status: DossierStatus;
  /** 1 for the first version; every change adds one. */
  readonly version: number;
  /** Milliseconds since 1970 of the last change. */
  readonly changedAt: number;
  readonly post: Post;
  readonly summary: Summary;
  readonly claims: readonly Claim[];
};

/** A claim of `dossier` as people name it. */
export function referenceTo(dossier: Dossier, claim: Claim): ClaimReference {
  return { slug: dossier.slug, key: claim.key };
}
