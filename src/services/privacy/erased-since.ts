import { UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';

/** A message that was read, and may be stored later. */
export type ReadText = {
  readonly authorId: UserId | null;
  readonly text: string | null;
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number;
};

/**
 * Whether the author of a message, or a member it mentions, was erased since it was read, for work within the transaction that stores
 * it: what an erasure has taken away must not come back with what was under way.
 */
export async function erasedSince(
  { erasures }: Stores,
  { authorId, text, readAt }: ReadText,
): Promise<boolean> {
  const wasErased = await erasures.since(readAt);
  const mentioned = (text?.match(/\d{17,20}/g) ?? []).map((id) => UserId.parse(id));
  return [...(authorId === null ? [] : [authorId]), ...mentioned].some(wasErased);
}
