import {
  Locale,
  ApplicationCommandOptionType as Option,
  ApplicationCommandType as Type,
} from 'discord-api-types/v10';
import { badLength, badText, type Complaint, invalid, required } from './complaints.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';

/** Discord's limits for commands, from its reference (August 2026). */
export const commandLimits = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choiceText: 100,
  stringOption: 6_000,
  /** Names, descriptions and values of one command together. */
  total: 8_000,
  perType: { [Type.ChatInput]: 100, [Type.User]: 15, [Type.Message]: 15 },
} as const;

type Path = Complaint['path'];

/** What Discord allows in the name of a slash command or option. */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Everything Discord would refuse in one command. */
export function commandComplaints(command: JsonObject, path: Path = []): readonly Complaint[] {
  const isSlash = numberOf(command.type, Type.ChatInput) === Type.ChatInput;
  const total = lengthOf(command);
  const menuExtras = isSlash ? [] : menuComplaints(command, path);
  return [
    ...(isSlash
      ? [
          ...slashNameComplaints(command, path),
          ...badText(command.description, [...path, 'description'], 1, commandLimits.description),
        ]
      : badText(command.name, [...path, 'name'], 1, commandLimits.name)),
    ...menuExtras,
    ...localizationComplaints(command, path),
    ...optionListComplaints(command, path, isSlash ? 'command' : 'none'),
    ...(total > commandLimits.total
      ? [
          {
            path,
            code: 'APPLICATION_COMMAND_TOO_LARGE',
            message: `Command exceeds maximum size (${commandLimits.total})`,
          },
        ]
      : []),
  ];
}

/** Everything Discord would refuse in the list of a bulk overwrite. */
export function commandListComplaints(commands: readonly JsonObject[]): readonly Complaint[] {
  const typeOf = (command: JsonObject) => numberOf(command.type, Type.ChatInput);
  const names = new Set<string>();
  const doubles = commands.flatMap((command, index) => {
    const key = `${typeOf(command)} ${String(command.name)}`;
    if (!names.has(key)) {
      names.add(key);
      return [];
    }
    return [
      {
        path: [index, 'name'],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      },
    ];
  });
  const crowds = Object.entries(commandLimits.perType).flatMap(([type, max]) =>
    commands.filter((command) => typeOf(command) === Number(type)).length > max
      ? [{ path: [], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` }]
      : [],
  );
  return [
    ...commands.flatMap((command, index) => commandComplaints(command, [index])),
    ...doubles,
    ...crowds,
  ];
}

function slashNameComplaints(named: JsonObject, path: Path): readonly Complaint[] {
  const name = textOf(named.name);
  if (name === undefined) return [required([...path, 'name'])];
  if (slashName.test(name) && name === name.toLowerCase()) return [];
  return [
    { path: [...path, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' },
  ];
}

function menuComplaints(command: JsonObject, path: Path): readonly Complaint[] {
  const description = textOf(command.description) ?? '';
  return description === ''
    ? []
    : [invalid([...path, 'description'], 'Context menu commands cannot have a description')];
}

function localizationComplaints(named: JsonObject, path: Path): readonly Complaint[] {
  const locales: readonly string[] = Object.values(Locale);
  return [
    ['name_localizations', commandLimits.name] as const,
    ['description_localizations', commandLimits.description] as const,
  ].flatMap(([field, max]) =>
    Object.entries(objectOf(named[field])).flatMap(([locale, value]) => [
      ...(locales.includes(locale) ? [] : [invalid([...path, field, locale], 'Not a locale of Discord.')]),
      ...badText(value, [...path, field, locale], 1, max),
    ]),
  );
}

function optionListComplaints(
  owner: JsonObject,
  path: Path,
  level: 'command' | 'group' | 'subcommand' | 'none',
): readonly Complaint[] {
  const options = objectsOf(owner.options);
  const here = [...path, 'options'];
  if (level === 'none')
    return options.length === 0 ? [] : [invalid(here, 'Context menu commands cannot have options')];
  const isNested = ({ type }: JsonObject) => type === Option.Subcommand || type === Option.SubcommandGroup;
  const mixed = options.some(isNested) && !options.every(isNested);
  const names = new Set(options.map(({ name }) => name));
  const firstOptional = options.findIndex((option) => !isNested(option) && option.required !== true);
  const late =
    firstOptional < 0 ? [] : options.slice(firstOptional).filter((option) => option.required === true);
  return [
    ...(options.length > commandLimits.options ? [badLength(here, 0, commandLimits.options)] : []),
    ...(mixed
      ? [
          invalid(
            here,
            'Sub-command and sub-command group option types are mutually exclusive to other types',
          ),
        ]
      : []),
    ...(names.size < options.length
      ? [
          {
            path: here,
            code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
            message: 'Option names must be unique',
          },
        ]
      : []),
    ...(late.length > 0
      ? [
          {
            path: here,
            code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            message: 'Required options must be placed before non-required options',
          },
        ]
      : []),
    ...options.flatMap((option, index) => optionComplaints(option, [...here, index], level)),
  ];
}

function optionComplaints(
  option: JsonObject,
  path: Path,
  level: 'command' | 'group' | 'subcommand',
): readonly Complaint[] {
  const own = [
    ...slashNameComplaints(option, path),
    ...badText(option.description, [...path, 'description'], 1, commandLimits.description),
    ...localizationComplaints(option, path),
  ];
  const misplaced = [...own, invalid([...path, 'type'], 'This option type is not allowed here.')];
  switch (option.type) {
    case Option.SubcommandGroup:
      return level === 'command' ? [...own, ...optionListComplaints(option, path, 'group')] : misplaced;
    case Option.Subcommand:
      return level === 'subcommand'
        ? misplaced
        : [...own, ...optionListComplaints(option, path, 'subcommand')];
    default:
      if (level === 'group' || !(Number(option.type) in Option)) return misplaced;
      return [...own, ...choiceListComplaints(option, path), ...rangeComplaints(option, path)];
  }
}

function choiceListComplaints(option: JsonObject, path: Path): readonly Complaint[] {
  const choices = objectsOf(option.choices);
  const here = [...path, 'choices'];
  const both = choices.length > 0 && option.autocomplete === true;
  return [
    ...(choices.length > commandLimits.choices ? [badLength(here, 0, commandLimits.choices)] : []),
    ...(both ? [invalid(here, 'Autocomplete cannot be used with choices.')] : []),
    ...choices.flatMap((choice, index) => [
      ...badText(choice.name, [...here, index, 'name'], 1, commandLimits.choiceText),
      ...(option.type === Option.String
        ? badText(choice.value, [...here, index, 'value'], 1, commandLimits.choiceText)
        : []),
      ...(option.type !== Option.String && typeof choice.value !== 'number'
        ? [required([...here, index, 'value'])]
        : []),
    ]),
  ];
}

function rangeComplaints(option: JsonObject, path: Path): readonly Complaint[] {
  const min = numberOf(option.min_length, 0);
  const max = numberOf(option.max_length, commandLimits.stringOption);
  const fits = min >= 0 && max >= 1 && max <= commandLimits.stringOption && min <= max;
  const backwards = numberOf(option.min_value, -Infinity) > numberOf(option.max_value, Infinity);
  return [
    ...(fits ? [] : [invalid([...path, 'max_length'], 'min_length and max_length do not fit.')]),
    ...(backwards ? [invalid([...path, 'max_value'], 'min_value is above max_value.')] : []),
  ];
}

/** Letters of a command as Discord counts them: each text in its longest localization, with all that is nested. */
function lengthOf(owner: JsonObject): number {
  const longest = (field: 'name' | 'description') => {
    const others = Object.values(objectOf(owner[`${field}_localizations`]));
    return Math.max(...[owner[field], ...others].map((value) => textOf(value)?.length ?? 0));
  };
  const value = typeof owner.value === 'string' ? owner.value.length : 0;
  const nested = [...objectsOf(owner.options), ...objectsOf(owner.choices)];
  return (
    longest('name') + longest('description') + value + nested.reduce((sum, one) => sum + lengthOf(one), 0)
  );
}
