import type { LookAnswer } from '../core/link-check.ts';

/** The public web, looked at politely: nothing behind a private address, nothing a site does not allow. */
export type Web = {
  /**
   * Looks whether an address can be read. Whatever the web does is an answer, never an error. It may take minutes,
   * since each site is given time.
   *
   * @returns null when `stop` ended the look before there was an answer
   */
  check(url: string, stop: AbortSignal): Promise<LookAnswer | null>;
};
