import { type APIMessage, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Actor, Stage } from './acts.ts';
import { noFlags, userObject } from './api-objects.ts';
import { mentionsOf } from './message-mentions.ts';
import { answering, forwarding } from './message-references.ts';
import { holds } from './permissions.ts';

const { ManageMessages, ManageThreads, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
const { CreatePrivateThreads, CreatePublicThreads } = PermissionFlagsBits;

/** Ordinary messages and threads of a person. Each throws a RangeError when the person may not. */
export function writingActs(
  stage: Stage,
): Pick<Actor, 'write' | 'reply' | 'forward' | 'edit' | 'remove' | 'removeMany' | 'openThread'> {
  const { world, place, seen } = stage;
  const known = (id: string) => {
    const message = seen(id);
    if (message === undefined) throw new RangeError('no such message');
    return message;
  };
  const write = async (content: string, extra: Partial<APIMessage> = {}) => {
    const message = writtenMessage(stage, content, extra);
    world.messages.add({ message, onlyFor: null, usedCommand: null });
    const channel = world.channel(message.channel_id);
    if (channel?.archived === true) world.setThread(channel.id, { archived: false });
    return message;
  };

  return {
    write,
    reply: async (messageId, content) => write(content, answering(world, known(messageId))),
    forward: async (messageId) => write('', forwarding(world, known(messageId))),
    async edit(messageId, content) {
      const message = known(messageId);
      if (message.author.id !== place.userId) throw new RangeError('may not edit this');
      const written = { authorId: place.userId, channelId: message.channel_id, content };
      const edited_timestamp = new Date(world.clock.now()).toISOString();
      const edited = { ...message, content, edited_timestamp, ...mentionsOf(world, written) };
      world.messages.replace(edited);
      return edited;
    },
    async remove(messageId) {
      const message = known(messageId);
      const isOwn = message.author.id === place.userId;
      if (!isOwn && !mayIn(stage, message.channel_id, ManageMessages))
        throw new RangeError('may not delete this');
      world.messages.remove(messageId);
    },
    async removeMany(messageIds) {
      const all = messageIds.map(known);
      if (!all.every(({ channel_id }) => mayIn(stage, channel_id, ManageMessages)))
        throw new RangeError('may not delete these');
      world.messages.removeMany(messageIds);
    },
    async openThread(name, { isPrivate = false, members = [] } = {}) {
      const needed = isPrivate ? CreatePrivateThreads : CreatePublicThreads;
      if (!mayIn(stage, place.channelId, needed)) throw new RangeError('may not open threads here');
      return world.openThread(place.channelId, { name, ownerId: place.userId, isPrivate, members });
    },
  };
}

function mayIn({ world, place }: Stage, channelId: string, wanted: bigint): boolean {
  return (
    world.guildOf(world.channel(channelId) ?? never()) !== undefined &&
    holds(world.permissions(place.userId, channelId), wanted)
  );
}

function never(): never {
  throw new RangeError('no such channel');
}

function writtenMessage({ world, place }: Stage, content: string, extra: Partial<APIMessage>): APIMessage {
  const channel = world.channel(place.channelId);
  const person = world.person(place.userId);
  if (channel === undefined || person === undefined) throw new RangeError('no such person or channel');
  const bits = world.permissions(place.userId, channel.id);
  const needed = channel.parentId === null ? SendMessages : SendMessagesInThreads;
  const isShut = channel.locked && !holds(bits, ManageThreads);
  if (!holds(bits, needed) || isShut || !world.sees(place.userId, channel.id))
    throw new RangeError('may not write here');
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
    ...mentionsOf(world, { authorId: person.id, channelId: channel.id, content }),
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: noFlags,
    ...extra,
  };
}
