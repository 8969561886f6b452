import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FootnoteError } from '../core/errors.ts';
import { GuildId } from '../core/ids.ts';
import type { Library } from '../library.ts';
import { usualDemo } from './seed-demo.ts';
import type { Invocation, TerminalCommand } from './terminal-command.ts';

/** `sandbox` */
export const sandbox: TerminalCommand = {
  usage: 'sandbox [--data DIR] [--port N] [--demo]',
  purpose: 'the real bot on a pretend Discord in your browser, empty or with made-up use; needs no token',
  positionals: { min: 0, max: 0 },
  options: { data: 'string', port: 'string', demo: 'boolean' },
  needs: [],

  async run(invocation) {
    const { config, options, say, interrupted } = invocation;
    const data = typeof options['data'] === 'string' ? options['data'] : join(tmpdir(), 'footnote-sandbox');
    const dataDir = resolve(data);
    const port = portOption(invocation);

    // Loaded here so that no other command waits for the web server and the page.
    const { startSandbox } = await import('../sandbox/run-sandbox.ts');
    const wantsDemo = options['demo'] === true;
    await using running = await startSandbox(
      { ...config, dataDir },
      { port, ...(wantsDemo ? { prepare: seedSandbox } : {}) },
    );
    say(`Footnote sandbox (a pretend Discord, on this machine only): ${running.address}`);
    if (port !== null && !running.address.endsWith(`:${port}`))
      say(`Port ${port} is taken, so another one is used.`);
    say(`Data is kept in ${dataDir}. Press Ctrl-C to stop.`);
    await interrupted();
    return { json: { address: running.address, dataDir }, text: 'Stopping; your data is kept.' };
  },
};

/** Fills the sandbox's server with a month of made-up use, where nothing was asked or reported in it yet. */
async function seedSandbox({ isUnused, seedDemo }: Library['services']): Promise<void> {
  const { sandboxIds } = await import('../sandbox/plan.ts');
  const guildId = GuildId.parse(sandboxIds.guild);
  if (await isUnused({ guildId })) await seedDemo({ guildId, untilMs: Date.now(), ...usualDemo });
}

function portOption({ options }: Invocation): number | null {
  if (options['port'] === undefined) return null;
  const port = Number(options['port']);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new FootnoteError('usage', { problem: '--port takes a number from 1 to 65535.' });
}
