import { describe, expect, test } from 'vitest';
import { startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { startScriptedBot } from './scripted-bot.ts';
import { scriptedPage } from './scripted-page.ts';

const at = scriptedPage();

describe('a bot or a sandbox that is gone', () => {
  test('is told in a banner, keeps what was typed, and is noticed when it is back', async () => {
    await at.bot.destroy();
    await at.page.getByText('The bot is not connected.').waitFor();
    await at.composer().focus();
    await at.type('/claim lookup who pays');
    await at.press('Enter');
    await at.page.getByRole('form').getByRole('alert').waitFor();
    const kept = await at.page.getByRole('combobox', { name: 'query' }).inputValue();
    at.bot = await startScriptedBot(at.server);
    await expect.poll(() => at.page.getByText('The bot is not connected.').count()).toBe(0);
    await at.press('Enter');

    await at.page.getByRole('heading', { name: 'Found for: who pays' }).waitFor();
    expect(kept).toBe('who pays');
  });

  test('a sandbox that was stopped and started is found again by itself', async () => {
    await at.composer().focus();
    await at.type('half a sentence');
    const port = Number(new URL(at.server.origin).port);
    await at.bot.destroy();
    await at.server.stop();
    await at.page.getByText('The sandbox is not running.').waitFor();
    at.server = await startLoopback({ port });
    at.bot = await startScriptedBot(at.server);

    await expect.poll(() => at.page.getByRole('alert').count(), { timeout: 30_000 }).toBe(0);
    await expect.poll(() => at.composer().inputValue()).toBe('half a sentence');
  });
});

describe('what is chosen', () => {
  test('persona, channel, locale and theme are remembered; the address outranks them', async () => {
    await at.page.getByLabel('You are').selectOption({ label: 'Max (moderator)' });
    await at.page.getByRole('button', { name: 'moderators' }).click();
    await at.page.getByLabel('Locale').selectOption('fr');
    await at.page.getByRole('button', { name: 'Use the light theme' }).click();
    await at.page.reload();
    await at.page.getByRole('heading', { name: 'moderators', exact: false }).first().waitFor();
    const remembered = await at.page.getByLabel('Locale').inputValue();
    const theme = await at.page.locator('html').getAttribute('data-theme');
    await at.page.goto(`${at.server.origin}/?as=mia&channel=news&locale=de&theme=dark`);
    await at.composer().waitFor();

    expect([remembered, theme]).toEqual(['fr', 'light']);
    await expect.poll(() => at.page.getByLabel('You are').inputValue()).toBe(sandboxIds.mia);
    expect(await at.page.title()).toBe('#news – Sandbox, not Discord');
    expect(await at.page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('an empty channel offers two questions to start with', async () => {
    await at.page.getByRole('button', { name: '/claim lookup who pays the militias' }).press('Enter');
    await at.page.getByRole('combobox', { name: 'query' }).waitFor();
    await at.press('Enter');

    await at.page.getByRole('heading', { name: 'Found for: who pays the militias' }).waitFor();
  });
});

describe.each([
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])('at $width pixels', (viewport) => {
  test.each(['dark', 'light'] as const)('the %s page fits, and says it is a sandbox', async (theme) => {
    await at.visit(viewport, theme);
    await at.picture(`${viewport.width}-${theme}-empty`);
    await at.runSummary();
    await at.picture(`${viewport.width}-${theme}-card`);
    await at.page.getByRole('combobox', { name: 'Open a claim' }).click();
    await at.picture(`${viewport.width}-${theme}-select`);
    await at.press('Escape');
    await at.page.getByRole('button', { name: 'Report a problem' }).click();
    await at.page.getByRole('dialog').waitFor();
    await at.picture(`${viewport.width}-${theme}-modal`);
    await at.press('Escape');
    await at.composer().focus();
    await at.type('/claim lookup fund');
    await at.page.getByRole('listbox').waitFor();
    await at.picture(`${viewport.width}-${theme}-choices`);

    const overflow = await at.page.evaluate(() =>
      [...document.querySelectorAll('html, .scroller, .card')].filter(
        (one) => one.scrollWidth > one.clientWidth,
      ),
    );
    expect(overflow).toEqual([]);
    await expect.poll(() => at.page.getByText('Sandbox – not Discord.').isVisible()).toBe(true);
    expect(at.complaints).toEqual([]);
  });
});

test('at 390 pixels the channels open as a drawer, by keyboard, and Escape closes it', async () => {
  await at.visit({ width: 390, height: 844 });
  await at.page.getByRole('button', { name: 'Channels and settings' }).press('Enter');
  await at.page.getByRole('button', { name: 'news', exact: true }).waitFor();
  await at.picture('390-dark-drawer');
  await at.press('Escape');

  const menu = at.page.getByRole('button', { name: 'Channels and settings' });
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  await expect.poll(() => at.page.getByLabel('Locale').isVisible()).toBe(false);
});
