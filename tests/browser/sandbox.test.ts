import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pictures } from './chromium.ts';
import { realSandbox } from './real-sandbox.ts';

const sizes = { narrow: { width: 390, height: 844 }, wide: { width: 1440, height: 900 } };

describe('the sandbox with the real bot', () => {
  const sandbox = realSandbox();

  async function openPage(as: string, size: keyof typeof sizes, theme: 'dark' | 'light'): Promise<Page> {
    const page = await sandbox.browser.newPage({ viewport: sizes[size] });
    await page.goto(`${sandbox.address}/?as=${as}&channel=general&theme=${theme}&locale=en-US`);
    return page;
  }

  async function send(page: Page, line: string) {
    await page.getByRole('combobox', { name: /^Message #/ }).click();
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }

  const lastCard = (page: Page) => page.getByRole('article').last();

  /** Asks who pays the militias, and picks the claim from the list if the answer is a list. */
  async function askWhoPays(page: Page) {
    await send(page, '/claim lookup who pays the militias');
    await lastCard(page).getByText('are salaried by the Iraqi government').first().waitFor();
    const menu = lastCard(page).getByRole('combobox', { name: 'Pick the claim you mean' });
    if (await menu.isVisible()) {
      await menu.click();
      await page.getByRole('listbox').getByRole('option', { name: /c04b/ }).click();
    }
    await lastCard(page).getByText('Standing: the sources found here support this').waitFor();
  }

  it.each([
    { size: 'wide', theme: 'dark' },
    { size: 'wide', theme: 'light' },
    { size: 'narrow', theme: 'dark' },
    { size: 'narrow', theme: 'light' },
  ] as const)(
    'answers /summary, opens a claim, looks one up, at $size and $theme',
    async ({ size, theme }) => {
      const page = await openPage('Mia', size, theme);

      await send(page, '/summary');
      await lastCard(page).getByRole('heading', { name: 'Summary' }).waitFor();
      await page.screenshot({ path: join(pictures, `real-summary-${size}-${theme}.png`) });
      await lastCard(page).getByRole('button', { name: 'Next ▶' }).click();
      await lastCard(page).getByRole('heading', { name: 'Key claims (7–12 of 17)' }).waitFor();
      await page.screenshot({ path: join(pictures, `real-summary-second-${size}-${theme}.png`) });
      await lastCard(page).getByRole('combobox').first().click();
      await page.getByRole('listbox').getByRole('option', { name: /c05/ }).click();
      await lastCard(page).getByText('are ideologically loyal to Iran').first().waitFor();

      await askWhoPays(page);
      await page.screenshot({ path: join(pictures, `real-claim-${size}-${theme}.png`) });

      const overflow = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
      expect(overflow).toBe(false);
      await page.close();
    },
  );

  it('shares a card that another member then sees in the channel', async () => {
    const noor = await openPage('Noor', 'wide', 'dark');
    const max = await openPage('Max', 'wide', 'light');
    await askWhoPays(noor);

    await lastCard(noor).getByRole('button', { name: 'Share' }).click();
    await noor.getByText('your name will be visible').last().waitFor();
    await noor.getByRole('button', { name: 'Share it' }).last().click();
    await noor.getByText('Shared: ').last().waitFor();

    await max.getByText('Shared by').last().waitFor();
    await max.screenshot({ path: join(pictures, 'real-shared-wide-light.png') });
    await max.getByRole('button', { name: 'Details (only you)' }).last().click();
    await lastCard(max)
      .getByText('The post says members of the PMU militias are paid by the Iraqi government.')
      .waitFor();
    await Promise.all([noor.close(), max.close()]);
  });

  it('suggests claims while one types, by keyboard alone', async () => {
    const page = await openPage('Ada', 'wide', 'dark');

    await page.getByRole('combobox', { name: /^Message #/ }).click();
    await page.keyboard.type('/claim lookup ');
    await page.keyboard.type('ideologically loy');
    const choices = page.getByRole('listbox', { name: 'Choices for query' }).getByRole('option');
    await choices.first().filter({ hasText: 'c05' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');

    await lastCard(page).getByText('are ideologically loyal to Iran').first().waitFor();
    await page.close();
  });

  it('turns the pages of key claims by keyboard alone', async () => {
    const page = await openPage('Sam', 'narrow', 'light');
    await send(page, '/summary');
    await lastCard(page).getByRole('heading', { name: 'Key claims (1–6 of 17)' }).waitFor();
    const focused = () => page.evaluate('document.activeElement?.textContent');
    const goTo = async (label: string, key: 'Tab' | 'Shift+Tab') => {
      for (let keys = 0; keys < 12 && (await focused()) !== label; keys += 1) await page.keyboard.press(key);
    };

    await goTo('Next ▶', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await lastCard(page).getByRole('heading', { name: 'Key claims (7–12 of 17)' }).waitFor();
    await goTo('Next ▶', 'Tab');
    await page.keyboard.press('Enter');

    await lastCard(page).getByRole('heading', { name: 'Key claims (13–17 of 17)' }).waitFor();
    await page.close();
  });

  it('speaks German to a German member', async () => {
    const page = await sandbox.browser.newPage({ viewport: sizes.wide });
    await page.goto(`${sandbox.address}/?as=Ada&channel=general&theme=dark&locale=de`);

    await send(page, '/claim lookup kuchen backen mit hefe');

    await page.getByText('Keine bekannte Behauptung').waitFor();
    await page.close();
  });
});
