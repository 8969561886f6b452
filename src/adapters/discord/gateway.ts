import { API, Client, GatewayDispatchEvents, GatewayIntentBits } from '@discordjs/core';
import { DiscordAPIError, HTTPError, REST } from '@discordjs/rest';
import {
  CloseCodes,
  type SessionInfo,
  WebSocketManager,
  type WebSocketManagerOptions,
  WebSocketShardEvents,
} from '@discordjs/ws';
import type {
  APIInteraction,
  RESTAPIPartialCurrentUserGuild,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { errorFacts } from '../../core/error-facts.ts';
import { FootnoteError } from '../../core/errors.ts';
import { GuildId } from '../../core/ids.ts';
import type { Handle, HandleHappening } from '../../incoming.ts';
import type { Files } from '../../ports/files.ts';
import type { Log } from '../../ports/log.ts';
import type { Guilds, Messages } from '../../ports/message.ts';
import { readInteraction } from './call.ts';
import { discordGuilds } from './guilds.ts';
import { noteTaker } from './happenings.ts';
import { whoAmI } from './identity.ts';
import { discordMessages } from './messages.ts';
import { registerCommands } from './register.ts';
import { responderFor } from './responder.ts';
import { discordUploads } from './uploads.ts';

/** Where Discord is and who the bot is there. */
export type DiscordOptions = {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** Told when Discord has closed the connection for good, so that nothing will ever come again. */
  readonly onLost?: (error: FootnoteError) => void;
};

/**
 * None of these is privileged. Guild messages tell which messages were deleted or changed; of those of others
 * Discord leaves out what they say.
 */
const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages;

/** Close codes after which Discord takes no reconnection (Discord API documentation, Gateway close event codes). */
const finalCloseCodes: readonly number[] = [4004, 4010, 4011, 4012, 4013, 4014];

/** What Discord says of the bot. */
export type Inspection = {
  readonly botName: string;
  readonly guilds: readonly {
    readonly id: GuildId;
    readonly name: string;
    readonly permissions: bigint;
  }[];
  readonly commandNames: readonly string[];
};

/** The connection to Discord: REST at once, the Gateway after `connect`. */
export type Discord = {
  readonly messages: Messages;
  readonly guilds: Guilds;
  readonly files: Files;
  /**
   * Registers the commands and starts taking interactions and what else happens.
   *
   * @returns resolves when Discord has said READY on every shard
   */
  connect(
    handle: Handle,
    definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
    onHappening: HandleHappening,
  ): Promise<void>;
  /** Registers the commands alone; true when they were written. */
  register(definitions: readonly RESTPostAPIApplicationCommandsJSONBody[]): Promise<boolean>;
  /** What Discord says of the bot: its name, the servers it is in with its permissions there, its commands. */
  inspect(): Promise<Inspection>;
  /** Closes the Gateway and waits until note is taken of what it brought last; answers still under way go through REST. */
  disconnect(): Promise<void>;
} & AsyncDisposable;

type ToTell = Pick<DiscordOptions, 'log'> & {
  readonly onLost: DiscordOptions['onLost'] | undefined;
  readonly sources: readonly REST[];
  readonly gateway: WebSocketManager;
};

/** Writes into the log what happens to the connection. */
function tellLog({ sources, gateway, log, onLost }: ToTell): void {
  for (const source of sources)
    source.on('rateLimited', ({ timeToReset, scope }) =>
      log.warn({ timeToReset, scope }, 'Discord asks to slow down'),
    );
  gateway.on(WebSocketShardEvents.Error, (error) => log.warn({ error: errorFacts(error) }, 'Gateway error'));
  gateway.on(WebSocketShardEvents.SocketError, (error) =>
    log.warn({ error: errorFacts(error) }, 'Gateway socket error'),
  );
  gateway.on(WebSocketShardEvents.Closed, (code, shardId) => {
    log.info({ code, shardId }, 'Gateway closed');
    if (finalCloseCodes.includes(code)) onLost?.(new FootnoteError('discord.closed', { code }));
  });
  gateway.on(WebSocketShardEvents.Resumed, (shardId) => log.info({ shardId }, 'Gateway resumed'));
}

/** A connection through `@discordjs/core`, which keeps no caches. */
export function openDiscord({ token, apiUrl, log, onLost }: DiscordOptions): Discord {
  const rest = new REST({ version: '10', api: apiUrl }).setToken(token);
  // Discord exempts interaction responses from the global limit, so they do not queue behind it.
  const swiftRest = new REST({
    version: '10',
    api: apiUrl,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  });
  const gateway = new WebSocketManager({ token, intents, rest, ...sessionsOfItsOwn() });
  const client = new Client({ rest, gateway });
  const answers = new API(swiftRest.setToken(token));
  const identity = whoAmI(client.api);
  const notes = noteTaker(log);

  tellLog({ sources: [rest, swiftRest], gateway, log, onLost });

  const register = async (definitions: readonly RESTPostAPIApplicationCommandsJSONBody[]) => {
    const { applicationId } = await identity().catch(asSentence(apiUrl));
    const written = await registerCommands(client.api, applicationId, definitions);
    log.info({ commands: definitions.length, written }, 'commands compared with Discord');
    return written;
  };

  const disconnect = async () => {
    await gateway.destroy({ code: CloseCodes.Normal });
    await notes.settled();
    for (const source of [rest, swiftRest]) {
      source.clearHandlerSweeper();
      source.clearHashSweeper();
    }
  };

  return {
    messages: discordMessages(client.api, identity),
    guilds: discordGuilds(client.api, identity),
    files: discordUploads(apiUrl),
    register,
    async connect(handle, definitions, onHappening) {
      await register(definitions);
      const { botId } = await identity();
      client.on(
        GatewayDispatchEvents.InteractionCreate,
        ({ data }) => void receive({ answers, handle, botId, log }, data),
      );
      gateway.on(WebSocketShardEvents.Dispatch, (event) => notes.take(event, botId, onHappening));
      await gateway.connect();
      log.info({}, 'connected to Discord');
    },
    async inspect() {
      const { id, name } = await client.api.applications.getCurrent().catch(asSentence(apiUrl));
      const guilds = await allGuilds(client.api);
      const commands = await client.api.applicationCommands.getGlobalCommands(id);
      return {
        botName: name,
        guilds: guilds.map((guild) => ({
          id: GuildId.parse(guild.id),
          name: guild.name,
          permissions: BigInt(guild.permissions),
        })),
        commandNames: commands.map((command) => command.name),
      };
    },
    disconnect,
    [Symbol.asyncDispose]: disconnect,
  };
}

/**
 * Sessions kept for one connection. By itself the package keeps them for the whole process, where a second bot of the
 * same token, as in tests, would resume the session of the first.
 */
function sessionsOfItsOwn(): Pick<WebSocketManagerOptions, 'retrieveSessionInfo' | 'updateSessionInfo'> {
  const sessions = new Map<number, SessionInfo>();
  return {
    retrieveSessionInfo: (shardId) => sessions.get(shardId) ?? null,
    updateSessionInfo(shardId, session) {
      if (session === null) sessions.delete(shardId);
      else sessions.set(shardId, session);
    },
  };
}

const guildsPerPage = 200;

/** Every server the bot is in; Discord gives 200 at a time. */
async function allGuilds({ users }: API): Promise<readonly RESTAPIPartialCurrentUserGuild[]> {
  const guilds: RESTAPIPartialCurrentUserGuild[] = [];
  for (;;) {
    const after = guilds.at(-1)?.id;
    const page = await users.getGuilds({ limit: guildsPerPage, ...(after === undefined ? {} : { after }) });
    guilds.push(...page);
    if (page.length < guildsPerPage) return guilds;
  }
}

/** Rethrows the failure of a first request as a sentence that says what to mend. */
function asSentence(apiUrl: string) {
  return (cause: unknown): never => {
    if (cause instanceof DiscordAPIError && cause.status === 401)
      throw new FootnoteError('discord.token-refused', {}, { cause });
    if (cause instanceof DiscordAPIError || cause instanceof HTTPError) throw cause;
    throw new FootnoteError('discord.unreachable', { address: new URL(apiUrl).host }, { cause });
  };
}

type Receiver = {
  readonly answers: API;
  readonly handle: Handle;
  readonly botId: string;
  readonly log: Log;
};

async function receive(
  { answers, handle, botId, log }: Receiver,
  interaction: APIInteraction,
): Promise<void> {
  try {
    const received = readInteraction(interaction, botId);
    if (received !== null) await handle({ ...received, responder: responderFor(answers, interaction) });
  } catch (error) {
    log.error({ error: errorFacts(error) }, 'an interaction could not be read');
  }
}
