import type { Exchange } from './exchange.ts';

/** How much of a page is looked at for its charset, in bytes (HTML standard, "prescan a byte stream"). */
const prescanBytes = 1_024;

/** What a page may begin with to say how it is written (WHATWG Encoding Standard, "BOM sniff"). */
const marks = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
] as const;

/**
 * The text of a page in the charset it names; null when it is no HTML. Of several names the first counts in which
 * the page can be read: a server often names one for all its pages, whatever they are in.
 */
export function htmlOf({
  body,
  contentType,
}: Pick<Extract<Exchange, { came: 'answer' }>, 'body' | 'contentType'>): string | null {
  if (contentType !== null && !/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return null;
  const beginning = new TextDecoder('latin1').decode(body.subarray(0, prescanBytes));
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => body[at] === byte))?.charset;
  if (
    contentType === null &&
    mark === undefined &&
    !/<(?:!doctype html|html|head|title|meta)\b/i.test(beginning)
  )
    return null;
  const named = [
    mark,
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1],
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(beginning)?.[1],
    'utf-8',
  ].filter((charset) => charset !== undefined);
  for (const charset of named) {
    const html = readAs(charset, body, true);
    if (html !== null) return html;
  }
  return named.map((charset) => readAs(charset, body, false)).find((html) => html !== null) ?? null;
}

/** Null in a charset that nobody knows, or, when that is `fatal`, in one that the page is not in. */
function readAs(charset: string, body: Uint8Array, fatal: boolean): string | null {
  try {
    // A page may be cut in the midst of a character.
    return new TextDecoder(charset, { fatal }).decode(body, { stream: true });
  } catch {
    return null;
  }
}
