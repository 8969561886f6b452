import { existsSync } from 'node:fs';
import type { Config } from '../../config/schema.ts';
import { commandDefinitions, databaseFile, openLibrary, reachDiscord } from '../app.ts';
import { may, type PermissionName } from '../core/access.ts';
import { failureOf } from '../failure.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** One thing looked at: how it is and, where it is not well, what to do. */
export type Finding = { readonly check: string; readonly ok: boolean; readonly detail: string };

/** What the bot needs in a server: the invite link of the README grants it. */
const needed: readonly { permission: PermissionName; name: string; why: string }[] = [
  { permission: 'viewChannel', name: 'View Channels', why: 'to share cards' },
  { permission: 'sendMessages', name: 'Send Messages', why: 'to share cards' },
  { permission: 'sendMessagesInThreads', name: 'Send Messages in Threads', why: 'to share cards in threads' },
];

/** `doctor` */
export const doctor: TerminalCommand = {
  usage: 'doctor',
  purpose: 'checks configuration, data and Discord, and says what to mend',
  positionals: { min: 0, max: 0 },
  options: {},
  needs: [],

  async run({ config }) {
    const findings = [
      { check: 'Node', ok: true, detail: process.versions.node },
      { check: 'configuration', ok: true, detail: 'every key that is set can be read' },
      ...(await checked('data', () => inspectData(config))),
      ...(config.discordToken === null
        ? [
            {
              check: 'Discord',
              ok: false,
              detail: 'DISCORD_TOKEN is not set: the sandbox works, Discord does not.',
            },
          ]
        : await checked('Discord', () => inspectDiscord(config))),
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

async function inspectDiscord(config: Config): Promise<readonly Finding[]> {
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
      const lacking = needed.filter(({ permission }) => !may(permissions, permission));
      const detail = lacking.map((one) => `allow “${one.name}” ${one.why}`).join('; ');
      return {
        check: `server ${name}`,
        ok: lacking.length === 0,
        detail: detail || 'all permissions are there',
      };
    }),
  ];
}
