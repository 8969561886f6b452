import { webAddressChars } from '../../core/web-address.ts';

/** Whether an answer of this status leads elsewhere. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Whether what leads elsewhere does so for good. */
export function isForGood(status: number): boolean {
  return status === 301 || status === 308;
}

/**
 * Where a redirect leads; null when it may not be followed. Footnote follows to the web alone (http and https, on
 * their usual ports or the one it came from), without logins, and to no address longer than one it would keep.
 */
export function nextHop(from: URL, location: string | null): URL | null {
  const next = location === null ? null : URL.parse(location, from);
  if (next === null || !isWeb(next) || next.href.length > webAddressChars) return null;
  return next.port === '' || next.port === from.port ? next : null;
}

/** Whether an address is one of the web, without a login. */
export function isWeb({ protocol, username, password }: URL): boolean {
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
