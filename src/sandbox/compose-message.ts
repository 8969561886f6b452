import { type APIAttachment, type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10';
import { userObject } from './api-objects.ts';
import { attachmentPath, type StoredFile } from './attachments.ts';
import type { MessageContext } from './component-rules.ts';
import type { Person } from './guilds.ts';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';
import { isEmptyMessage, messageComplaints } from './message-rules.ts';
import type { UploadedFile } from './rest/body.ts';
import { invalidForm, refusals } from './rest/errors.ts';
import { storedComponents } from './stored-components.ts';
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
  const now = () => new Date(world.clock.now()).toISOString();

  const store = (upload: UploadedFile, described: readonly JsonObject[]): APIAttachment => {
    const told = described.find((attachment) => String(attachment.id) === String(upload.index));
    const file: StoredFile = {
      id: world.ids.next(),
      name: textOf(told?.filename) ?? upload.name,
      contentType: upload.contentType,
      bytes: upload.bytes,
    };
    world.attachments.put(file);
    const url = `${origin()}${attachmentPath(file)}`;
    const description = textOf(told?.description);
    return {
      id: file.id,
      filename: file.name,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(description === undefined ? {} : { description }),
    };
  };

  const componentsOf = (body: JsonObject, attachments: readonly APIAttachment[]) => {
    const stored = storedComponents(
      body.components,
      (url) => {
        const found = attachments.find((attachment) => url === `attachment://${attachment.filename}`);
        return {
          url: found?.url ?? url,
          contentType: found?.content_type ?? null,
          attachmentId: found?.id ?? null,
          size: found?.size ?? null,
          name: found?.filename ?? null,
        };
      },
      world.ids.next,
    );
    // The body has passed the message rules, and every field they know is kept as Discord's types have it.
    return stored as unknown as NonNullable<APIMessage['components']>;
  };

  const check = (body: JsonObject, context: MessageContext) => {
    const complaints = messageComplaints(body, context);
    if (complaints.length > 0) throw invalidForm(complaints);
  };

  return {
    create(body, files, frame) {
      const described = objectsOf(body.attachments);
      const names = namesOf(files, described);
      if (isEmptyMessage(body, names)) throw refusals.emptyMessage();
      check(body, { fileNames: names });
      const attachments = files.map((file) => store(file, described));
      return {
        id: world.ids.next(),
        channel_id: frame.channelId,
        type: MessageType.Default,
        author: userObject(frame.author),
        content: textOf(body.content) ?? '',
        timestamp: now(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments,
        embeds: embedsOf(body),
        pinned: false,
        flags: numberOf(body.flags, 0),
        components: componentsOf(body, attachments),
        ...frame.extra,
      };
    },
    edit(message, body, files) {
      const described = objectsOf(body.attachments);
      const isKept = ({ id }: APIAttachment) =>
        !Array.isArray(body.attachments) || described.some((told) => told.id === id);
      const kept = message.attachments.filter(isKept);
      const names = [...kept.map(({ filename }) => filename), ...namesOf(files, described)];
      const before = message.flags ?? 0;
      const after = { ...pick(message), ...definedIn(body) };
      if (isEmptyMessage(after, names)) throw refusals.emptyMessage();
      const turnsV2 = (before & V2) === 0 && (numberOf(body.flags, 0) & V2) !== 0;
      const legacy = turnsV2 ? { content: after.content, embeds: after.embeds } : {};
      check({ ...body, ...legacy }, { fileNames: names, edits: { flags: before } });
      const attachments = [...kept, ...files.map((file) => store(file, described))];
      const flags = ((before & FIXED) | numberOf(body.flags, before)) & ~MessageFlags.Loading;
      return {
        ...message,
        content: textOf(after.content) ?? '',
        embeds: embedsOf(after),
        flags,
        attachments,
        edited_timestamp: (before & MessageFlags.Loading) === 0 ? now() : null,
        components:
          body.components === undefined ? (message.components ?? []) : componentsOf(body, attachments),
      };
    },
  };
}

function namesOf(files: readonly UploadedFile[], described: readonly JsonObject[]): readonly string[] {
  return files.map((file) => {
    const told = described.find((attachment) => String(attachment.id) === String(file.index));
    return textOf(told?.filename) ?? file.name;
  });
}

function pick(message: APIMessage): JsonObject {
  return { content: message.content, embeds: message.embeds, components: message.components };
}

function definedIn(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function embedsOf(body: JsonObject): APIMessage['embeds'] {
  // Embeds are returned as they were sent, with the type Discord adds to them.
  return objectsOf(body.embeds).map((embed) => ({ type: 'rich', ...embed })) as APIMessage['embeds'];
}
