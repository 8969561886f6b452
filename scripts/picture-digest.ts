import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config/schema.ts';
import { GuildId } from '../src/core/ids.ts';
import { sandboxIds } from '../src/sandbox/plan.ts';
import { startSandbox } from '../src/sandbox/run-sandbox.ts';
import { usualDemo } from '../src/terminal/seed-demo.ts';
import { openChromium } from '../tests/browser/chromium.ts';

/** Takes the README's picture of a digest: of made-up use, made by the real bot in the sandbox. */
const target = fileURLToPath(new URL('../docs/digest-card.png', import.meta.url));

const dataDir = await mkdtemp(join(tmpdir(), 'footnote-picture-'));
await using sandbox = await startSandbox(readConfig({ FOOTNOTE_DATA_DIR: dataDir, LOG_LEVEL: 'warn' }), {
  port: null,
  prepare: async ({ seedDemo }) => {
    await seedDemo({ guildId: GuildId.parse(sandboxIds.guild), untilMs: Date.now(), ...usualDemo });
  },
});
const browser = await openChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 2600 } });
  await page.goto(`${sandbox.address}/?as=Max&channel=moderators&theme=dark&locale=en-US`);
  await page.getByRole('combobox', { name: /^Message #/ }).click();
  await page.keyboard.type('/digest');
  await page.keyboard.press('Enter');
  const card = page.getByRole('article').last();
  await card.getByRole('button', { name: 'CSV' }).waitFor();
  await card
    .locator('.gallery img')
    .evaluate((image) => Reflect.apply(Reflect.get(image, 'decode'), image, []));
  await card.screenshot({ path: target });
  console.log(`Saved ${target}`);
} finally {
  await browser.close();
  await rm(dataDir, { recursive: true, force: true });
}
