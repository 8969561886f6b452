import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { describeStores } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStores({
  name: 'a SQLite file',
  open() {
    files += 1;
    return openSqlite({ file: join(folder, `${files}.sqlite`) });
  },
});
