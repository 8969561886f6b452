import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pictures } from './chromium.ts';
import { realSandbox } from './real-sandbox.ts';

describe('reporting in the sandbox, otherwise than with a mouse in one server', () => {
  const sandbox = realSandbox();

  async function open(as: string, viewport = { width: 1440, height: 1000 }): Promise<Page> {
    const page = await sandbox.browser.newPage({ viewport });
    page.setDefaultTimeout(6_000);
    await page.goto(`${sandbox.address}/?as=${as}&channel=general&theme=light&locale=en-US`);
    await page.getByRole('combobox', { name: /^Message / }).waitFor();
    return page;
  }

  const lastCard = (page: Page) => page.getByRole('article').last();

  async function send(page: Page, line: string): Promise<void> {
    await page.getByRole('combobox', { name: /^Message / }).click();
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }

  async function press(page: Page, ...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  it('reports a message by keyboard alone, and every field of the form has a name', async () => {
    const page = await open('Mia');
    const post = page.getByRole('article').filter({ hasText: 'Why does nobody talk about this?' }).first();
    await post.getByRole('button', { name: 'Apps and more' }).focus();
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Flag contested post' }).waitFor();
    // "Check this post" stands first.
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    const form = page.getByRole('dialog', { name: 'Flag a contested post' });
    await form.waitFor();
    const named = ['What is wrong with it?', 'Which statement?', 'Details', /hear what came of it/];
    const found = await Promise.all(
      named.map((name) =>
        form.getByRole('combobox', { name }).or(form.getByRole('textbox', { name })).count(),
      ),
    );
    await press(page, 'Enter', 'ArrowDown', 'Enter');
    await form
      .getByRole('combobox', { name: 'What is wrong with it?' })
      .getByText('Missing context')
      .waitFor();
    await form.getByRole('button', { name: 'Submit' }).focus();
    await press(page, 'Enter');

    await lastCard(page).getByRole('heading', { name: 'Reported: case 1' }).waitFor();
    expect(found).toEqual([1, 1, 1, 1]);
  });

  it('shows the moderators of another server nothing of it', async () => {
    const ada = await open('Ada');
    await send(ada, '/queue');
    await lastCard(ada).getByText('Case 1', { exact: true }).waitFor();
    const olu = await open('Olu');
    await send(olu, '/queue');
    await lastCard(olu).getByText('No case here.').waitFor();
    await send(olu, '/audit');

    await lastCard(olu).getByText('Nothing is written down yet.').waitFor();
    await expect.poll(() => olu.getByText('Why does nobody talk').count()).toBe(0);
  });

  it('keeps the case and its buttons within a narrow window', async () => {
    const max = await open('Max', { width: 390, height: 844 });
    await send(max, '/queue');
    await max.getByRole('combobox', { name: 'Open a case' }).click();
    await max.getByRole('option', { name: /^Case 1/ }).click();
    await lastCard(max).getByRole('button', { name: 'Back to the queue' }).waitFor();
    await max.screenshot({ path: join(pictures, 'reporting-case-narrow.png') });

    expect(await max.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    for (const button of await lastCard(max).getByRole('button').all()) {
      const { x = -1, width = 0 } = (await button.boundingBox()) ?? {};
      expect(x >= 0 && x + width <= 390).toBe(true);
    }
  });
});
