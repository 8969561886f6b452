import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Starts the bot as an operator does, with nothing in its environment but what is given; no site is looked at. */
export function startBot(environment: Record<string, string>, cwd = root): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'bin/footnote.mjs')], {
    cwd,
    env: { LINK_CHECK: 'off', ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
