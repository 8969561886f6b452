import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { FootnoteError } from '../../core/errors.ts';
import { openingFailure } from './sqlite-failure.ts';

const waitMs = 5_000;

/**
 * Copies the state that `file` has now into a new file and checks the copy. Writers go on meanwhile; what
 * they write from now on is not in the copy. The copy appears under its name only when it is whole and sound.
 *
 * @param toFile - must not exist; its folder is made
 * @throws RangeError when `toFile` exists
 * @throws FootnoteError `store.read-only` or `store.unavailable`
 */
export async function backUpSqlite(file: string, toFile: string): Promise<void> {
  if (existsSync(toFile)) throw new RangeError('a backup never replaces a file');
  const folder = dirname(resolve(toFile));
  const unfinished = `${toFile}.${process.pid}.unfinished`;
  try {
    mkdirSync(folder, { recursive: true });
    try {
      await copy(file, unfinished);
      verify(unfinished);
      renameSync(unfinished, toFile);
    } finally {
      rmSync(unfinished, { force: true });
    }
  } catch (error) {
    throw openingFailure(error, folder);
  }
}

async function copy(file: string, toFile: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: waitMs });
  try {
    // Holding one view of the data keeps the copying from starting anew after every write of others.
    source.exec('begin; select count(*) from sqlite_master');
    await backup(source, toFile, { rate: 1_000 });
  } finally {
    source.close();
  }
}

function verify(file: string): void {
  const copied = new DatabaseSync(file);
  try {
    // The copy is one file that needs no write-ahead log beside it.
    copied.exec('pragma journal_mode = delete');
    const report = copied.prepare('pragma integrity_check').all();
    if (report.length !== 1 || report[0]?.integrity_check !== 'ok')
      throw new FootnoteError('store.unavailable', { reason: 'corrupt' });
  } finally {
    copied.close();
  }
}
