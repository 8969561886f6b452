import { API } from '@discordjs/core';
import { REST } from '@discordjs/rest';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discordMessages } from '../../src/adapters/discord/messages.ts';
import { openLog } from '../../src/adapters/log.ts';
import { openPictures } from '../../src/adapters/pictures/pictures.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { digestCard, sharedDigestCard } from '../../src/cards/digest-card.ts';
import { digestPicture } from '../../src/cards/digest-picture.ts';
import { type Digest, digestOf } from '../../src/core/digest.ts';
import { digestForEveryone } from '../../src/core/digest-for-everyone.ts';
import { ChannelId, UserId } from '../../src/core/ids.ts';
import type { Card } from '../../src/ports/message.ts';
import type { Loopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds, sandboxPlan } from '../../src/sandbox/plan.ts';
import { drawPicture } from '../../src/services/digest/draw-picture.ts';
import { words as wordsIn } from '../../src/words/words.ts';
import { quietSource } from '../fakes/example-digest.ts';
import { busySource, crowdedSource } from '../fakes/full-digest.ts';
import { openChromium } from './chromium.ts';
import { openPageSession } from './page-session.ts';

const log = openLog('error', { write() {} });
const pictures = openPictures({ clock: systemClock });
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  await pictures.close();
});

/** Posts a card in the moderators' channel, in the bot's name. */
async function post({ apiUrl, token, world }: Loopback, card: Card): Promise<void> {
  const api = new API(new REST({ version: '10', api: apiUrl }).setToken(token));
  const botId = UserId.parse(world.bot.id);
  const messages = discordMessages(api, async () => ({ botId, applicationId: botId }));
  await messages.post(ChannelId.parse(sandboxIds.moderators), card, { nonce: 'digest' });
}

async function viewOf(digest: Digest, locale: string) {
  const picture = await drawPicture({ pictures, log }, digestPicture(digest, wordsIn(locale)));
  return { digest, today: '2026-03-09', picture };
}

/** As everyone reads it where many asked about each of its claims. */
function sharedOf(digest: Digest) {
  return digestForEveryone(digest, new Set(digest.claims.map(({ claimId }) => claimId)));
}

const sharer = UserId.parse(sandboxIds.max);

describe.each([
  { name: 'full', source: busySource, locale: 'en-US', everyone: false },
  { name: 'empty', source: quietSource(), locale: 'en-US', everyone: false },
  { name: 'overfull', source: crowdedSource, locale: 'de', everyone: false },
  { name: 'shared', source: busySource, locale: 'en-US', everyone: true },
])('the digest: $name', ({ name, source, locale, everyone }) => {
  test.each([
    { width: 1440, theme: 'dark' },
    { width: 1440, theme: 'light' },
    { width: 390, theme: 'dark' },
    { width: 390, theme: 'light' },
  ] as const)('fits at $width pixels, $theme', async ({ width, theme }) => {
    const view = await viewOf(digestOf(source), locale);
    const words = wordsIn(locale);
    await using session = await openPageSession(browser, sandboxPlan, {
      viewport: { width, height: 2_600 },
      colorScheme: theme,
    });
    const { page } = session;
    const card = everyone
      ? sharedDigestCard({ ...view, digest: sharedOf(view.digest) }, sharer, words)
      : digestCard({ ...view, postId: null }, words);
    await post(session.server, card);

    await session.look('Max', 'moderators');

    const article = page.getByRole('article').filter({ hasText: words.say('digest.title') });
    await article.waitFor();
    if (view.picture !== null) {
      const shown = article.locator('.gallery img');
      await expect.poll(() => shown.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(800);
      expect(await shown.getAttribute('alt')).toBe(view.picture.alt);
    }
    await session.picture(`digest-${name}-${width}-${theme}`);
    const overflow = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(overflow).toBe(false);
    expect(session.complaints).toEqual([]);
  });
});
