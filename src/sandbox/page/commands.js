/** @import { APIApplicationCommand } from 'discord-api-types/v10' */
/** @import { Persona } from '../page-api.ts' */

/**
 * A value a person can give to a command, in the words of a locale.
 *
 * @typedef {object} CommandOption
 * @property {string} name - as the bot knows it
 * @property {string} label
 * @property {string} description
 * @property {number} type - Discord's option type: 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 9 mentionable, 10 number, 11 attachment
 * @property {boolean} required
 * @property {boolean} autocomplete
 * @property {readonly { label: string, value: string | number }[]} choices
 * @property {number | undefined} minimum - of a number
 * @property {number | undefined} maximum
 * @property {number | undefined} minLength - of a string
 * @property {number | undefined} maxLength
 *
 * A slash command or subcommand that can be run.
 *
 * @typedef {object} CommandLeaf
 * @property {string} path - as the bot knows it, such as `claim lookup`
 * @property {string} label - in the person's locale
 * @property {string} description
 * @property {readonly CommandOption[]} options - required ones first
 */

/**
 * The fields of Discord's many option types that the page reads.
 *
 * @typedef {object} RawOption
 * @property {number} type
 * @property {string} name
 * @property {Partial<Record<string, string | null>> | null} [name_localizations]
 * @property {string} description
 * @property {Partial<Record<string, string | null>> | null} [description_localizations]
 * @property {boolean} [required]
 * @property {boolean} [autocomplete]
 * @property {readonly { name: string, value: string | number, name_localizations?: Partial<Record<string, string | null>> | null }[]} [choices]
 * @property {readonly RawOption[]} [options]
 * @property {number} [min_value]
 * @property {number} [max_value]
 * @property {number} [min_length]
 * @property {number} [max_length]
 */

const SLASH = 1;
const MESSAGE_MENU = 3;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const STRING = 3;

/** Source: Discord's reference, "Permissions". */
const ADMINISTRATOR = 1n << 3n;

/** Whether a client would list a command; who may really use it, the bot decides. @param {APIApplicationCommand} command @param {Persona | undefined} persona */
function isOffered(command, persona) {
  const { default_member_permissions: needed } = command;
  if (needed == null) return true;
  const held = BigInt(persona?.permissions ?? 0);
  if ((held & ADMINISTRATOR) !== 0n) return true;
  return needed !== '0' && (held & BigInt(needed)) === BigInt(needed);
}

/**
 * @template {{ name: string, name_localizations?: Partial<Record<string, string | null>> | null }} T
 * @param {T} named
 * @param {string} locale
 */
export const localName = (named, locale) => named.name_localizations?.[locale] ?? named.name;

/** @param {RawOption | APIApplicationCommand} described @param {string} locale */
const localDescription = (described, locale) =>
  described.description_localizations?.[/** @type {'de'} one of many keys */ (locale)] ??
  described.description;

/**
 * All slash commands and subcommands that a persona is offered.
 *
 * @param {readonly APIApplicationCommand[]} commands
 * @param {string} locale
 * @param {Persona | undefined} persona
 * @returns {CommandLeaf[]}
 */
export function slashCommands(commands, locale, persona) {
  return commands
    .filter((command) => command.type === SLASH && isOffered(command, persona))
    .flatMap((command) => leavesOf(command, locale, { path: '', label: '' }))
    .sort((one, other) => one.path.localeCompare(other.path, 'en'));
}

/**
 * @param {readonly APIApplicationCommand[]} commands
 * @param {Persona | undefined} persona
 */
export function messageMenus(commands, persona) {
  return commands.filter((command) => command.type === MESSAGE_MENU && isOffered(command, persona));
}

/**
 * @param {RawOption | APIApplicationCommand} command
 * @param {string} locale
 * @param {{ path: string, label: string }} above
 * @returns {CommandLeaf[]}
 */
function leavesOf(command, locale, above) {
  const path = `${above.path} ${command.name}`.trim();
  const label = `${above.label} ${localName(command, locale)}`.trim();
  /** @type {readonly RawOption[]} */
  const options = command.options ?? [];
  const below = options.filter((one) => one.type === SUBCOMMAND || one.type === SUBCOMMAND_GROUP);
  if (below.length > 0) return below.flatMap((one) => leavesOf(one, locale, { path, label }));
  const own = options.map((one) => optionOf(one, locale));
  const sorted = [...own.filter((one) => one.required), ...own.filter((one) => !one.required)];
  return [{ path, label, description: localDescription(command, locale), options: sorted }];
}

/** @param {RawOption} raw @param {string} locale @returns {CommandOption} */
function optionOf(raw, locale) {
  return {
    name: raw.name,
    label: localName(raw, locale),
    description: localDescription(raw, locale),
    type: raw.type,
    required: raw.required === true,
    autocomplete: raw.autocomplete === true,
    choices: (raw.choices ?? []).map((one) => ({ label: localName(one, locale), value: one.value })),
    minimum: raw.min_value,
    maximum: raw.max_value,
    minLength: raw.min_length,
    maxLength: raw.max_length,
  };
}

/**
 * The commands that fit what was typed behind the slash: those that start so, then those that hold it.
 *
 * @param {readonly CommandLeaf[]} leaves
 * @param {string} typed
 */
export function fittingCommands(leaves, typed) {
  const wanted = typed.trim().toLowerCase();
  const names = (/** @type {CommandLeaf} */ leaf) => [leaf.path, leaf.label.toLowerCase()];
  const starting = leaves.filter((leaf) => names(leaf).some((name) => name.startsWith(wanted)));
  const holding = leaves.filter(
    (leaf) =>
      !starting.includes(leaf) &&
      [...names(leaf), leaf.description.toLowerCase()].some((text) => text.includes(wanted)),
  );
  return [...starting, ...holding];
}

/**
 * Reads a line such as `/claim lookup who pays`: the longest command it starts with, and what follows.
 *
 * @param {readonly CommandLeaf[]} leaves
 * @param {string} line
 * @returns {{ leaf: CommandLeaf, rest: string, complete: boolean } | null} `complete` once a space or more follows the name
 */
export function readLine(leaves, line) {
  if (!line.startsWith('/')) return null;
  const typed = line.slice(1);
  const lower = typed.toLowerCase();
  const found = leaves
    .flatMap((leaf) => [leaf.path, leaf.label.toLowerCase()].map((name) => ({ leaf, name })))
    .filter(({ name }) => lower === name || lower.startsWith(`${name} `) || lower.startsWith(`${name}\n`))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  if (!found) return null;
  const { leaf, name } = found;
  return { leaf, rest: typed.slice(name.length).trim(), complete: typed.length > name.length };
}

/** Where text behind a command's name goes: its first required string, or its first string. @param {CommandLeaf} leaf */
export function mainOption(leaf) {
  const strings = leaf.options.filter((one) => one.type === STRING);
  return strings.find((one) => one.required) ?? strings[0];
}
