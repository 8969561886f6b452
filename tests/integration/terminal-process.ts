import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where the program lies. */
export const root = resolve(import.meta.dirname, '../..');

/** A new folder that goes when the test ends. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-terminal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command of the terminal as a process of its own, with no environment but this. */
export async function footnote(args: readonly string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, 'bin/cli.mjs'), ...args], {
    cwd: root,
    env: environment,
  });
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const [out, err] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  return { out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), exitCode: await exited };
}
