import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../config/schema.ts';
import type { Web } from '../../src/ports/web.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/run-sandbox.ts';
import { openChromium } from './chromium.ts';

/** A browser, and the sandbox with the real bot, for the tests of one `describe`; `web` is the public one by default. */
export function realSandbox(web?: Web): { readonly browser: Browser; readonly address: string } {
  let browser: Browser;
  let sandbox: Sandbox;
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'footnote-browser-'));
    [browser, sandbox] = await Promise.all([
      openChromium(),
      startSandbox(readConfig({ FOOTNOTE_DATA_DIR: dataDir, LOG_LEVEL: 'error' }), {
        port: null,
        ...(web ? { web } : {}),
      }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });

  return {
    get browser() {
      return browser;
    },
    get address() {
      return sandbox.address;
    },
  };
}
