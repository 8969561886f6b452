import { type APIAttachment, type APIMessage, MessageType } from 'discord-api-types/v10';
import { noFlags, userObject } from './api-objects.ts';
import { attachmentPath } from './attachments.ts';
import { mentionsOf } from './message-mentions.ts';
import { answering, forwarding } from './message-references.ts';
import type { MessagePlan, WorldPlan } from './plan.ts';
import { snowflakes } from './snowflake.ts';
import type { World } from './world.ts';

/** Writes the planned messages, at the times they are planned for. @param origin - where files are served from */
export function writeHistory(world: World, plan: WorldPlan, origin: string): void {
  const nowMs = world.clock.now();
  let atMs = nowMs;
  // Ids tell the time a message was written at, so a clock that stands at that time makes them.
  const ids = snowflakes({ ...world.clock, now: () => atMs });
  const planned = plan.guilds
    .flatMap(({ channels }) => channels)
    .flatMap(({ id, messages = [] }) => messages.map((message) => ({ channelId: id, message })))
    .toSorted((one, other) => other.message.minutesAgo - one.message.minutesAgo);
  const byKey = new Map<string, APIMessage>();
  for (const { channelId, message } of planned) {
    atMs = nowMs - message.minutesAgo * 60_000;
    const plain = plannedMessage(world, channelId, message, { id: ids.next(), atMs, origin });
    const [to, of] = [byKey.get(message.answers ?? ''), byKey.get(message.forwards ?? '')];
    const written = {
      ...plain,
      ...(to === undefined ? {} : answering(world, to)),
      ...(of === undefined ? {} : forwarding(world, of)),
    };
    if (message.key !== undefined) byKey.set(message.key, written);
    world.messages.add({ message: written, onlyFor: null, usedCommand: null });
  }
}

type Frame = { readonly id: string; readonly atMs: number; readonly origin: string };

function plannedMessage(
  world: World,
  channelId: string,
  { authorId, content, file, extra = {} }: MessagePlan,
  { id, atMs, origin }: Frame,
): APIMessage {
  const author = world.person(authorId);
  if (author === undefined) throw new RangeError(`no person ${authorId}`);
  return {
    id,
    channel_id: channelId,
    type: MessageType.Default,
    author: userObject(author),
    content,
    timestamp: new Date(atMs).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    ...mentionsOf(world, { authorId, channelId, content }),
    attachments: file === undefined ? [] : [stored(world, origin, file)],
    embeds: [],
    components: [],
    pinned: false,
    flags: noFlags,
    ...extra,
  };
}

function stored(
  world: World,
  origin: string,
  { name, contentType, bytes }: NonNullable<MessagePlan['file']>,
): APIAttachment {
  const file = { id: world.ids.next(), name, contentType, bytes };
  world.attachments.put(file);
  const url = `${origin}${attachmentPath(file)}`;
  return {
    id: file.id,
    filename: name,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    content_type: contentType,
  };
}
