import { type APIMessage, ComponentType, PermissionFlagsBits } from 'discord-api-types/v10';
import { userObject } from './api-objects.ts';
import { componentsIn } from './components-in.ts';
import { isObject, type JsonObject, textOf } from './json.ts';
import { holds } from './permissions.ts';
import type { World } from './world.ts';

/** Who wrote what where. */
export type Written = {
  readonly authorId: string;
  readonly channelId: string;
  readonly content: string;
  readonly components?: unknown;
};

/** Whom a message notifies, in Discord's fields. */
export type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles'>;

/**
 * Whom a message notifies: the people and roles named in its text, as far as `allowed` (the `allowed_mentions` of a
 * request) lets it. A role counts only if everyone may notify it, or the author may mention everyone there.
 */
export function mentionsOf(world: World, written: Written, allowed?: unknown): Mentions {
  const channel = world.channel(written.channelId);
  const guild = channel === undefined ? undefined : world.guildOf(channel);
  const text = [written.content, ...textsOf(written.components)].join('\n');
  const people = idsIn(text, /<@!?(\d+)>/g).filter((id) => mayNotify(allowed, 'users', id));
  const roles = idsIn(text, /<@&(\d+)>/g).filter((id) => mayNotify(allowed, 'roles', id));
  const notifiesAny =
    channel !== undefined &&
    holds(world.permissions(written.authorId, channel.id), PermissionFlagsBits.MentionEveryone);
  const notified = (guild?.roles ?? []).filter(
    ({ id, mentionable }) => roles.includes(id) && (mentionable || notifiesAny),
  );
  return {
    mentions: people.flatMap((id) => {
      const person = id === world.bot.id ? world.bot : world.person(id);
      return person === undefined ? [] : [userObject(person)];
    }),
    mention_roles: notified.map(({ id }) => id),
  };
}

function textsOf(components: unknown): readonly string[] {
  return componentsIn(components).flatMap(({ component }) =>
    component.type === ComponentType.TextDisplay ? (textOf(component.content) ?? []) : [],
  );
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? []))];
}

function mayNotify(allowed: unknown, kind: 'users' | 'roles', id: string): boolean {
  if (!isObject(allowed)) return true;
  return listed(allowed, 'parse').includes(kind) || listed(allowed, kind).includes(id);
}

function listed(allowed: JsonObject, field: string): readonly unknown[] {
  const value = allowed[field];
  return Array.isArray(value) ? value : [];
}
