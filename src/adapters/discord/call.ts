import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import type { Call } from '../../command.ts';
import { ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId } from '../../core/ids.ts';
import type { Incoming } from '../../incoming.ts';
import { customIdsIn } from './components-in.ts';
import { seenMessage } from './seen-message.ts';

/** What an interaction says, but for the way to answer it. */
export type Received = Omit<Incoming, 'responder'>;

const threads: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

type BasicOption = APIApplicationCommandInteractionDataBasicOption;

/** Reads Discord's payload; null for kinds of interaction the bot does not offer. `botId` is the bot's own account. */
export function readInteraction(interaction: APIInteraction, botId: string): Received | null {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      if (isMessageMenu(interaction)) return readMessageMenu(interaction, botId);
      if (interaction.data.type !== ApplicationCommandType.ChatInput) return null;
      const { path, options } = flatten(interaction.data.name, interaction.data.options ?? []);
      const focused = options.find((option) => 'focused' in option && option.focused);
      const call = {
        ...callFrom(interaction),
        command: path,
        options: optionsFrom(options, interaction.data.resolved?.attachments),
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
      const call = { ...callFrom(interaction), ...answersFrom(interaction) };
      return { kind: 'action', call, target: interaction.data.custom_id };
    }
    default:
      return null;
  }
}

function isMessageMenu(interaction: APIInteraction): interaction is APIMessageApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.Message
  );
}

function readMessageMenu(
  interaction: APIMessageApplicationCommandInteraction,
  botId: string,
): Received | null {
  const { name, target_id: targetId, resolved } = interaction.data;
  const target = resolved.messages[targetId];
  if (target === undefined) return null;
  const call = { ...callFrom(interaction), command: name, target: seenMessage(target, botId) };
  return { kind: 'command', call, target: name };
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
      isPrivateThread: channel?.type === ChannelType.PrivateThread,
      slowModeSeconds: slowMode ?? 0,
    },
    member: {
      id: UserId.parse(user?.id),
      permissions: BigInt(interaction.member?.permissions ?? 0),
      roles: (interaction.member?.roles ?? []).map((id) => RoleId.parse(id)),
    },
    botPermissions: BigInt(interaction.app_permissions),
    locale,
    guildLocale: interaction.guild_locale ?? locale,
    command: '',
    options: optionsFrom([]),
    focused: '',
    target: null,
    values: [],
    fields: {},
    choices: {},
    isComponent: false,
    message:
      message === undefined
        ? null
        : { id: MessageId.parse(message.id), customIds: customIdsIn(message.components) },
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

function optionsFrom(
  options: readonly BasicOption[],
  attachments: Readonly<Record<string, APIAttachment>> = {},
): Call['options'] {
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
    attachment(name) {
      const file = attachments[String(valueNamed(name))];
      return file === undefined ? null : { name: file.filename, url: file.url, bytes: file.size };
    },
  };
}

/** What a form was filled in with: its texts, and what was chosen in its menus. */
function answersFrom({ data }: APIModalSubmitInteraction): Pick<Call, 'fields' | 'choices'> {
  const inputs = data.components.flatMap((component): readonly ModalSubmitComponent[] => {
    if (component.type === ComponentType.Label) return [component.component];
    return component.type === ComponentType.ActionRow ? component.components : [];
  });
  const fields: Record<string, string> = {};
  const choices: Record<string, readonly string[]> = {};
  for (const input of inputs) {
    if (input.type === ComponentType.TextInput) fields[input.custom_id] = input.value;
    else if ('values' in input) choices[input.custom_id] = input.values;
    else if (input.type === ComponentType.RadioGroup)
      choices[input.custom_id] = input.value === null ? [] : [input.value];
  }
  return { fields, choices };
}
