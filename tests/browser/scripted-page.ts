import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'discord.js';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { openChromium, pictures } from './chromium.ts';
import { startScriptedBot } from './scripted-bot.ts';

/** What each test of a file begins with: a sandbox of its own, the scripted bot in it, and the page, open. */
export class ScriptedPage {
  declare page: Page;
  declare server: Loopback;
  declare bot: Client;
  /** What the page has complained about in the browser's console. */
  complaints: string[] = [];
  #context: BrowserContext | undefined;
  readonly #browser: () => Browser;

  constructor(browser: () => Browser) {
    this.#browser = browser;
  }

  async open(): Promise<void> {
    this.server = await startLoopback();
    this.bot = await startScriptedBot(this.server);
    await this.visit({ width: 1440, height: 900 });
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.bot.destroy();
    await this.server.stop();
  }

  /** Opens the page for somebody who was never there. */
  async visit(viewport: { width: number; height: number }, colorScheme: 'dark' | 'light' = 'dark') {
    await this.#context?.close();
    this.#context = await this.#browser().newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    this.#context.setDefaultTimeout(30_000);
    this.page = await this.#context.newPage();
    this.complaints = [];
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') this.complaints.push(line.text());
    });
    await this.page.goto(`${this.server.origin}/`);
    await this.composer().waitFor();
  }

  composer = () => this.page.getByRole('combobox', { name: /^Message #/ });
  lastMessage = () => this.page.getByRole('article').last();
  type = (keys: string) => this.page.keyboard.type(keys);
  picture = (name: string) => this.page.screenshot({ path: join(pictures, `${name}.png`) });

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async runSummary(): Promise<void> {
    await this.composer().focus();
    await this.type('/summary');
    await this.press('Enter');
    await this.page.getByRole('heading', { name: 'A contested post' }).waitFor();
  }

  /** Moves on by a key until the focused element has this name. */
  async tabTo(name: string, key = 'Tab'): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
      await this.page.keyboard.press(key);
      const focused = await this.page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
      if (focused.startsWith(name)) return;
    }
    throw new Error(`Tab does not reach "${name}"`);
  }
}

/** Opens a page before each test of the file that calls this, and closes it after. */
export function scriptedPage(): ScriptedPage {
  let browser: Browser;
  const at = new ScriptedPage(() => browser);
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await openChromium();
  });
  afterAll(() => browser.close());
  beforeEach(() => at.open());
  afterEach(() => at.close());
  return at;
}
