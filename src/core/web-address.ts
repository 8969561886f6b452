import { z } from 'zod';

/** The longest address that is stored and linked to, as `linkChars` counts. */
export const webAddressChars = 500;

/** How long an address is in a link, where round brackets are written %28 and %29. */
export function linkChars(url: string): number {
  return url.replace(/[()]/g, '%28').length;
}

/** A public web address as it stands in dossiers and cards: whole, short enough for a link, without a login. */
export const WebAddress = z
  .url({
    protocol: /^https?$/,
    hostname: z.regexes.domain,
    error: 'use a full web address starting with https://',
  })
  .regex(/^[^\s<>[\]\\]*$/, 'write spaces, <, >, [, ] and \\ percent-encoded, a space as %20')
  .regex(/^\w+:\/\/[^/?#@]*(?:[/?#]|$)/, 'leave user and password out of the address')
  .refine(
    (url) => linkChars(url) <= webAddressChars,
    `use at most ${webAddressChars} characters; ( and ) count as three`,
  );

/** Whose address it is, without `www.`; `url` is one that `WebAddress` takes. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
