import type { Dossier } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import { textHash } from '../meaning/text-hash.ts';

type OfPost = { readonly post: Pick<Dossier['post'], 'text'> };

/** Tells whether a dossier's post is still the one that something was written about: an erasure takes it away without a new version. */
export function postMark({ post }: OfPost): string {
  return textHash(post.text);
}

/**
 * Refuses what was written about a post that has been erased since: it may hold its words.
 *
 * @throws FootnoteError `edit.post-gone`
 */
export function refuseGonePost(dossier: OfPost, mark: string): void {
  if (postMark(dossier) !== mark) throw new FootnoteError('edit.post-gone');
}
