import { type DossierDocument, readDossierDocument } from '../../core/dossier-document.ts';
import { FootnoteError } from '../../core/errors.ts';
import { type Upload, uploadTooLarge } from '../../ports/files.ts';
import type { BoundDeps } from '../deps.ts';

/** The largest file read, in bytes: any post and dossier fit, and reading it holds nobody up. */
const maxBytes = 2 * 1024 * 1024;

/** What a file holds. */
export type ReadUpload =
  | { readonly kind: 'post'; readonly text: string }
  | { readonly kind: 'document'; readonly document: DossierDocument };

/**
 * Reads a file that a moderator handed over: a post as text, or a dossier as JSON.
 *
 * @throws FootnoteError `upload.*`, `dossier.invalid` with `problems` when JSON is no dossier
 */
export async function readUpload(
  { files }: BoundDeps,
  { file }: { readonly file: Upload },
): Promise<ReadUpload> {
  const [, kind] = /\.(txt|md|json)$/i.exec(file.name) ?? [];
  if (kind === undefined) throw new FootnoteError('upload.kind');
  if (file.bytes > maxBytes) throw uploadTooLarge(maxBytes);
  const text = decoded(await files.read(file, maxBytes));
  if (kind.toLowerCase() !== 'json') return { kind: 'post', text };
  return { kind: 'document', document: readDossierDocument(parsed(text)) };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FootnoteError('upload.encoding', {}, { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FootnoteError('upload.not-json', {}, { cause });
  }
}
