import { z } from 'zod';

/** The name that sites address in robots.txt. */
export const robotName = 'Footnote';

/**
 * How the link check names itself to sites: what it is, and how to reach who runs it, where that is an e-mail
 * address or a link.
 */
export function userAgent(version: string, operatorContact: string | null): string {
  const reachable = operatorContact !== null && isReachable(operatorContact) ? `; +${operatorContact}` : '';
  return `${robotName}/${version} (link check of a Discord bot${reachable})`;
}

/** Nothing that would end the comment of a header, or the header. */
function isReachable(contact: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(contact) || /[()\\]/.test(contact)) return false;
  return z.email().safeParse(contact).success || z.url({ protocol: /^https?$/ }).safeParse(contact).success;
}
