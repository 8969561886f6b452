import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import type { WorldPlan } from '../../src/sandbox/plan.ts';
import { pictures } from './chromium.ts';
import { startScriptedBot } from './scripted-bot.ts';

/** A page of a sandbox of its own, with the scripted bot. */
export type PageSession = AsyncDisposable & {
  readonly server: Loopback;
  readonly page: Page;
  /** What the page has complained about in the browser's console. */
  readonly complaints: readonly string[];
  /** Looks through the eyes of someone, by name, at a channel, by name. */
  look(as: string, channel: string): Promise<void>;
  picture(name: string): Promise<unknown>;
};

/** Opens the page; `look` must follow. */
export async function openPageSession(
  browser: Browser,
  world: WorldPlan,
  options: BrowserContextOptions = {},
): Promise<PageSession> {
  mkdirSync(pictures, { recursive: true });
  const server = await startLoopback({ world });
  const bot = await startScriptedBot(server);
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  return {
    server,
    page,
    complaints,
    async look(as, channel) {
      await page.goto(`${server.origin}/?as=${as}&channel=${channel}&locale=en-US`);
      await page.getByRole('combobox', { name: /^Message [#@]/ }).waitFor();
      await page.getByText('Loading the channel…').waitFor({ state: 'hidden' });
    },
    picture: (name) => page.screenshot({ path: join(pictures, `${name}.png`) }),
    async [Symbol.asyncDispose]() {
      await context.close();
      await bot.destroy();
      await server.stop();
    },
  };
}
