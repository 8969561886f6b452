import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { sandboxStory } from '../../src/sandbox/story.ts';
import { openChromium } from './chromium.ts';
import { openPageSession, type PageSession } from './page-session.ts';

const { general, news, moderators, mia, noor, max } = sandboxIds;

let browser: Browser;
let session: PageSession;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  session = await openPageSession(browser, sandboxStory);
});
afterEach(async () => {
  expect(session.complaints).toEqual([]);
  await session[Symbol.asyncDispose]();
});

const channel = (name: string) => session.page.getByRole('button', { name, exact: true });
const unread = (name: string) => session.page.getByRole('button', { name: `${name} (new messages)` });
const be = (label: string) => session.page.getByLabel('You are').selectOption({ label });

describe('servers and direct messages', () => {
  test('the other server is entered as one of its own, and shows nothing of the first', async () => {
    const { page } = session;
    await session.look('Mia', 'general');
    await channel('Other server').click();
    await page.getByText('This is another server').waitFor();
    const personas = await page.getByLabel('You are').locator('option').allInnerTexts();
    const foreign = await page.getByText('Why does nobody talk').count();
    await session.picture('1440-light-other-server');
    await channel('Sandbox server').click();

    await page.getByText('Why does nobody talk').first().waitFor();
    expect(personas).toEqual(['Olu (admin)']);
    expect(foreign).toBe(0);
  });

  test('direct messages with the bot are each persona’s own', async () => {
    const { page, server } = session;
    const dm = server.world.directChannel(mia);
    await session.look('Mia', 'general');
    await channel('Footnote').click();
    const composer = page.getByRole('combobox', { name: 'Message @Footnote' });
    await composer.fill('Only for the bot');
    await composer.press('Enter');
    await page.getByText('Only for the bot').waitFor();
    await session.picture('1440-light-direct');
    const title = await page.title();
    await be('Noor (member)');

    await expect.poll(() => page.getByText('Only for the bot').count()).toBe(0);
    await expect.poll(() => composer.isVisible()).toBe(true);
    expect(title).toBe('@Footnote – Sandbox, not Discord');
    expect(server.world.messages.inChannel(dm.id)).toHaveLength(1);
  });

  test('a channel with something new has a dot until it is looked at, for each persona, also after a reload', async () => {
    const { page, server } = session;
    await session.look('Mia', 'general');
    await page.getByText('Why does nobody talk').first().waitFor();
    const before = await unread('news').count();
    await server.as(noor, { channelId: news }).write('Look at this');
    await server.as(max, { channelId: moderators }).write('A case');
    await unread('news').waitFor();
    await session.picture('1440-light-unread');
    const secret = await unread('moderators').count();
    await be('Ada (admin)');
    await unread('moderators').waitFor();
    await page.reload();
    await unread('moderators').click();

    await page.getByText('A case').waitFor();
    expect([before, secret]).toEqual([0, 0]);
    await expect.poll(() => unread('moderators').count()).toBe(0);
    await expect.poll(() => unread('news').count()).toBe(1);
  });

  test('a channel that is deleted disappears, and one is taken to another', async () => {
    const { page, server } = session;
    await session.look('Mia', 'news');

    server.world.removeChannel(news);

    await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
    await expect.poll(() => channel('news').count()).toBe(0);
    expect(await channel('general').getAttribute('aria-current')).toBe('page');
  });

  test('a new thread appears by itself', async () => {
    const { server } = session;
    await session.look('Mia', 'general');

    await server.as(noor, { channelId: general }).openThread('a side story');

    await channel('a side story').waitFor();
  });
});

describe('menus that Discord fills', () => {
  async function choosing(as = 'Mia') {
    const { page } = session;
    await session.look(as, 'general');
    await page.getByText('Why does nobody talk').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Choose' }).click();
    await page.getByRole('heading', { name: 'Choose' }).waitFor();
    return page;
  }
  const options = () => session.page.getByRole('listbox').getByRole('option').allInnerTexts();

  test('offer members, roles and the fitting channels, with what was chosen before', async () => {
    const page = await choosing();
    await page.getByRole('combobox', { name: 'Where' }).click();
    const where = await options();
    const chosen = await page.getByRole('combobox', { name: 'Where' }).innerText();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Roles' }).click();
    const roles = await options();
    await session.picture('1440-light-role-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Who' }).click();
    const who = await options();

    expect(where).toEqual(['#general', '#news']);
    expect(chosen.trim()).toBe('#news');
    expect(roles.map((one) => one.trim())).toEqual(['@everyone', '@Footnote', '@Moderators', '@Admins']);
    expect(who).toContain('@Sam');
  });

  test('send ids, by keyboard alone', async () => {
    const page = await choosing();
    await page.getByRole('combobox', { name: 'Roles' }).focus();
    for (const key of ['Enter', 'End', 'Enter', 'ArrowUp', 'Enter', 'Tab']) await page.keyboard.press(key);

    await page
      .getByRole('heading', { name: `Chosen: ${sandboxIds.adminRole} ${sandboxIds.moderatorRole}` })
      .waitFor();
  });

  test('in a form keep their defaults, refuse what is missing, and send the rest', async () => {
    const page = await choosing('Max');
    await page.getByRole('button', { name: 'In a form' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Choose in a form' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');
    const error = await dialog.getByRole('alert').innerText();
    await dialog.getByRole('combobox', { name: 'Roles' }).click();
    await page.getByRole('option', { name: '@Moderators' }).click();
    await session.picture('1440-light-form-menus');
    await page.getByRole('button', { name: 'Done' }).click();
    await dialog.getByRole('combobox', { name: 'Who' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('@sam');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Submit' }).press('Enter');

    await page.getByText('Chosen: general, Moderators, sam').waitFor();
    expect(error).toBe('Please choose something.');
  });

  test('may be emptied where that is allowed', async () => {
    const page = await choosing();
    await page.getByRole('button', { name: 'In a form' }).press('Enter');
    const roles = page.getByRole('dialog').getByRole('combobox', { name: 'Roles' });
    await roles.click();
    await page.getByRole('option', { name: '@Admins' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    const chosen = await roles.innerText();
    await roles.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');

    expect(chosen.trim()).toBe('@Admins');
    await expect.poll(async () => (await roles.innerText()).trim()).toBe('Make a selection');
  });
});

describe.each(['dark', 'light'] as const)('the story at 390 pixels, %s', (theme) => {
  test('fits, with its drawer and menu', async () => {
    await using narrow = await openPageSession(browser, sandboxStory, {
      viewport: { width: 390, height: 844 },
      colorScheme: theme,
    });
    const { page } = narrow;
    await narrow.look('Max', 'news');
    await narrow.server.as(noor, { channelId: general }).write('Something new');
    await narrow.picture(`390-${theme}-story`);
    await page.getByRole('button', { name: 'Channels and settings' }).click();
    await page.getByRole('button', { name: 'general (new messages)' }).waitFor();
    await narrow.picture(`390-${theme}-story-drawer`);

    const overflow = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(overflow).toBe(false);
    await expect.poll(() => page.getByText('Sandbox – not Discord.').isVisible()).toBe(true);
    expect(narrow.complaints).toEqual([]);
  });
});
