import { existsSync } from 'node:fs';
import type { Config } from '../../config/schema.ts';
import { FootnoteError } from '../core/errors.ts';
import { databaseFile } from '../outside.ts';

/**
 * For commands that make sense only where there is data.
 *
 * @throws FootnoteError `usage` when the data folder holds no database
 */
export function requireDatabase(config: Config): void {
  if (!existsSync(databaseFile(config)))
    throw new FootnoteError('usage', { problem: 'There is no database: FOOTNOTE_DATA_DIR holds none.' });
}
