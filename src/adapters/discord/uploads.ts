import { FootnoteError } from '../../core/errors.ts';
import { type Files, uploadTooLarge } from '../../ports/files.ts';

/** Where Discord keeps uploads (Discord API documentation, August 2026). */
const contentHosts: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];

const timeoutMs = 10_000;

/**
 * Uploads as Discord hands them out. An interaction names their addresses, and comes from Discord alone; all the same nothing is read
 * from any other place.
 *
 * @param apiUrl - where Discord's API is: a compatible server keeps its uploads itself
 */
export function discordUploads(apiUrl: string): Files {
  const own = new URL(apiUrl).origin;
  return {
    async read({ url }, maxBytes) {
      const address = URL.parse(url);
      const isThere =
        address !== null &&
        (address.origin === own || (address.protocol === 'https:' && contentHosts.includes(address.host)));
      if (!isThere) throw new FootnoteError('upload.unreadable');
      try {
        const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
        if (!answer.ok || answer.body === null) throw new FootnoteError('upload.unreadable');
        const bytes = await readAtMost(answer.body, maxBytes);
        if (bytes === null) throw uploadTooLarge(maxBytes);
        return bytes;
      } catch (cause) {
        if (cause instanceof FootnoteError) throw cause;
        throw new FootnoteError('upload.unreadable', {}, { cause });
      }
    },
  };
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early ends the request.
  for await (const part of body) {
    bytes += part.length;
    if (bytes > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
