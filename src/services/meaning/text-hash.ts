import { createHash } from 'node:crypto';

/** Tells whether a text is still the one a vector was made of. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
