import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type CacheFile, openCacheFile } from '../../src/adapters/cache/cache-file.ts';
import { sqliteKeyvStore } from '../../src/adapters/cache/sqlite-keyv-store.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';
import { describeKeyvStore } from './cache-keyv-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
const files: CacheFile[] = [];

afterAll(() => {
  for (const file of files) file.close();
  rmSync(folder, { recursive: true, force: true });
});

describeKeyvStore({ name: 'a Map', make: () => new Map() });

describeKeyvStore({
  name: 'a SQLite file',
  make() {
    const file = openCacheFile(join(folder, `${files.length}.sqlite`), recordingLog().log);
    files.push(file);
    return sqliteKeyvStore(file, () => Date.now());
  },
});
