import { type APIMessage, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { noFlags, userObject } from './api-objects.ts';
import type { Place } from './interaction-payloads.ts';
import { holds } from './permissions.ts';
import type { World } from './world.ts';

/**
 * An ordinary message of a person.
 *
 * @param extra - fields that Discord adds by itself, such as embeds or forwarded snapshots
 * @throws {RangeError} when the person may not write there
 */
export function writtenMessage(
  world: World,
  place: Place,
  content: string,
  extra: Partial<APIMessage>,
): APIMessage {
  const channel = world.channel(place.channelId);
  const person = world.person(place.userId);
  if (channel === undefined || person === undefined) throw new RangeError('no such person or channel');
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const needed = channel.parentId === null ? SendMessages : SendMessagesInThreads;
  if (!holds(world.permissions(place.userId, channel.id), needed)) throw new RangeError('may not write here');
  return {
    id: world.ids.next(),
    channel_id: channel.id,
    type: MessageType.Default,
    author: userObject(person),
    content,
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: noFlags,
    ...extra,
  };
}
