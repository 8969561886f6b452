import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config/schema.ts';
import { startSandbox } from '../src/sandbox/run-sandbox.ts';
import { openChromium } from '../tests/browser/chromium.ts';

/** Takes the README's picture: the real card in the sandbox, answered by the real bot. */
const target = fileURLToPath(new URL('../docs/claim-card.png', import.meta.url));
const question = '/claim lookup who pays the militias';

const dataDir = await mkdtemp(join(tmpdir(), 'footnote-picture-'));
await using sandbox = await startSandbox(readConfig({ FOOTNOTE_DATA_DIR: dataDir, LOG_LEVEL: 'warn' }), {
  port: null,
});
const browser = await openChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1400 }, deviceScaleFactor: 1.5 });
  await page.goto(`${sandbox.address}/?as=Mia&channel=general&theme=dark&locale=en-US`);
  await page.getByRole('combobox', { name: /^Message #/ }).click();
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  const card = page.getByRole('article').last();
  const menu = card.getByRole('combobox', { name: 'Pick the claim you mean' });
  await menu
    .or(card.getByRole('button', { name: 'Share' }))
    .first()
    .waitFor();
  if (await menu.isVisible()) {
    await menu.click();
    await page.getByRole('listbox').getByRole('option', { name: /c04b/ }).click();
  }
  await card.getByRole('button', { name: 'Share' }).waitFor();
  await card.screenshot({ path: target });
  console.log(`Saved ${target}`);
} finally {
  await browser.close();
  await rm(dataDir, { recursive: true, force: true });
}
