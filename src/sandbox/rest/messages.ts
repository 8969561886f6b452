import { type APIMessage, MessageReferenceType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Composer } from '../compose-message.ts';
import type { Channel } from '../guilds.ts';
import { isObject, type JsonObject, textOf } from '../json.ts';
import { shownToBot } from '../message-content.ts';
import type { World } from '../world.ts';
import { may, need, needToWrite, publicMessage, seenChannel } from './access.ts';
import { invalidForm, refusals } from './errors.ts';
import { botRoute, noContent, ok, type RestCall, type Route } from './route.ts';

const ROOT = '/channels/:channel/messages';

/** Most messages one request returns, from Discord's reference. */
const PAGE_LIMIT = 100;

/** Messages of channels: what the bot posts by itself, reads, edits and deletes. */
export function messageRoutes(world: World, composer: Composer): readonly Route[] {
  const shown = (message: APIMessage) => shownToBot(world, message);
  const found = (call: RestCall) => {
    const channel = seenChannel(world, call.param('channel'));
    return { channel, message: publicMessage(world, channel, call.param('message')) };
  };

  return [
    botRoute('GET', ROOT, (call) => {
      const channel = seenChannel(world, call.param('channel'));
      if (!may(world, channel, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
      return ok(pageOf(world, channel, call.query).map(shown));
    }),
    botRoute('POST', ROOT, (call) => ok(shown(post(world, composer, call)))),
    botRoute('GET', `${ROOT}/:message`, (call) => {
      const { channel, message } = found(call);
      if (!may(world, channel, PermissionFlagsBits.ReadMessageHistory)) throw refusals.missingAccess();
      return ok(shown(message));
    }),
    botRoute('PATCH', `${ROOT}/:message`, (call) => {
      const { channel, message } = found(call);
      if (message.author.id !== world.bot.id) throw refusals.notTheAuthor();
      if (channel.archived) throw refusals.threadArchived();
      const edited = composer.edit(message, call.body, call.files);
      world.messages.replace(edited);
      return ok(edited);
    }),
    botRoute('DELETE', `${ROOT}/:message`, (call) => {
      const { channel, message } = found(call);
      if (message.author.id !== world.bot.id) need(world, channel, PermissionFlagsBits.ManageMessages);
      world.messages.remove(message.id);
      return noContent;
    }),
  ];
}

function post(world: World, composer: Composer, { param, body, files }: RestCall): APIMessage {
  const channel = seenChannel(world, param('channel'));
  needToWrite(world, channel, files.length > 0);
  const nonce = nonceOf(body);
  const twin =
    body.enforce_nonce === true && nonce !== undefined ? sameNonce(world, channel, nonce) : undefined;
  if (twin !== undefined) return twin;

  const extra = { ...(nonce === undefined ? {} : { nonce }), ...referenceOf(world, channel, body) };
  const message = composer.create(body, files, { channelId: channel.id, author: world.bot, extra });
  if (channel.archived) world.setThread(channel.id, { archived: false });
  world.messages.add({ message, onlyFor: null, usedCommand: null });
  return message;
}

/** How long Discord remembers a nonce ("the past few minutes" in its reference). */
const NONCE_LIFE_MS = 3 * 60_000;

/** Longest nonce, from Discord's reference. */
const NONCE_LENGTH = 25;

function nonceOf({ nonce }: JsonObject): string | number | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  if (typeof nonce === 'number' || (typeof nonce === 'string' && nonce.length <= NONCE_LENGTH)) return nonce;
  throw invalidForm([
    { path: ['nonce'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${NONCE_LENGTH} or fewer in length.` },
  ]);
}

function sameNonce(world: World, channel: Channel, nonce: string | number): APIMessage | undefined {
  const oldestMs = world.clock.now() - NONCE_LIFE_MS;
  return world.messages
    .inChannel(channel.id)
    .map(({ message }) => message)
    .find(
      (message) =>
        message.nonce === nonce &&
        message.author.id === world.bot.id &&
        Date.parse(message.timestamp) >= oldestMs,
    );
}

function referenceOf(
  world: World,
  channel: Channel,
  { message_reference: reference }: JsonObject,
): Partial<APIMessage> {
  if (!isObject(reference)) return {};
  if (!may(world, channel, PermissionFlagsBits.ReadMessageHistory)) throw refusals.cannotReply();
  const stored = world.messages.get(textOf(reference.message_id) ?? '');
  const isHere = stored?.message.channel_id === channel.id && stored.onlyFor === null;
  const target = isHere ? stored.message : undefined;
  if (target === undefined && reference.fail_if_not_exists !== false) {
    throw invalidForm([
      { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  }
  if (target === undefined) return {};
  return {
    type: 19,
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: target.id,
      channel_id: target.channel_id,
      ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    },
    referenced_message: target,
  };
}

/** Newest first, by `before`, `after`, `around` and `limit`. */
function pageOf(world: World, channel: Channel, query: RestCall['query']): readonly APIMessage[] {
  const limit = Number(query.limit ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_LIMIT) {
    throw invalidForm([
      {
        path: ['limit'],
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be between 1 and ${PAGE_LIMIT}.`,
      },
    ]);
  }
  const all = world.messages
    .inChannel(channel.id)
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ message }) => message);
  const [before, after, around] = ['before', 'after', 'around'].map((name) => idIn(query, name));
  if (after !== undefined)
    return all
      .filter((one) => BigInt(one.id) > after)
      .slice(0, limit)
      .reverse();
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const at = all.findIndex((one) => BigInt(one.id) >= around);
    return all.slice(Math.max(0, at - half), at + half + 1).reverse();
  }
  const older = before === undefined ? all : all.filter((one) => BigInt(one.id) < before);
  return older.slice(-limit).reverse();
}

function idIn(query: RestCall['query'], name: string): bigint | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (/^\d{1,20}$/.test(text)) return BigInt(text);
  throw invalidForm([
    { path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not snowflake.` },
  ]);
}
