import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { newThread } from '../channel-hands.ts';
import { badText } from '../complaints.ts';
import type { Channel } from '../guilds.ts';
import { type JsonObject, numberOf, textOf } from '../json.ts';
import type { World } from '../world.ts';
import { need, publicMessage, seenChannel } from './access.ts';
import { invalidForm, refusals } from './errors.ts';
import { botRoute, noContent, ok, type RestCall, type Route } from './route.ts';

/** Channels and threads. */
export function channelRoutes(world: World): readonly Route[] {
  const { ManageChannels, ManageThreads, CreatePrivateThreads, CreatePublicThreads } = PermissionFlagsBits;
  const channelOf = (call: RestCall) => seenChannel(world, call.param('channel'));

  return [
    botRoute('GET', '/channels/:channel', (call) => ok(world.channelObject(channelOf(call)))),
    botRoute('PATCH', '/channels/:channel', (call) => {
      const channel = channelOf(call);
      need(world, channel, channel.parentId === null ? ManageChannels : ManageThreads);
      const changed = { ...channel, ...changesOf(call.body) };
      world.putChannel(changed);
      return ok(world.channelObject(changed));
    }),
    botRoute('DELETE', '/channels/:channel', (call) => {
      const channel = channelOf(call);
      need(world, channel, channel.parentId === null ? ManageChannels : ManageThreads);
      world.removeChannel(channel.id);
      return ok(world.channelObject(channel));
    }),
    botRoute('POST', '/channels/:channel/threads', (call) => {
      const channel = channelOf(call);
      const isPrivate = call.body.type === ChannelType.PrivateThread;
      need(world, channel, isPrivate ? CreatePrivateThreads : CreatePublicThreads);
      return { status: 201, body: openThread(world, channel, world.ids.next(), call.body) };
    }),
    botRoute('POST', '/channels/:channel/messages/:message/threads', (call) => {
      const channel = channelOf(call);
      const message = publicMessage(world, channel, call.param('message'));
      need(world, channel, CreatePublicThreads);
      if (world.channel(message.id) !== undefined) throw refusals.threadExists();
      return { status: 201, body: openThread(world, channel, message.id, call.body) };
    }),
    botRoute('PUT', '/channels/:channel/thread-members/@me', (call) => {
      channelOf(call);
      return noContent;
    }),
    botRoute('POST', '/channels/:channel/typing', (call) => {
      channelOf(call);
      return noContent;
    }),
    botRoute('POST', '/users/@me/channels', ({ body }) => {
      const person = world.person(textOf(body.recipient_id) ?? '');
      if (person === undefined) throw refusals.unknownUser();
      return ok(world.channelObject(world.directChannel(person.id)));
    }),
  ];
}

/** Longest name of a channel or thread, from Discord's reference. */
const NAME_LENGTH = 100;

/** A thread that starts at a message bears that message's id. */
function openThread(world: World, parent: Channel, id: string, body: JsonObject) {
  const complaints = badText(body.name, ['name'], 1, NAME_LENGTH);
  if (complaints.length > 0) throw invalidForm(complaints);
  const isPrivate = body.type === ChannelType.PrivateThread;
  const plan = { name: textOf(body.name) ?? '', ownerId: world.bot.id, isPrivate };
  const thread: Channel = {
    ...newThread(id, parent, plan),
    slowModeSeconds: numberOf(body.rate_limit_per_user, 0),
  };
  world.putChannel(thread);
  return world.channelObject(thread);
}

function changesOf(body: JsonObject): Partial<Channel> {
  const complaints = body.name === undefined ? [] : badText(body.name, ['name'], 1, NAME_LENGTH);
  if (complaints.length > 0) throw invalidForm(complaints);
  const name = textOf(body.name);
  return {
    ...(name === undefined ? {} : { name }),
    ...(typeof body.archived === 'boolean' ? { archived: body.archived } : {}),
    ...(typeof body.locked === 'boolean' ? { locked: body.locked } : {}),
    ...(typeof body.rate_limit_per_user === 'number' ? { slowModeSeconds: body.rate_limit_per_user } : {}),
  };
}
