import type { Config } from '../../config/schema.ts';
import { type App, buildApp } from '../app.ts';
import type { Web } from '../ports/web.ts';
import { type Loopback, startLoopback } from './loopback.ts';
import { sandboxStory } from './story.ts';

const usualPort = 4747;

/** A running sandbox: the loopback Discord, its page, and the real bot connected to it. */
export type Sandbox = AsyncDisposable & {
  /** Where the page is, on this machine only. */
  readonly address: string;
};

type Wishes = {
  /** Another port is taken when this one is in use. */
  readonly port: number | null;
  /** What is done with the bot's services before it connects. */
  readonly prepare?: (services: App['services']) => Promise<void>;
  /** The web in which pages are read; the public one by default. */
  readonly web?: Web;
};

/**
 * Starts the sandbox and waits until the bot is ready.
 *
 * @param config - its token and API address are replaced by the sandbox's own, and no site is asked anything by itself
 */
export async function startSandbox(config: Config, { port, prepare, web }: Wishes): Promise<Sandbox> {
  const loopback = await startOnFreePort(port ?? usualPort);
  try {
    const inSandbox = {
      ...config,
      discordToken: loopback.token,
      discordApiUrl: loopback.apiUrl,
      allowedGuilds: [],
      linkCheck: false,
    };
    const app = await buildApp(inSandbox, web === undefined ? {} : { web });
    await prepare?.(app.services);
    await app.start();
    return {
      address: loopback.origin,
      async [Symbol.asyncDispose]() {
        await app.stop();
        await loopback.stop();
      },
    };
  } catch (error) {
    await loopback.stop();
    throw error;
  }
}

async function startOnFreePort(port: number): Promise<Loopback> {
  try {
    return await startLoopback({ port, world: sandboxStory });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return startLoopback({ port: 0, world: sandboxStory });
    throw error;
  }
}
