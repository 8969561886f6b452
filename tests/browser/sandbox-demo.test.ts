import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openChromium, pictures } from './chromium.ts';

const program = resolve(import.meta.dirname, '../../bin/cli.mjs');
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** Starts the sandbox as somebody types it; `stop` presses Ctrl-C and returns the exit code. */
async function demoSandbox(dataDir: string) {
  const child = spawn(process.execPath, [program, 'sandbox', '--demo', '--data', dataDir], {
    env: {},
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const [line]: readonly string[] = await once(createInterface(child.stderr), 'line');
  const address = /http:\S+/.exec(line ?? '')?.[0];
  if (address === undefined) throw new Error(`no address in “${line}”`);
  return {
    address,
    async stop(): Promise<unknown> {
      child.kill('SIGINT');
      const [exitCode] = await exited;
      return exitCode;
    },
  };
}

/** What a moderator who types `/digest` reads, once its picture is there. */
async function digestIn(address: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 2_600 } });
  await page.goto(`${address}/?as=Max&channel=general&theme=dark&locale=en-US`);
  await page.getByRole('combobox', { name: /^Message #/ }).click();
  await page.keyboard.type('/digest');
  await page.keyboard.press('Enter');
  const card = page.getByRole('article').last();
  await card.getByText('Made up for demonstration').waitFor();
  const picture = card.locator('.gallery img');
  await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(800);
  await page.screenshot({ path: join(pictures, 'real-demo-digest.png') });
  const text = await card.innerText();
  await page.close();
  return text;
}

describe('the sandbox with made-up use', () => {
  it('gives a moderator a digest with its picture, and is filled once however often it starts', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'footnote-demo-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));

    const first = await demoSandbox(dataDir);
    const digest = await digestIn(first.address);
    const stopped = await first.stop();
    const second = await demoSandbox(dataDir);
    const again = await digestIn(second.address);

    const asked = /\d+ questions?/.exec(digest)?.[0];
    expect(asked).toBeDefined();
    expect(again).toContain(asked);
    expect([stopped, await second.stop()]).toEqual([0, 0]);
  });
});
