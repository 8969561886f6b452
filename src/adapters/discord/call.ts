import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Call } from '../../command.ts';
import { ChannelId, GuildId, InteractionId, MessageId, UserId } from '../../core/ids.ts';
import type { Incoming } from '../../incoming.ts';

/** What an interaction says, but for the way to answer it. */
export type Received = Omit<Incoming, 'responder'>;

const threads: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

type BasicOption = APIApplicationCommandInteractionDataBasicOption;

/** Reads Discord's payload; null for kinds of interaction the bot does not offer. */
export function readInteraction(interaction: APIInteraction): Received | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      if (interaction.data.type !== ApplicationCommandType.ChatInput) return null;
      const { path, options } = flatten(interaction.data.name, interaction.data.options ?? []);
      const focused = options.find((option) => 'focused' in option && option.focused);
      const call = {
        ...callFrom(interaction),
        command: path,
        options: optionsFrom(options),
        focused: focused === undefined ? '' : String(focused.value),
      };
      const typing = interaction.type === InteractionType.ApplicationCommandAutocomplete;
      return { kind: typing ? 'typing' : 'command', call, target: interaction.data.name };
    }
    case InteractionType.MessageComponent: {
      const values = 'values' in interaction.data ? interaction.data.values : [];
      const call = { ...callFrom(interaction), values, isComponent: true };
      return { kind: 'action', call, target: interaction.data.custom_id };
    }
    case InteractionType.ModalSubmit: {
      const call = { ...callFrom(interaction), fields: fieldsFrom(interaction) };
      return { kind: 'action', call, target: interaction.data.custom_id };
    }
    default:
      return null;
  }
}

function callFrom(interaction: APIInteraction): Call {
  const { channel, message } = interaction;
  const user = interaction.member?.user ?? interaction.user;
  const isThread = threads.includes(channel?.type);
  const parentId = channel !== undefined && 'parent_id' in channel ? channel.parent_id : null;
  const slowMode =
    channel !== undefined && 'rate_limit_per_user' in channel ? channel.rate_limit_per_user : 0;
  const locale = 'locale' in interaction ? interaction.locale : 'en-US';
  return {
    id: InteractionId.parse(interaction.id),
    guildId: interaction.guild_id === undefined ? null : GuildId.parse(interaction.guild_id),
    place: {
      channelId: ChannelId.parse(channel?.id ?? interaction.channel_id),
      parentId: isThread && parentId ? ChannelId.parse(parentId) : null,
      isThread,
      slowModeSeconds: slowMode ?? 0,
    },
    member: { id: UserId.parse(user?.id), permissions: BigInt(interaction.member?.permissions ?? 0) },
    botPermissions: BigInt(interaction.app_permissions),
    locale,
    guildLocale: interaction.guild_locale ?? locale,
    command: '',
    options: optionsFrom([]),
    focused: '',
    values: [],
    fields: {},
    isComponent: false,
    message:
      message === undefined
        ? null
        : { id: MessageId.parse(message.id), customIds: [...customIdsIn(message.components ?? [])] },
  };
}

function flatten(
  name: string,
  options: readonly APIApplicationCommandInteractionDataOption[],
): { path: string; options: readonly BasicOption[] } {
  const [first] = options;
  if (
    first?.type === ApplicationCommandOptionType.Subcommand ||
    first?.type === ApplicationCommandOptionType.SubcommandGroup
  )
    return flatten(`${name} ${first.name}`, first.options ?? []);
  // What is left holds no subcommands: Discord never mixes them with other options.
  return { path: name, options: options as readonly BasicOption[] };
}

function optionsFrom(options: readonly BasicOption[]): Call['options'] {
  const valueNamed = (name: string) => options.find((option) => option.name === name)?.value;
  return {
    string(name) {
      const value = valueNamed(name);
      return value === undefined ? null : String(value);
    },
    boolean(name) {
      const value = valueNamed(name);
      return typeof value === 'boolean' ? value : null;
    },
  };
}

function fieldsFrom({ data }: APIModalSubmitInteraction): Record<string, string> {
  const inputs = data.components.flatMap((component) => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
  return Object.fromEntries(
    inputs.flatMap((input) =>
      input.type === ComponentType.TextInput ? [[input.custom_id, input.value]] : [],
    ),
  );
}

function* customIdsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* customIdsIn(item);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const node: { custom_id?: unknown; components?: unknown; accessory?: unknown } = value;
  if (typeof node.custom_id === 'string') yield node.custom_id;
  yield* customIdsIn(node.components);
  yield* customIdsIn(node.accessory);
}
