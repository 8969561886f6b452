import type { LookAnswer } from '../core/link-check.ts';
import type { PartialDate } from '../core/partial-date.ts';

/** The public web, looked at politely: nothing behind a private address, nothing a site does not allow. */
export type Web = {
  /**
   * Looks whether an address can be read. Whatever the web does is an answer, never an error. It may take minutes,
   * since each site is given time.
   *
   * @returns null when `stop` ended the look before there was an answer
   */
  check(url: string, stop: AbortSignal): Promise<LookAnswer | null>;
  /**
   * Reads a page for what it says of itself, as politely, so that it may take seconds.
   *
   * @throws the reason of `stop` when that ends it
   */
  readPage(url: string, stop: AbortSignal): Promise<PageAnswer>;
};

/** What a page says of itself; null where it says nothing, or nothing that can be used. Every text is on one line. */
export type PageFacts = {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly date: PartialDate | null;
};

/** What came of reading a page. `no-page`: a picture, a document, or something else that is no web page. */
export type PageAnswer =
  | {
      readonly found: 'page';
      /** Where it is, if it has moved for good. */
      readonly url: string;
      readonly facts: PageFacts;
    }
  | { readonly found: 'no-page' | 'dead' | 'blocked' | 'no-host' | 'failed' };
