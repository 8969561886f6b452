import type { API } from '@discordjs/core';
import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';

type Definition = RESTPostAPIApplicationCommandsJSONBody;

/**
 * Tells Discord the commands when they differ from what it has; otherwise asks and writes nothing.
 * Overwriting what has not changed would use up the day's registrations.
 *
 * @returns whether they were written
 */
export async function registerCommands(
  { applicationCommands }: API,
  applicationId: string,
  definitions: readonly Definition[],
): Promise<boolean> {
  const all = await applicationCommands.getGlobalCommands(applicationId, { with_localizations: true });
  // The command that opens an application's activity is not ours; overwriting without it is refused.
  const entryPoints = all.filter(({ type }) => type === ApplicationCommandType.PrimaryEntryPoint);
  const registered = all.filter((command) => !entryPoints.includes(command));
  if (fingerprint(registered) === fingerprint(definitions)) return false;
  // Sent back as it came: the library types a command it reads more widely than one it sends.
  const untouched = entryPoints as unknown as Definition[];
  await applicationCommands.bulkOverwriteGlobalCommands(applicationId, [...definitions, ...untouched]);
  return true;
}

/** What Discord adds on its own, and what it leaves out when it has its default. */
const added = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'name_localized',
  'description_localized',
]);
const defaults: Readonly<Record<string, unknown>> = {
  nsfw: false,
  required: false,
  autocomplete: false,
  // Menus of messages have none: Discord gives them an empty one.
  description: '',
  default_member_permissions: null,
  name_localizations: null,
  description_localizations: null,
  handler: null,
  type: 1,
};

function fingerprint(definitions: readonly object[]): string {
  return definitions
    .map((definition) => JSON.stringify(normal(definition, true)))
    .sort()
    .join();
}

function normal(value: unknown, isCommand = false): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !added.has(key) && !isDefault(key, item, isCommand))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, normal(item)]);
  return Object.fromEntries(entries);
}

function isDefault(key: string, value: unknown, isCommand: boolean): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (key === 'type') return isCommand && value === 1;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return key in defaults && defaults[key] === value;
}
