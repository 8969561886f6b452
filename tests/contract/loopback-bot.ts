import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Loopback } from '../../src/sandbox/loopback.ts';

/** A bot made of discord.js, which knows nothing of this project. */
export type LoopbackBot = {
  readonly client: Client<true>;
  /** What the bot does with the next interactions. */
  onInteraction(work: (interaction: Interaction) => Promise<unknown>): void;
  stop(): Promise<void>;
};

/** Logs a discord.js client in at a loopback Discord. */
export async function startBot(
  loopback: Loopback,
  options: Partial<ClientOptions> = {},
): Promise<LoopbackBot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: loopback.apiUrl, version: '10', retries: 1 },
    allowedMentions: { parse: [] },
    ...options,
  });
  let work: (interaction: Interaction) => Promise<unknown> = async () => undefined;
  client.on(Events.InteractionCreate, (interaction) => void work(interaction));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(loopback.token);
  return {
    client: await ready,
    onInteraction(next) {
      work = next;
    },
    stop: () => client.destroy(),
  };
}
