import { onTestFinished } from 'vitest';
import { openDiscord } from '../../src/adapters/discord/gateway.ts';
import { openLog } from '../../src/adapters/log.ts';
import { type LoopbackOptions, startLoopback } from '../../src/sandbox/loopback.ts';
import { assertClean } from '../fakes/discord-oracle.ts';

/** The adapter of Discord at a loopback Discord, to which everything that was sent must have been acceptable. */
export async function discordAtLoopback(options: LoopbackOptions = {}) {
  const loopback = await startLoopback(options);
  const discord = openDiscord({
    token: loopback.token,
    apiUrl: loopback.apiUrl,
    log: openLog('silent', { write: () => {} }),
  });
  onTestFinished(async () => {
    await discord.disconnect();
    await loopback.stop();
    assertClean(loopback);
  });
  return { loopback, discord, world: loopback.world };
}
