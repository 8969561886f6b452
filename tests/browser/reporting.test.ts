import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pictures } from './chromium.ts';
import { realSandbox } from './real-sandbox.ts';

const wide = { width: 1440, height: 1000 };
const context =
  'The Popular Mobilisation Forces have been part of the Iraqi armed forces since a law of November 2016.';

describe('reporting a contested post, in the sandbox with the real bot', () => {
  const sandbox = realSandbox();

  async function open(as: string, channel = 'general', look = 'theme=dark'): Promise<Page> {
    const page = await sandbox.browser.newPage({ viewport: wide });
    page.setDefaultTimeout(6_000);
    await page.goto(`${sandbox.address}/?as=${as}&channel=${channel}&${look}&locale=en-US`);
    return page;
  }

  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(pictures, `reporting-${name}.png`) });
  const lastCard = (page: Page) => page.getByRole('article').last();

  async function send(page: Page, line: string): Promise<void> {
    await page.getByRole('combobox', { name: /^Message / }).click();
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }

  async function choose(within: Page | Locator, page: Page, menu: string | RegExp, option: string | RegExp) {
    await within.getByRole('combobox', { name: menu }).click();
    await page.getByRole('listbox').getByRole('option', { name: option }).first().click();
  }

  /** Reports Noor's post through its menu; `tellMe` asks to hear what came of it. */
  async function report(page: Page, reason: string, tellMe: boolean): Promise<void> {
    const post = page.getByRole('article').filter({ hasText: 'Why does nobody talk about this?' }).first();
    await post.click({ button: 'right' });
    await picture(page, 'menu');
    await page.getByRole('menuitem', { name: 'Flag contested post' }).click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await picture(page, 'form');
    await choose(form, page, 'What is wrong with it?', reason);
    if (tellMe) await choose(form, page, /hear what came of it/, /^Yes/);
    await picture(page, `form-${tellMe ? 'told' : 'untold'}`);
    await form.getByRole('button', { name: 'Submit' }).click();
    await lastCard(page)
      .getByText(/case 1\b/i)
      .first()
      .waitFor();
  }

  it('goes from two reports to posted context, and tells the one who asked', async () => {
    const ada = await open('Ada');
    await send(ada, '/settings');
    await lastCard(ada).getByRole('heading', { name: 'Settings' }).waitFor();
    await picture(ada, 'settings-first');
    await choose(lastCard(ada), ada, /channel/i, /moderators/);
    await lastCard(ada).getByText('#moderators').first().waitFor();
    await picture(ada, 'settings-chosen');

    const [mia, sam] = [await open('Mia'), await open('Sam')];
    await report(mia, 'Misleading', true);
    await picture(mia, 'receipt');
    await report(sam, 'Missing context', false);

    const max = await open('Max', 'moderators');
    await max.getByText('×2').first().waitFor();
    await expect.poll(() => max.getByRole('article').count()).toBe(1);
    await picture(max, 'case');
    await lastCard(max).getByRole('button', { name: 'Take', exact: true }).click();
    await lastCard(max).getByRole('button', { name: 'Give back' }).waitFor();
    await lastCard(max)
      .getByRole('button', { name: /context/i })
      .click();
    await max.getByRole('dialog').getByRole('textbox').first().fill(context);
    await max
      .getByRole('dialog')
      .getByRole('textbox')
      .nth(1)
      .fill('https://example.org/law-of-november-2016');
    await picture(max, 'context-form');
    await max.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await lastCard(max).getByRole('button', { name: 'Post it' }).waitFor();
    await picture(max, 'context-preview');
    await lastCard(max).getByRole('button', { name: 'Post it' }).click();
    await max.getByRole('heading', { name: 'Case 1 · resolved' }).waitFor();
    await picture(max, 'case-resolved');

    await mia.getByText(context).first().waitFor();
    await picture(mia, 'context-posted');
    const direct = (page: Page) =>
      page.getByRole('navigation', { name: 'Direct messages' }).getByRole('button').first();
    await direct(mia).click();
    await mia
      .getByText(/case 1\b/i)
      .first()
      .waitFor();
    await picture(mia, 'told');
    await direct(sam).click();
    await expect.poll(() => sam.getByRole('article').count()).toBe(0);

    await send(ada, '/audit');
    await lastCard(ada).getByText('Max').first().waitFor();
    await picture(ada, 'audit');
    await send(max, '/queue');
    await picture(max, 'queue');
  });
});
