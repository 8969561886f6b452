import { randomBytes } from 'node:crypto';

/** 12 random characters of base64url (72 bits): no two alike in practice, and nothing to read from them. */
export function randomId(): string {
  return randomBytes(9).toString('base64url');
}
