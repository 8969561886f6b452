import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictures } from './chromium.ts';
import { realSandbox } from './real-sandbox.ts';

describe('handing over a file, in the sandbox with the real bot', () => {
  const sandbox = realSandbox();

  it.each([
    { theme: 'dark', said: 'The mayor said the bridge costs 40 million euros.' },
    { theme: 'light', said: 'The mayor said the tunnel costs 90 million euros.' },
  ])('makes a draft of a post, by the keyboard alone, in the $theme', async ({ theme, said }) => {
    const text = `${said} The council approved it in March 2024.`;
    const page = await sandbox.browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.setDefaultTimeout(30_000);
    await page.goto(`${sandbox.address}/?as=Max&channel=moderators&theme=${theme}&locale=en-US`);
    await page.getByRole('combobox', { name: /^Message / }).click();
    await page.keyboard.type('/dossier add');
    await page.keyboard.press('Tab');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '+ file' }).press('Enter');
    const focused = await page.evaluate('document.activeElement.type');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'post.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.screenshot({ path: join(pictures, `upload-${theme}.png`) });

    await page.getByRole('button', { name: 'Send' }).press('Enter');
    const card = page.getByRole('article').filter({ hasText: said });
    await card.getByText('draft, not published').waitFor();

    expect(focused).toBe('file');
    expect(await card.textContent()).toContain(`c01 “${said}”`);
    await page.screenshot({ path: join(pictures, `upload-done-${theme}.png`) });
  });
});
