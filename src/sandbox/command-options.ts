import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { attachmentLimitBytes } from './attachments.ts';

/** A file that a person hands over with a command. */
export type GivenFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its sender takes it for; `application/octet-stream` when absent. */
  readonly contentType?: string;
};

/** What a person typed or handed over in the options of a command, by option name. */
export type Given = Readonly<Record<string, string | number | boolean | GivenFile>>;

/** The same as the bot gets it: ids in the place of files. */
export type Sent = Readonly<Record<string, string | number | boolean>>;

/** A registered command, with the subcommand that was named, and the options it takes. */
export type FoundCommand = {
  readonly command: APIApplicationCommand;
  /** Names of the subcommand group and the subcommand, outermost first. */
  readonly inside: readonly string[];
  readonly options: readonly APIApplicationCommandBasicOption[];
};

/** The slash command that words such as `claim lookup` name, among the visible ones. */
export function findSlashCommand(
  commands: readonly APIApplicationCommand[],
  words: string,
): FoundCommand | undefined {
  const [name, ...inside] = words.trim().split(/\s+/);
  const command = commands.find((one) => one.type === 1 && one.name === name);
  if (command === undefined) return undefined;
  let options = command.options ?? [];
  for (const word of inside) {
    const next = options.find((option) => option.name === word);
    if (next?.type !== Option.Subcommand && next?.type !== Option.SubcommandGroup) return undefined;
    options = next.options ?? [];
  }
  const basic = options.filter(
    (option): option is APIApplicationCommandBasicOption =>
      option.type !== Option.Subcommand && option.type !== Option.SubcommandGroup,
  );
  return basic.length === options.length ? { command, inside, options: basic } : undefined;
}

/**
 * What Discord's client would object to before it sends the command.
 *
 * @returns one sentence, or undefined when it would send it
 */
export function objectionTo(
  options: readonly APIApplicationCommandBasicOption[],
  given: Given,
): string | undefined {
  const stranger = Object.keys(given).find((name) => !options.some((option) => option.name === name));
  if (stranger !== undefined) return `This command has no option "${stranger}".`;
  return options
    .map((option) => optionObjection(option, given[option.name]))
    .find((found) => found !== undefined);
}

function optionObjection(
  option: APIApplicationCommandBasicOption,
  value: Given[string] | undefined,
): string | undefined {
  if (value === undefined)
    return option.required === true ? `The option "${option.name}" is required.` : undefined;
  if (!hasType(option.type, value)) return `The option "${option.name}" has another type.`;
  if (typeof value === 'object' && value.bytes.byteLength > attachmentLimitBytes)
    return `The file "${value.name}" is larger than ${attachmentLimitBytes / 1024 / 1024} MiB.`;
  if (option.type === Option.String && typeof value === 'string') {
    const max = option.max_length ?? 6_000;
    if (value.length > max) return `The option "${option.name}" takes at most ${max} characters.`;
    if (value.length < (option.min_length ?? 0)) return `The option "${option.name}" takes more characters.`;
  }
  if ((option.type === Option.Integer || option.type === Option.Number) && typeof value === 'number') {
    const outside = value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity);
    if (outside) return `The option "${option.name}" takes another number.`;
  }
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const isOffered = choices.length === 0 || choices.some((choice) => choice.value === value);
  return isOffered ? undefined : `The option "${option.name}" offers no such choice.`;
}

function hasType(type: Option, value: Given[string]): boolean {
  if (type === Option.Attachment) return typeof value === 'object';
  if (type === Option.Boolean) return typeof value === 'boolean';
  if (type === Option.Number) return typeof value === 'number';
  if (type === Option.Integer) return Number.isInteger(value);
  return typeof value === 'string';
}

/**
 * The options as an interaction carries them, nested in their subcommand.
 *
 * @param focused - the option being typed in, for autocomplete
 */
export function optionData<Type extends InteractionType>(
  { inside, options }: FoundCommand,
  given: Sent,
  focused?: string,
): APIApplicationCommandInteractionDataOption<Type>[] {
  const leaves = options.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined) return [];
    const isFocused = option.name === focused;
    // `hasType` has held the value to the option's type; TypeScript cannot join the two across the union.
    return [
      { name: option.name, type: option.type, value, ...(isFocused ? { focused: true } : {}) },
    ] as unknown as APIApplicationCommandInteractionDataBasicOption<Type>[];
  });
  const [last, ...outer] = [...inside].reverse();
  if (last === undefined) return leaves;
  const sub = { name: last, type: Option.Subcommand, options: leaves } as const;
  const [group] = outer;
  return group === undefined ? [sub] : [{ name: group, type: Option.SubcommandGroup, options: [sub] }];
}
