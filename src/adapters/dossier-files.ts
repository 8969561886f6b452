import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type DossierDocument, readDossierDocument } from '../core/dossier-document.ts';
import { FootnoteError } from '../core/errors.ts';

/** The largest dossier file read, in MiB: a hundred times any real one. */
const maxMiB = 8;

/**
 * Reads a dossier from a JSON file. Its `post` may hold the text itself (`text`), or name a file beside it (`file`).
 *
 * @throws FootnoteError `file.*` when it cannot be read as JSON, `dossier.invalid` when it is not a dossier
 */
export async function readDossierFile(path: string): Promise<DossierDocument> {
  const value = parseJson(await readText(path), path);
  return readDossierDocument(await withPostText(value, path));
}

/** The dossiers that come with Footnote: every folder of `folder` that holds a dossier.json. */
export async function readShippedDossiers(folder: string): Promise<readonly DossierDocument[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(folders.map((entry) => readDossierFile(join(folder, entry.name, 'dossier.json'))));
}

async function readText(path: string): Promise<string> {
  const file = basename(path);
  const bytes = await readAtMost(path, file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FootnoteError('file.encoding', { file }, { cause });
  }
}

async function readAtMost(path: string, file: string): Promise<Buffer> {
  try {
    await using handle = await open(path, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) throw new FootnoteError('file.unreadable', { file, reason: 'not a file' });
    if (stat.size > maxMiB * 1024 * 1024) throw new FootnoteError('file.too-large', { file, maxMiB });
    return await handle.readFile();
  } catch (cause) {
    if (cause instanceof FootnoteError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (reason === 'ENOENT') throw new FootnoteError('file.not-found', { file }, { cause });
    throw new FootnoteError('file.unreadable', { file, reason }, { cause });
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FootnoteError('file.not-json', { file: basename(path) }, { cause });
  }
}

async function withPostText(value: unknown, path: string): Promise<unknown> {
  if (typeof value !== 'object' || value === null || !('post' in value)) return value;
  const { post } = value;
  if (typeof post !== 'object' || post === null || !('file' in post) || typeof post.file !== 'string')
    return value;
  if ('text' in post)
    throw new FootnoteError('dossier.invalid', { problems: 'post: give its text or its file, not both' });
  const { file, ...rest } = post;
  if (file !== basename(file))
    throw new FootnoteError('dossier.invalid', { problems: 'post.file: name a file in the same folder' });
  return { ...value, post: { text: await readText(join(dirname(path), file)), ...rest } };
}
