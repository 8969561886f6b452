import { createHash } from 'node:crypto';

/** Tells whether a text is still what it was: the one a vector was made of, or who runs the models. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
