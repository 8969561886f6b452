import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { sandboxStory } from '../../src/sandbox/story.ts';
import { openChromium } from './chromium.ts';
import { openPageSession, type PageSession } from './page-session.ts';

const { general, mia, noor } = sandboxIds;

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

const post = () => session.page.getByRole('article').filter({ hasText: 'Why does nobody talk' }).first();
const menu = () => session.page.getByRole('menu', { name: 'Apps and more for this message' });
const focusedName = () => session.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('the menu of a message', () => {
  test('opens by a right click where one pressed, with the first app in focus', async () => {
    await session.look('Mia', 'general');
    await post().click({ button: 'right', position: { x: 300, y: 40 } });
    await menu().waitFor();
    const entries = await menu().getByRole('menuitem').allInnerTexts();
    const focused = await focusedName();
    await session.page.keyboard.press('Enter');

    await session.page.getByText('Checked: Why does nobody talk').waitFor();
    await session.page.getByText('Mia used Check this post').waitFor();
    expect(entries).toEqual(['Check this post', 'Choose', 'Copy message link']);
    expect(focused).toBe('Check this post');
    await expect.poll(() => menu().count()).toBe(0);
  });

  test('opens by the menu key, moves by arrows, closes by Escape, and gives the focus back', async () => {
    await session.look('Mia', 'general');
    await post().evaluate((article: { focus(): void }) => article.focus());
    await post().dispatchEvent('contextmenu', { clientX: 0, clientY: 0 });
    await menu().waitFor();
    await session.page.keyboard.press('ArrowUp');
    const last = await focusedName();
    await session.page.keyboard.press('Escape');

    expect(last).toBe('Copy message link');
    await expect.poll(() => menu().count()).toBe(0);
    expect(
      await post()
        .getByRole('button', { name: 'Apps and more' })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });

  test('opens by a long press of a finger, and stays when the finger is lifted', async () => {
    await using touch = await openPageSession(browser, sandboxStory, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      hasTouch: true,
      isMobile: true,
    });
    await touch.look('Mia', 'general');
    const pressed = touch.page.getByText('Why does nobody talk').first();
    const box = await pressed.boundingBox();
    if (box === null) throw new Error('the message is not shown');
    const at = [{ x: box.x + 40, y: box.y + 20 }];
    const hand = await touch.page.context().newCDPSession(touch.page);

    await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
    const opened = touch.page.getByRole('menu', { name: 'Apps and more for this message' });
    await opened.waitFor();
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await touch.picture('390-dark-long-press');

    await expect.poll(() => opened.isVisible()).toBe(true);
    const edges = await opened.boundingBox();
    expect((edges?.x ?? -1) >= 0 && (edges?.x ?? 0) + (edges?.width ?? 0) <= 390).toBe(true);
    expect(touch.complaints).toEqual([]);
  });

  test('leaves links to the browser, and holds no app for what only one sees', async () => {
    await session.look('Max', 'news');
    await session.page.getByRole('link', { name: 'https://example.org/report' }).click({ button: 'right' });
    await session.page.keyboard.press('Escape');

    await expect.poll(() => menu().count()).toBe(0);
  });

  test('copies the address that /report takes', async () => {
    await session.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await session.look('Mia', 'general');
    await post().click({ button: 'right' });
    await session.page.getByRole('menuitem', { name: 'Copy message link' }).click();
    await post().getByText('Link copied').waitFor();

    const { server, page } = session;
    const found = server.world.messages
      .inChannel(general)
      .find(({ message }) => message.content.startsWith('Why does nobody'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `https://discord.com/channels/${sandboxIds.guild}/${general}/${found?.message.id}`,
    );
  });
});

describe('messages of one’s own', () => {
  test('are edited in place, marked, and seen so by others', async () => {
    const { page, server } = session;
    await session.look('Noor', 'general');
    await post().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    const field = page.getByRole('textbox', { name: 'Edit message' });
    await field.fill('The units are one of the biggest forces.');
    await field.press('Enter');
    await page.getByText('The units are one of the biggest forces. (edited)').waitFor();
    await session.picture('1440-light-edited');
    await session.look('Mia', 'general');

    await page.getByText('The units are one of the biggest forces. (edited)').waitFor();
    await expect.poll(() => page.getByRole('link', { name: /^Replying to Noor The units/ }).count()).toBe(1);
    expect(
      server.world.messages.inChannel(general).filter(({ message }) => message.edited_timestamp),
    ).toHaveLength(1);
  });

  test('are deleted after a question; what answers them says that they are gone', async () => {
    const { page } = session;
    await session.look('Noor', 'general');
    await post().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('group', { name: 'Delete this message?' }).waitFor();
    await session.picture('1440-light-delete');
    await page.keyboard.press('Escape');
    const kept = await post().count();
    await post().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete message' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();

    await page.getByText('Original message was deleted').waitFor();
    expect(kept).toBe(1);
    await expect.poll(() => page.getByText('Why does nobody talk').count()).toBe(0);
  });

  test('are not offered for editing to others; a moderator may delete them', async () => {
    await session.look('Max', 'general');
    await post().click({ button: 'right' });

    expect(await menu().getByRole('menuitem').allInnerTexts()).toEqual([
      'Check this post',
      'Choose',
      'Copy message link',
      'Delete message',
    ]);
  });
});

describe('what a message shows', () => {
  test('names for members, roles and channels, a forward, a reply, a picture', async () => {
    const { page, server } = session;
    await server
      .as(noor, { channelId: general })
      .write(`<@${mia}> <@&${sandboxIds.moderatorRole}> <#${sandboxIds.news}>`);
    await session.look('Mia', 'general');
    const chips = await page.getByRole('article').last().locator('.md-mention').allInnerTexts();
    const forwarded = await page.getByRole('region', { name: 'Forwarded message' }).innerText();
    await session.look('Mia', 'news');

    expect(chips).toEqual(['@Mia', '@Moderators', '#news']);
    expect(forwarded).toContain('Inside Iraq the militias get air cover');
    await expect.poll(() => page.getByRole('img', { name: 'chart.png' }).isVisible()).toBe(true);
  });
});
