import {
  type APIApplicationCommand,
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteractionDataResolved,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmission,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  Locale,
} from 'discord-api-types/v10';
import { memberObject, userObject } from './api-objects.ts';
import { attachmentLimitBytes } from './attachments.ts';
import { integrationOwners } from './interaction-metadata.ts';
import type { World } from './world.ts';

/** Who acts where. */
export type Place = {
  readonly userId: string;
  readonly guildId: string | null;
  readonly channelId: string;
  /** A Discord locale such as `en-US`. */
  readonly locale: string;
};

type ChatData = APIChatInputApplicationCommandInteraction['data'];
type TypingData = APIApplicationCommandAutocompleteInteraction['data'];
type ComponentData = APIMessageComponentInteraction['data'];

const localeOf = (text: string) =>
  Object.values(Locale).find((locale) => locale === text) ?? Locale.EnglishUS;

/** What every interaction says of its place and its author. */
function base(world: World, place: Place, id: string, token: string) {
  const channel = world.channel(place.channelId);
  const person = world.person(place.userId);
  if (channel === undefined || person === undefined) throw new RangeError('no such person or channel');
  const nothing: never[] = [];
  const guild = world.guildOf(channel);
  const member = guild?.members.get(place.userId);
  const shared = {
    id,
    token,
    version: 1,
    application_id: world.applicationId,
    channel_id: channel.id,
    channel: {
      ...world.channelObject(channel),
      permissions: String(world.permissions(place.userId, channel.id)),
    },
    app_permissions: String(world.permissions(world.bot.id, channel.id)),
    locale: localeOf(place.locale),
    entitlements: nothing,
    authorizing_integration_owners: integrationOwners(guild?.id ?? null),
    attachment_size_limit: attachmentLimitBytes,
  } as const;
  if (guild === undefined || member === undefined) {
    return { ...shared, context: InteractionContextType.BotDM, user: userObject(person) };
  }
  return {
    ...shared,
    context: InteractionContextType.Guild,
    guild_id: guild.id,
    guild_locale: localeOf(guild.locale),
    guild: { id: guild.id, locale: localeOf(guild.locale), features: nothing },
    member: {
      ...memberObject(guild, member),
      permissions: String(world.permissions(place.userId, channel.id)),
    },
  };
}

/** Makes the payload of one kind of interaction. */
export const payloads = {
  /** A slash command. */
  slash(
    world: World,
    place: Place,
    command: APIApplicationCommand,
    options: NonNullable<ChatData['options']>,
    resolved?: APIInteractionDataResolved,
  ) {
    return (id: string, token: string) =>
      ({
        ...base(world, place, id, token),
        type: InteractionType.ApplicationCommand,
        data: {
          id: command.id,
          name: command.name,
          type: ApplicationCommandType.ChatInput,
          options,
          ...(resolved === undefined ? {} : { resolved }),
        },
      }) satisfies APIChatInputApplicationCommandInteraction;
  },
  /** Typing in an option of a slash command. */
  typing(
    world: World,
    place: Place,
    command: APIApplicationCommand,
    options: NonNullable<TypingData['options']>,
  ) {
    return (id: string, token: string) =>
      ({
        ...base(world, place, id, token),
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { id: command.id, name: command.name, type: ApplicationCommandType.ChatInput, options },
      }) satisfies APIApplicationCommandAutocompleteInteraction;
  },
  /** A message menu command; the bot gets the whole message, content included. */
  menu(world: World, place: Place, command: APIApplicationCommand, message: APIMessage) {
    return (id: string, token: string) =>
      ({
        ...base(world, place, id, token),
        type: InteractionType.ApplicationCommand,
        data: {
          id: command.id,
          name: command.name,
          type: ApplicationCommandType.Message,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
      }) satisfies APIMessageApplicationCommandInteraction;
  },
  /** A button. */
  button(world: World, place: Place, message: APIMessage, customId: string) {
    return component(world, place, message, { custom_id: customId, component_type: ComponentType.Button });
  },
  /** A select menu of any kind; `resolved` goes along with ids. */
  select(
    world: World,
    place: Place,
    message: APIMessage,
    chosen: {
      readonly customId: string;
      readonly type: unknown;
      readonly values: readonly string[];
      readonly resolved: APIInteractionDataResolved;
    },
  ) {
    const { customId, type, values, resolved } = chosen;
    const isString = type === ComponentType.StringSelect;
    const data = { custom_id: customId, component_type: type, values: [...values] };
    // The component has passed the component rules, and what is resolved fits its type.
    return component(world, place, message, (isString ? data : { ...data, resolved }) as ComponentData);
  },
  /** A filled modal; `message` is the one whose component opened it. */
  modal(world: World, place: Place, message: APIMessage | null, data: APIModalSubmission) {
    return (id: string, token: string) =>
      ({
        ...base(world, place, id, token),
        type: InteractionType.ModalSubmit,
        data,
        ...(message === null ? {} : { message }),
      }) satisfies APIModalSubmitInteraction;
  },
} as const;

function component(world: World, place: Place, message: APIMessage, data: ComponentData) {
  return (id: string, token: string) =>
    ({
      ...base(world, place, id, token),
      type: InteractionType.MessageComponent,
      data,
      message,
    }) satisfies APIMessageComponentInteraction;
}
