import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexFiles } from '../ports/index-files.ts';
import type { Log } from '../ports/log.ts';

const ending = '.index';
const nameForm = /^[a-z0-9-]+$/i;
/** What a file is called while it is being written. */
const unfinished = '.part';

/**
 * Index files in a folder, which is made with the first of them. What a process that died left half-written goes when the names are
 * asked for; files of other names are not ours.
 */
export function openIndexFiles(folder: string, log: Log): IndexFiles {
  const pathOf = (name: string) => {
    if (!nameForm.test(name)) throw new RangeError('an index file has a name of letters, digits and hyphens');
    return join(folder, `${name}${ending}`);
  };
  const fail = (error: unknown, what: string) => log.warn({ code: codeOf(error) }, what);
  const removeFile = async (path: string) => {
    try {
      await rm(path, { force: true });
    } catch (error) {
      log.error({ code: codeOf(error) }, 'an index file could not be removed');
    }
  };

  return {
    async names() {
      try {
        const files = await readdir(folder);
        const parts = files.filter((file) => file.endsWith(unfinished));
        for (const part of parts) await removeFile(join(folder, part));
        return files
          .filter((file) => file.endsWith(ending))
          .map((file) => file.slice(0, -ending.length))
          .filter((name) => nameForm.test(name));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') fail(error, 'the index files could not be listed');
        return [];
      }
    },

    async read(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') fail(error, 'an index file could not be read');
        return null;
      }
    },

    async write(name, bytes) {
      const path = pathOf(name);
      const part = join(folder, `${name}-${randomUUID()}${unfinished}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(part, bytes, { flush: true });
        await rename(part, path);
        return true;
      } catch (error) {
        fail(error, 'an index file could not be written');
        await removeFile(part);
        return false;
      }
    },

    remove: (name) => removeFile(pathOf(name)),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
