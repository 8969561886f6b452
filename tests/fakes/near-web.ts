import { systemClock } from '../../src/adapters/system-clock.ts';
import { openWeb, type WebOptions } from '../../src/adapters/web/web.ts';
import type { Web } from '../../src/ports/web.ts';
import { everythingHere } from './some-site.ts';

/** A signal by which nothing is ever stopped. */
export const never = new AbortController().signal;

/** The web as it is, but that every name leads to this machine, which may be reached, and that no site needs rest. */
export function nearWeb(options: Partial<WebOptions> = {}): Web {
  return openWeb({
    clock: systemClock,
    userAgent: 'Footnote/0 (test)',
    lookup: everythingHere,
    allowedAddresses: ['127.0.0.1'],
    restMs: 0,
    ...options,
  });
}
