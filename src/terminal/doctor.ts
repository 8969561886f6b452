import { existsSync } from 'node:fs';
import type { Config } from '../../config/schema.ts';
import { commandDefinitions } from '../app.ts';
import { may, type PermissionName } from '../core/access.ts';
import { failureOf } from '../failure.ts';
import { openLibrary } from '../library.ts';
import { type Discord, databaseFile, type Inspection, reachDiscord } from '../outside.ts';
import type { DigestPause } from '../ports/digest-stores.ts';
import type { ChannelCheck } from '../services/servers/check-channel.ts';
import type { Finding } from './finding.ts';
import { inspectSpend, inspectVectors } from './inspect-models.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** What the bot needs in a server, as Discord names it in its settings. */
export type NeededPermission = {
  readonly permission: PermissionName;
  readonly name: string;
  readonly why: string;
};

/**
 * What the bot needs in a server: the invite link of the README grants exactly this. Files of private answers need no
 * permission.
 */
export const neededPermissions: readonly NeededPermission[] = [
  { permission: 'viewChannel', name: 'View Channels', why: 'to see where it posts' },
  { permission: 'sendMessages', name: 'Send Messages', why: 'to post cases, context and shared cards' },
  { permission: 'sendMessagesInThreads', name: 'Send Messages in Threads', why: 'to post them in threads' },
  {
    permission: 'readMessageHistory',
    name: 'Read Message History',
    why: 'to reply to reported messages, and to see which of them are gone',
  },
  { permission: 'attachFiles', name: 'Attach Files', why: 'to post digests with their picture' },
];

/** `doctor` */
export const doctor: TerminalCommand = {
  usage: 'doctor',
  purpose: 'checks configuration, data and Discord, and says what to mend',
  positionals: { min: 0, max: 0 },
  options: {},
  needs: [],

  async run({ config }) {
    const data = await checked('data', () => inspectData(config));
    const readable = data.every(({ ok }) => ok);
    const findings = [
      { check: 'Node', ok: true, detail: process.versions.node },
      { check: 'configuration', ok: true, detail: 'every key that is set can be read' },
      ...data,
      ...(readable ? await checked('outbox', () => inspectOutbox(config)) : []),
      ...(readable ? await checked('links', () => inspectLinks(config)) : []),
      ...(readable ? await checked('digests', () => inspectDigests(config)) : []),
      ...(readable ? await checked('embeddings', () => inspectVectors(config)) : []),
      ...(readable ? await checked('models', () => inspectSpend(config)) : []),
      ...(config.discordToken === null
        ? [
            {
              check: 'Discord',
              ok: false,
              detail: 'DISCORD_TOKEN is not set: the sandbox works, Discord does not.',
            },
          ]
        : await checked('Discord', () => inspectDiscord(config, readable))),
    ];
    const text = findings
      .map(({ check, ok, detail }) => `${ok ? 'ok  ' : 'mend'}  ${check}: ${detail}`)
      .join('\n');
    const healthy = findings.every(({ ok }) => ok);
    return { json: { healthy, findings }, text, ...(healthy ? {} : { exitCode: 1 as const }) };
  },
};

async function checked(
  check: string,
  inspect: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await inspect();
  } catch (error) {
    return [{ check, ok: false, detail: failureOf(error).sentence }];
  }
}

async function inspectData(config: Config): Promise<readonly Finding[]> {
  const file = databaseFile(config);
  const fresh = !existsSync(file);
  await using library = await openLibrary(config, 'read');
  const dossiers = await library.services.listDossiers({ guildId: null });
  const where = fresh ? `${file} will be made at the first start` : file;
  return [{ check: 'data', ok: true, detail: `${where}; shared dossiers: ${dossiers.length}` }];
}

/** How long, in ms, something may wait to be sent while all is well: a refusal is tried again within an hour. */
const patienceMs = 3_600_000;

async function inspectOutbox(config: Config): Promise<readonly Finding[]> {
  await using library = await openLibrary(config, 'read');
  const { items, oldestMs } = await library.services.readBacklog();
  if (items === 0) return [{ check: 'outbox', ok: true, detail: 'nothing waits to be sent' }];
  const ok = oldestMs < patienceMs;
  const waits = `waiting to be sent: ${items}; the oldest for ${inWords(oldestMs)}`;
  const mend = 'start the bot, or see in its log what Discord refuses';
  return [{ check: 'outbox', ok, detail: ok ? waits : `${waits}: ${mend}` }];
}

async function inspectLinks(config: Config): Promise<readonly Finding[]> {
  await using library = await openLibrary(config, 'read');
  const { addresses, dead, unknown } = await library.services.countLinks();
  const counts = `of sources: ${addresses}; dead: ${dead}; not checked yet: ${unknown}`;
  // A dead link is the moderators' to replace, not a fault of the installation.
  return [{ check: 'links', ok: true, detail: config.linkCheck ? counts : `${counts}; LINK_CHECK is off` }];
}

/** What to do about scheduled digests that have stopped. */
const mendDigests: Readonly<Record<DigestPause, string>> = {
  'no-channel': 'it has no moderators’ channel; choose one in /settings',
  unseen:
    'the bot cannot see its moderators’ channel, or it is gone; allow “View Channels” there, or choose another in /settings',
  closed:
    'the bot may not write in its moderators’ channel; allow “Send Messages” there, or choose another in /settings',
};

async function inspectDigests(config: Config): Promise<readonly Finding[]> {
  await using library = await openLibrary(config, 'read');
  const { total, paused } = await library.services.countDigests();
  return [
    { check: 'digests', ok: true, detail: `servers with a schedule: ${total}; stopped: ${paused.length}` },
    ...paused.map(({ guildId, why }) => ({
      check: `digests of server ${guildId}`,
      ok: false,
      detail: `stopped: ${mendDigests[why]}, and press Resume there, under “Digest”`,
    })),
  ];
}

function inWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1_440)} days`;
}

async function inspectDiscord(config: Config, readable: boolean): Promise<readonly Finding[]> {
  await using discord = reachDiscord(config);
  const { botName, guilds, commandNames } = await discord.inspect();
  const missing = commandDefinitions().filter(({ name }) => !commandNames.includes(name));
  return [
    { check: 'Discord', ok: true, detail: `signed in as ${botName}; servers: ${guilds.length}` },
    {
      check: 'commands',
      ok: missing.length === 0,
      detail:
        missing.length === 0
          ? 'registered'
          : 'not registered yet: run "npm start" or "footnote deploy-commands"',
    },
    ...guilds.map(({ name, permissions }) => {
      const lacking = neededPermissions.filter(({ permission }) => !may(permissions, permission));
      const detail = lacking.map((one) => `allow “${one.name}” ${one.why}`).join('; ');
      return {
        check: `server ${name}`,
        ok: lacking.length === 0,
        detail: detail || 'all permissions are there',
      };
    }),
    ...(readable ? await inspectChannels(config, discord, guilds) : []),
  ];
}

/** Whether cases can still be posted in the moderators' channel of each server that has one. */
async function inspectChannels(
  config: Config,
  discord: Discord,
  guilds: Inspection['guilds'],
): Promise<readonly Finding[]> {
  await using library = await openLibrary(config, 'read', discord);
  const { readSettings, settingsOf } = library.services;
  const findings: Finding[] = [];
  for (const { id: guildId, name } of guilds) {
    if ((await settingsOf({ guildId })).moderatorsChannel === null) continue;
    const { channel } = await readSettings({ guildId });
    if (channel === null) continue;
    findings.push({ check: `moderators’ channel of ${name}`, ...channelFinding(channel) });
  }
  return findings;
}

function channelFinding(channel: ChannelCheck): Pick<Finding, 'ok' | 'detail'> {
  switch (channel.state) {
    case 'usable':
      return channel.files
        ? { ok: true, detail: 'cases and digests can be posted there' }
        : {
            ok: false,
            detail: 'cases can be posted there; allow “Attach Files”, so that digests have a picture',
          };
    case 'lacks': {
      const names = neededPermissions.filter(({ permission }) =>
        channel.permissions.some((lacking) => lacking === permission),
      );
      return { ok: false, detail: `allow there ${names.map(({ name }) => `“${name}”`).join(', ')}` };
    }
    case 'unseen':
      return {
        ok: false,
        detail:
          'the bot cannot see it, or it is gone: allow “View Channels” there, or choose another in /settings',
      };
    case 'no-text-channel':
      return { ok: false, detail: 'it is no text channel: choose another in /settings' };
    case 'unchecked':
      return { ok: false, detail: 'Discord did not say how it stands: try again' };
  }
}
