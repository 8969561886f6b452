import { FootnoteError } from '../../core/errors.ts';
import type { Stores } from '../../ports/stores.ts';
import { erasedSince, type ReadText } from '../privacy/erased-since.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';

/**
 * Refuses a message of which no dossier is to be made, for work within a transaction.
 *
 * @throws FootnoteError `dossier.author-opted-out`, or `dossier.post-erased` when its author, or a member it mentions, was erased since
 * it was read
 */
export async function refuseUnwanted(stores: Stores, read: ReadText): Promise<void> {
  if (await authorOptedOut(stores, read.authorId)) throw new FootnoteError('dossier.author-opted-out');
  if (await erasedSince(stores, read)) throw new FootnoteError('dossier.post-erased');
}
