import { createHmac, randomBytes } from 'node:crypto';
import type { UserId } from '../core/ids.ts';

/** Codes for members under a key that is made here and written nowhere: another process gives other codes. */
export function makePseudonyms(): (memberId: UserId) => string {
  const key = randomBytes(32);
  return (memberId) => createHmac('sha256', key).update(memberId).digest('base64url').slice(0, 22);
}
