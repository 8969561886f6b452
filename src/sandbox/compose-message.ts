import { type APIAttachment, type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { userObject } from './api-objects.ts';
import type { MessageContext } from './component-rules.ts';
import type { Person } from './guilds.ts';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';
import { type Mentions, mentionsOf } from './message-mentions.ts';
import { isEmptyMessage, messageComplaints } from './message-rules.ts';
import type { UploadedFile } from './rest/body.ts';
import { invalidForm, refusals } from './rest/errors.ts';
import { storedComponents } from './stored-components.ts';
import { attachmentLookup, storeUpload, uploadName } from './stored-files.ts';
import type { World } from './world.ts';

/** What a message is made of besides the request's body. */
export type MessageFrame = {
  readonly channelId: string;
  readonly author: Person;
  /** Fields Discord adds: interaction metadata, webhook id, nonce, reference. */
  readonly extra?: Partial<APIMessage>;
};

/** Makes and changes messages from request bodies, by Discord's rules. */
export type Composer = {
  /** @throws {DiscordError} 50035 or 50006 */
  create(body: JsonObject, files: readonly UploadedFile[], frame: MessageFrame): APIMessage;
  /**
   * The message after an edit.
   *
   * @throws {DiscordError} 50035 or 50006
   */
  edit(message: APIMessage, body: JsonObject, files: readonly UploadedFile[]): APIMessage;
};

const V2 = MessageFlags.IsComponentsV2;

/** The flags that an edit leaves as they are. */
const FIXED = MessageFlags.Ephemeral | V2;

/** A composer whose attachments are served from `origin()`. */
export function createComposer(world: World, origin: () => string): Composer {
  return {
    create: (body, files, frame) => created(world, origin(), body, files, frame),
    edit: (message, body, files) => edited(world, origin(), message, body, files),
  };
}

function created(
  world: World,
  origin: string,
  body: JsonObject,
  files: readonly UploadedFile[],
  frame: MessageFrame,
): APIMessage {
  const described = objectsOf(body.attachments);
  const fileNames = files.map((file) => uploadName(file, described));
  if (isEmptyMessage(body, fileNames)) throw refusals.emptyMessage();
  check(body, { fileNames });
  const attachments = files.map((file) => storeUpload(world, origin, file, described));
  return {
    id: world.ids.next(),
    channel_id: frame.channelId,
    type: MessageType.Default,
    author: userObject(frame.author),
    content: textOf(body.content) ?? '',
    timestamp: now(world),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    ...mentionsIn(world, frame.author.id, frame.channelId, body),
    attachments,
    embeds: embedsOf(body),
    pinned: false,
    flags: numberOf(body.flags, 0),
    components: componentsOf(world, body, attachments),
    ...frame.extra,
  };
}

function edited(
  world: World,
  origin: string,
  message: APIMessage,
  body: JsonObject,
  files: readonly UploadedFile[],
): APIMessage {
  const described = objectsOf(body.attachments);
  const isKept = ({ id }: APIAttachment) =>
    !Array.isArray(body.attachments) || described.some((told) => told.id === id);
  const kept = message.attachments.filter(isKept);
  const uploadNames = files.map((file) => uploadName(file, described));
  const fileNames = [...kept.map(({ filename }) => filename), ...uploadNames];
  const before = message.flags ?? 0;
  const { content, embeds, components } = message;
  const after = { content, embeds, components, ...body };
  if (isEmptyMessage(after, fileNames)) throw refusals.emptyMessage();
  const turnsV2 = (before & V2) === 0 && (numberOf(body.flags, 0) & V2) !== 0;
  const legacy = turnsV2 ? { content: after.content, embeds: after.embeds } : {};
  check({ ...body, ...legacy }, { fileNames, edits: { flags: before } });

  const attachments = [...kept, ...files.map((file) => storeUpload(world, origin, file, described))];
  return {
    ...message,
    content: textOf(after.content) ?? '',
    embeds: embedsOf(after),
    flags: ((before & FIXED) | numberOf(body.flags, before)) & ~MessageFlags.Loading,
    attachments,
    ...mentionsIn(world, message.author.id, message.channel_id, { ...after, ...body }),
    edited_timestamp: (before & MessageFlags.Loading) === 0 ? now(world) : null,
    components: body.components === undefined ? (components ?? []) : componentsOf(world, body, attachments),
  };
}

function mentionsIn(world: World, authorId: string, channelId: string, body: JsonObject): Mentions {
  const { components, allowed_mentions } = body;
  const written = { authorId, channelId, content: textOf(body.content) ?? '', components };
  return mentionsOf(world, written, allowed_mentions);
}

function check(body: JsonObject, context: MessageContext): void {
  const complaints = messageComplaints(body, context);
  if (complaints.length > 0) throw invalidForm(complaints);
}

function now({ clock }: World): string {
  return new Date(clock.now()).toISOString();
}

function componentsOf(world: World, body: JsonObject, attachments: readonly APIAttachment[]) {
  const stored = storedComponents(body.components, attachmentLookup(attachments), world.ids.next);
  // The body has passed the message rules, and every field they know is kept as Discord's types have it.
  return stored as unknown as NonNullable<APIMessage['components']>;
}

function embedsOf(body: JsonObject): APIMessage['embeds'] {
  // Embeds are returned as they were sent, with the type Discord adds to them.
  return objectsOf(body.embeds).map((embed) => ({ type: 'rich', ...embed })) as APIMessage['embeds'];
}
