import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where the tests leave what they have seen. */
export const pictures = join(tmpdir(), 'footnote-sandbox-pictures');

/** Work as root, ask no server but the test's own, and leave nothing running beside the pages. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A browser without a window: on Linux the Chromium of the npm package (unpacked in about two seconds the first
 * time), elsewhere the installed Chrome. The caller closes it.
 *
 * @throws Error saying what to install, where there is neither
 */
export async function openChromium(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args: flags, headless: true });
  }
  try {
    return await chromium.launch({ channel: 'chrome', args: flags, headless: true });
  } catch (cause) {
    throw new Error('the browser tests need Google Chrome on this system: install it and run them again', {
      cause,
    });
  }
}
