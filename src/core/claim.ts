import { z } from 'zod';
import { FootnoteError } from './errors.ts';
import type { ClaimId } from './ids.ts';
import type { Note } from './note.ts';

/** What sort of assertion a claim is; opinions and predictions cannot be checked against sources. */
export const claimKinds = ['factual', 'causal', 'prediction', 'opinion'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** A dossier's name in commands and links: lower-case words joined by hyphens, at most 48 characters. */
export const DossierSlug = z
  .string()
  .max(48)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens')
  .brand<'DossierSlug'>();
export type DossierSlug = z.infer<typeof DossierSlug>;

/** A claim's name within its dossier: a letter, digits and perhaps a letter, such as `c01` or `c04b`. */
export const ClaimKey = z
  .string()
  .max(8)
  .regex(/^[a-z]\d{1,4}[a-z]?$/, 'use a letter and a number, such as c01 or c04b')
  .brand<'ClaimKey'>();
export type ClaimKey = z.infer<typeof ClaimKey>;

/** One assertion of a post: `quote` is exactly `post.text.slice(start, end)`, in UTF-16 code units. */
export type Claim = {
  readonly id: ClaimId;
  /** Its name within the dossier, such as `c01`. */
  readonly key: ClaimKey;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** "The post says …", in a sentence. */
  readonly gist: string;
  readonly kind: ClaimKind;
  readonly notes: readonly Note[];
};

/** A claim as people name it: `slug/c01`. */
export const ClaimReference = z.object({ slug: DossierSlug, key: ClaimKey }).readonly();
export type ClaimReference = z.infer<typeof ClaimReference>;

/** Writes a reference the way people read it. */
export function formatClaimReference(reference: ClaimReference): string {
  return `${reference.slug}/${reference.key}`;
}

/**
 * Reads `slug/c01`, forgiving case and space around it.
 *
 * @throws FootnoteError `claim.reference-malformed` when it is anything else
 */
export function parseClaimReference(text: string): ClaimReference {
  const [slug, key, ...rest] = text.trim().toLowerCase().split('/');
  const parsed = ClaimReference.safeParse({ slug, key });
  if (!parsed.success || rest.length > 0) throw new FootnoteError('claim.reference-malformed');
  return parsed.data;
}
