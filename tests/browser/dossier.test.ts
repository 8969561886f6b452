import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { longPost } from '../fakes/long-post.ts';
import { nearWeb } from '../fakes/near-web.ts';
import { pages, someSite } from '../fakes/some-site.ts';
import { pictures } from './chromium.ts';
import { realSandbox } from './real-sandbox.ts';

const sizes = { wide: { width: 1440, height: 1000 }, narrow: { width: 390, height: 844 } };
const html = `<meta property="og:site_name" content="Harbour Gazette">
  <meta name="date" content="2024-03-04"><title>Council votes for the bridge | Harbour Gazette</title>`;

describe('a dossier from its post to its readers, in the sandbox with the real bot', () => {
  const sandbox = realSandbox(nearWeb());
  const lastCard = (page: Page) => page.getByRole('article').last();

  async function open(as: string): Promise<Page> {
    const page = await sandbox.browser.newPage({ viewport: sizes.wide, reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    await page.goto(`${sandbox.address}/?as=${as}&channel=general&theme=dark&locale=en-US`);
    return page;
  }

  /** One picture in each size and theme; nothing may be wider than the page. */
  async function picture(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of Object.entries(sizes))
      for (const theme of ['light', 'dark']) {
        await page.setViewportSize(viewport);
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
        await page.screenshot({ path: join(pictures, `dossier-${name}-${size}-${theme}.png`) });
        expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
      }
    await page.setViewportSize(sizes.wide);
  }

  async function send(page: Page, line: string): Promise<void> {
    await page.getByRole('combobox', { name: /^Message / }).click();
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }

  const press = (page: Page, name: string) =>
    lastCard(page).getByRole('button', { name, exact: true }).click();

  async function choose(within: Locator, page: Page, menu: string | RegExp, option: string | RegExp) {
    await within.getByRole('combobox', { name: menu }).click();
    await page.getByRole('listbox').getByRole('option', { name: option }).first().click();
  }

  /** Fills the form that is open, takes its picture, and sends it. */
  async function submit(page: Page, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const form = page.getByRole('dialog');
    for (const [label, value] of Object.entries(fields))
      await form.getByRole('textbox', { name: label }).fill(value);
    await picture(page, name);
    await form.getByRole('button', { name: 'Submit' }).click();
  }

  it('is added, corrected, given a source, looked at, checked, published, read and traced back', async () => {
    const site = await someSite(
      pages({
        '/bridge': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
      }),
    );
    const max = await open('Max');
    expect(longPost.length).toBeGreaterThan(6_000);

    await send(max, '/dossier add');
    await max.getByRole('dialog').waitFor();
    await submit(max, '1-form', {
      'The post, word for word': longPost.slice(0, 4_000),
      '…and on, if it is longer': longPost.slice(4_000),
    });
    await lastCard(max).getByRole('button', { name: 'Publish', exact: true }).waitFor();
    await picture(max, '2-editor');

    await choose(lastCard(max), max, 'Open a claim to change it', /^c01/);
    await lastCard(max).getByRole('button', { name: 'Gist and kind' }).waitFor();
    await picture(max, '3-claim');
    await press(max, 'Gist and kind');
    await choose(max.getByRole('dialog'), max, /Kind/, /caus/i);
    await submit(max, '4-reword', {
      'What it says, in a sentence': 'The post says the board built without a permit.',
    });
    await lastCard(max).getByText('The post says the board built without a permit.').waitFor();

    await press(max, 'Add a source');
    await submit(max, '5-address', { Address: site.at('/bridge') });
    await lastCard(max).getByRole('button', { name: 'Write the note' }).waitFor();
    await picture(max, '6-source');
    await press(max, 'Write the note');
    await choose(max.getByRole('dialog'), max, /Stance/, /support/i);
    await submit(max, '7-note', {
      'What it says': 'The Harbour Gazette reports the vote and the permit of March 2024.',
    });
    await lastCard(max).getByText('Harbour Gazette').first().waitFor();
    await picture(max, '8-claim-with-source');

    await press(max, 'Back to the dossier');
    await press(max, 'Preview');
    await lastCard(max).getByRole('button', { name: 'Back to the dossier' }).waitFor();
    await picture(max, '9-preview');
    await press(max, 'Back to the dossier');
    await press(max, 'Changes');
    await lastCard(max).getByText('What publishing changes').waitFor();
    await picture(max, '10-changes');
    await press(max, 'Back to the dossier');
    await press(max, 'Check');
    await lastCard(max).getByText('This is advice').waitFor();
    await picture(max, '11-check');
    await press(max, 'Back to the dossier');
    await press(max, 'Publish');
    await press(max, 'Publish all the same');
    await lastCard(max)
      .getByText(/^Published: members see/)
      .waitFor();
    await picture(max, '12-published');

    const mia = await open('Mia');
    await send(mia, '/summary');
    await lastCard(mia).getByRole('heading', { name: 'Summary' }).waitFor();
    await picture(mia, '13-summary');
    await send(mia, '/claim lookup did the board build without a permit');
    await lastCard(mia).getByText('Harbour Gazette').first().waitFor();
    await picture(mia, '14-claim');

    await send(max, '/dossier history post-1');
    await lastCard(max).getByRole('combobox', { name: 'See what a version changed' }).waitFor();
    await picture(max, '15-history');
    await choose(lastCard(max), max, 'See what a version changed', /^Version 2/);
    await lastCard(max).getByRole('heading', { name: 'What version 2 changed' }).waitFor();
    await picture(max, '16-version');
    await send(max, '/dossier list');
    await lastCard(max).getByText('post-1').first().waitFor();
    await picture(max, '17-list');
  }, 120_000);
});
