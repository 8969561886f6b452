import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'discord.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { openChromium, pictures } from './chromium.ts';
import { startScriptedBot } from './scripted-bot.ts';

let browser: Browser;
let server: Loopback;
let bot: Client;
let context: BrowserContext;
let page: Page;
/** What the page has complained about in the browser's console. */
let complaints: string[];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = await startLoopback();
  bot = await startScriptedBot(server);
  await visit({ width: 1440, height: 900 });
});
afterEach(async () => {
  await context.close();
  await bot.destroy();
  await server.stop();
});

async function visit(
  viewport: { width: number; height: number },
  query = '',
  theme: 'dark' | 'light' = 'dark',
) {
  await context?.close();
  context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  await page.goto(`${server.origin}/${query}`);
  await composer().waitFor();
}

const composer = () => page.getByRole('combobox', { name: /^Message #/ });
const lastMessage = () => page.getByRole('article').last();
const type = (keys: string) => page.keyboard.type(keys);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const picture = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

async function runSummary(): Promise<void> {
  await composer().focus();
  await type('/summary');
  await press('Enter');
  await page.getByRole('heading', { name: 'A contested post' }).waitFor();
}

/** Moves on by Tab until the focused element has this name. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (focused.startsWith(name)) return;
  }
  throw new Error(`Tab does not reach "${name}"`);
}

describe('commands, by keyboard alone', () => {
  test('a slash lists the commands, letters narrow them, Enter chooses and sends', async () => {
    await composer().focus();
    await type('/');
    const listed = await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').allInnerTexts();
    await type('sum');
    await press('ArrowDown', 'Enter');
    const form = page.getByRole('form', { name: 'Command /summary' });
    await form.waitFor();
    await press('Enter');

    await page.getByRole('heading', { name: 'A contested post' }).waitFor();
    expect(listed.map((words) => words.split('\n')[0])).toEqual(['/claim lookup', '/summary']);
    await expect.poll(() => lastMessage().innerText()).toContain('Mia used /summary');
    await expect.poll(() => lastMessage().innerText()).toContain('Only you can see this');
    await expect.poll(() => composer().inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('a whole line is run as it is typed, and the focus comes back to the composer', async () => {
    await composer().focus();
    await type('/claim lookup who pays the militias');
    await press('Enter');

    await page.getByRole('heading', { name: 'Found for: who pays the militias' }).waitFor();
    await expect.poll(() => lastMessage().innerText()).toContain('Mia used /claim lookup');
    await expect.poll(() => composer().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('the bot’s choices appear while one types; arrows and Enter take one', async () => {
    await composer().focus();
    await type('/claim lookup fund');
    const choices = page.getByRole('listbox', { name: 'Choices for query' });
    await choices.waitFor();
    await expect.poll(() => choices.getByRole('option').count()).toBe(2);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    const taken = await page.getByRole('combobox', { name: 'query' }).inputValue();
    await press('Enter');

    await page.getByRole('heading', { name: 'Found for: Nobody audits the fund' }).waitFor();
    expect(taken).toBe('Nobody audits the fund');
  });

  test('an option that is needed is asked for; Escape closes the choices, then leaves the command', async () => {
    await composer().focus();
    await type('/claim lookup');
    await press('Enter', 'Enter');
    const problem = await page.getByRole('form').getByRole('alert').innerText();
    await page.getByRole('listbox').waitFor();
    await press('Escape');
    const listed = await page.getByRole('listbox').count();
    await press('Escape');
    await composer().waitFor();

    expect(listed).toBe(0);
    expect(problem).toBe('“query” is needed.');
    await expect.poll(() => composer().inputValue()).toBe('');
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
  });

  test('localised names and descriptions follow the chosen locale', async () => {
    await page.getByLabel('Locale').selectOption('de');
    await composer().focus();
    await type('/zus');

    const option = page.getByRole('option', { name: '/zusammenfassung' });
    await expect.poll(() => option.innerText()).toContain('Die Zusammenfassung eines umstrittenen Beitrags');
  });
});

describe('cards, by keyboard alone', () => {
  test('a select menu opens a claim and the focus stays at the message', async () => {
    await runSummary();
    await tabTo('Open a claim', 'Shift+Tab');
    await press('Enter', 'ArrowDown', 'Enter');

    await page.getByRole('heading', { name: 'When the fund was set up' }).waitFor();
    const focused = page.locator('article:focus');
    await focused.waitFor();
    await press('Tab');
    expect(
      await page.getByRole('button', { name: 'Back' }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('a modal says what is wrong with an answer, and is sent when nothing is', async () => {
    await runSummary();
    await tabTo('Report a problem', 'Shift+Tab');
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Report a problem' });
    await dialog.waitFor();
    await press('Enter', 'ArrowDown', 'Enter', 'Tab');
    await type('too short');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');
    const error = await dialog.getByRole('alert').innerText();
    await type(', now long enough');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');

    await page.getByText('Thank you: too short, now long enough').waitFor();
    expect(error).toBe('Please write at least 10 characters; there are 9 now.');
    await expect.poll(() => dialog.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('a modal keeps what was typed when the bot does not answer', async () => {
    await runSummary();
    await page.getByRole('button', { name: 'Report a problem' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Report a problem' });
    await dialog.waitFor();
    await press('Enter', 'Enter', 'Tab');
    await type('only silence follows');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');

    await dialog.getByRole('alert').waitFor();
    await expect
      .poll(() => dialog.getByRole('textbox', { name: 'What is wrong' }).inputValue())
      .toBe('only silence follows');
    await expect
      .poll(() => dialog.getByRole('combobox', { name: 'Which part' }).innerText())
      .toBe('The summary');
  });

  test('Escape closes a modal and gives the focus back', async () => {
    await runSummary();
    await page.getByRole('button', { name: 'Report a problem' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');

    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    const back = page.getByRole('button', { name: 'Report a problem' });
    expect(await back.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('an answer that never comes is told beside the message', async () => {
    await runSummary();
    await page.getByRole('button', { name: 'Withdraw' }).press('Enter');
    const busy = await page.getByRole('button', { name: 'Withdraw' }).getAttribute('aria-busy');

    const notice = lastMessage().getByRole('alert');
    await notice.waitFor();
    await expect.poll(() => notice.innerText()).toMatch(/did not respond|failed/);
    expect(busy).toBe('true');
  });

  test('what is shared is seen by others, what is private is not, and can be dismissed', async () => {
    await runSummary();
    await page.getByRole('button', { name: 'Share' }).press('Enter');
    await page.getByRole('heading', { name: 'Shared with everyone' }).waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).press('Enter');
    const mine = await page.getByRole('article').count();
    await page.getByLabel('You are').selectOption({ label: 'Max (moderator)' });

    await page.getByRole('heading', { name: 'Shared with everyone' }).waitFor();
    expect(mine).toBe(1);
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
  });

  test('a message’s Apps menu runs the bot’s message commands', async () => {
    await composer().focus();
    await type('Have you read this?');
    await press('Enter');
    await page.getByRole('article').waitFor();
    await tabTo('Apps', 'Shift+Tab');
    await press('Enter', 'Enter');

    await page.getByText('Checked: Have you read this?').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a bot or a sandbox that is gone', () => {
  test('is told in a banner, keeps what was typed, and is noticed when it is back', async () => {
    await bot.destroy();
    await page.getByText('The bot is not connected.').waitFor();
    await composer().focus();
    await type('/claim lookup who pays');
    await press('Enter');
    await page.getByRole('form').getByRole('alert').waitFor();
    const kept = await page.getByRole('combobox', { name: 'query' }).inputValue();
    bot = await startScriptedBot(server);
    await expect.poll(() => page.getByText('The bot is not connected.').count()).toBe(0);
    await press('Enter');

    await page.getByRole('heading', { name: 'Found for: who pays' }).waitFor();
    expect(kept).toBe('who pays');
  });

  test('a sandbox that was stopped and started is found again by itself', async () => {
    await composer().focus();
    await type('half a sentence');
    const port = Number(new URL(server.origin).port);
    await bot.destroy();
    await server.stop();
    await page.getByText('The sandbox is not running.').waitFor();
    server = await startLoopback({ port });
    bot = await startScriptedBot(server);

    await expect.poll(() => page.getByRole('alert').count(), { timeout: 15_000 }).toBe(0);
    await expect.poll(() => composer().inputValue()).toBe('half a sentence');
  });
});

describe('what is chosen', () => {
  test('persona, channel, locale and theme are remembered; the address outranks them', async () => {
    await page.getByLabel('You are').selectOption({ label: 'Max (moderator)' });
    await page.getByRole('button', { name: 'moderators' }).click();
    await page.getByLabel('Locale').selectOption('fr');
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'moderators', exact: false }).first().waitFor();
    const remembered = await page.getByLabel('Locale').inputValue();
    const theme = await page.locator('html').getAttribute('data-theme');
    await page.goto(`${server.origin}/?as=mia&channel=news&locale=de&theme=dark`);
    await composer().waitFor();

    expect([remembered, theme]).toEqual(['fr', 'light']);
    await expect.poll(() => page.getByLabel('You are').inputValue()).toBe(sandboxIds.mia);
    expect(await page.title()).toBe('#news – Sandbox, not Discord');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('an empty channel offers two questions to start with', async () => {
    await page.getByRole('button', { name: '/claim lookup who pays the militias' }).press('Enter');
    await page.getByRole('combobox', { name: 'query' }).waitFor();
    await press('Enter');

    await page.getByRole('heading', { name: 'Found for: who pays the militias' }).waitFor();
  });
});

describe.each([
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])('at $width pixels', (viewport) => {
  test.each(['dark', 'light'] as const)('the %s page fits, and says it is a sandbox', async (theme) => {
    await visit(viewport, '', theme);
    await picture(`${viewport.width}-${theme}-empty`);
    await runSummary();
    await picture(`${viewport.width}-${theme}-card`);
    await page.getByRole('combobox', { name: 'Open a claim' }).click();
    await picture(`${viewport.width}-${theme}-select`);
    await press('Escape');
    await page.getByRole('button', { name: 'Report a problem' }).click();
    await page.getByRole('dialog').waitFor();
    await picture(`${viewport.width}-${theme}-modal`);
    await press('Escape');
    await composer().focus();
    await type('/claim lookup fund');
    await page.getByRole('listbox').waitFor();
    await picture(`${viewport.width}-${theme}-choices`);

    const overflow = await page.evaluate(() =>
      [...document.querySelectorAll('html, .scroller, .card')].filter(
        (one) => one.scrollWidth > one.clientWidth,
      ),
    );
    expect(overflow).toEqual([]);
    await expect.poll(() => page.getByText('Sandbox – not Discord.').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test('at 390 pixels the channels open as a drawer, by keyboard, and Escape closes it', async () => {
  await visit({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Channels and settings' }).press('Enter');
  await page.getByRole('button', { name: 'news', exact: true }).waitFor();
  await picture('390-dark-drawer');
  await press('Escape');

  const menu = page.getByRole('button', { name: 'Channels and settings' });
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(() => page.getByLabel('Locale').isVisible()).toBe(false);
});
