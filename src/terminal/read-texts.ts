import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { FootnoteError } from '../core/errors.ts';

/** A text to be read, and the file it came from. */
export type NamedText = { readonly file: string; readonly text: string };

const TEXT_FILES: readonly string[] = ['.txt', '.md'];

/**
 * The text of a file, or of standard input for `-`.
 *
 * @throws FootnoteError `usage` when it cannot be read or holds no text
 */
export async function readTextFile(file: string): Promise<NamedText> {
  const bytes = await bytesOf(file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() !== '') return { file, text };
  } catch {
    throw new FootnoteError('usage', { problem: `${file} is no text in UTF-8.` });
  }
  throw new FootnoteError('usage', { problem: `${file} holds no text.` });
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return new TextEncoder().encode(await textOf(process.stdin));
  try {
    return await readFile(file);
  } catch {
    throw new FootnoteError('usage', { problem: `${file} cannot be opened: check the name.` });
  }
}

/**
 * The names of the text files of a folder (.txt, .md), in the order of their names; null for anything that is no folder.
 *
 * @throws FootnoteError `usage` for a folder without any
 */
export async function textFilesIn(folder: string): Promise<readonly string[] | null> {
  const isFolder = folder !== '-' && (await stat(folder).catch(() => null))?.isDirectory() === true;
  if (!isFolder) return null;
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && TEXT_FILES.includes(extname(entry.name)));
  if (names.length === 0)
    throw new FootnoteError('usage', { problem: `${folder} holds no file that ends in .txt or .md.` });
  return names.map(({ name }) => join(folder, name)).toSorted();
}
