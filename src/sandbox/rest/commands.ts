import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { commandComplaints, commandListComplaints } from '../command-rules.ts';
import { isObject, type JsonObject, objectOf, objectsOf } from '../json.ts';
import type { World } from '../world.ts';
import { invalidForm, refusals } from './errors.ts';
import { botRoute, noContent, ok, type RestCall, type Route } from './route.ts';

/** Registration of commands, for all servers and for single ones. */
export function commandRoutes(world: World): readonly Route[] {
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path) => routesAt(world, path),
  );
}

function routesAt(world: World, path: string): readonly Route[] {
  const { commands } = world;
  const scopeOf = (call: RestCall) => askedScope(world, call);
  const found = (call: RestCall) => {
    const command = commands.in(scopeOf(call)).find(({ id }) => id === call.param('command'));
    if (command === undefined) throw refusals.unknownCommand();
    return command;
  };
  const others = (scope: string | null, id: string) =>
    commands.in(scope).filter((command) => command.id !== id);

  return [
    botRoute('GET', path, (call) => ok(commands.in(scopeOf(call)))),
    botRoute('PUT', path, (call) => {
      const scope = scopeOf(call);
      const list = objectsOf(call.json);
      const complaints = commandListComplaints(list);
      if (complaints.length > 0 || !Array.isArray(call.json)) throw invalidForm(complaints);
      const kept = list.map((body) => registered(world, scope, body));
      commands.set(scope, kept);
      return ok(kept);
    }),
    botRoute('POST', path, (call) => {
      const scope = scopeOf(call);
      const isNew = sameName(world, scope, call.body) === undefined;
      const command = registered(world, scope, checked(call.body));
      commands.set(scope, [...others(scope, command.id), command]);
      return { status: isNew ? 201 : 200, body: command };
    }),
    botRoute('GET', `${path}/:command`, (call) => ok(found(call))),
    botRoute('PATCH', `${path}/:command`, (call) => {
      const scope = scopeOf(call);
      const old = found(call);
      const command = {
        ...registered(world, scope, checked({ ...objectOf(old), ...call.body })),
        id: old.id,
      };
      commands.set(scope, [...others(scope, old.id), command]);
      return ok(command);
    }),
    botRoute('DELETE', `${path}/:command`, (call) => {
      commands.set(scopeOf(call), others(scopeOf(call), found(call).id));
      return noContent;
    }),
  ];
}

function askedScope(world: World, { param }: RestCall): string | null {
  if (param('application') !== world.applicationId) throw refusals.unknownApplication();
  const guildId = param('guild');
  if (guildId !== '' && !world.guilds.has(guildId)) throw refusals.missingAccess();
  return guildId === '' ? null : guildId;
}

function checked(body: JsonObject): JsonObject {
  const complaints = commandComplaints(body);
  if (complaints.length > 0) throw invalidForm(complaints);
  return body;
}

function sameName(world: World, scope: string | null, body: JsonObject): APIApplicationCommand | undefined {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  return world.commands.in(scope).find((command) => command.name === body.name && command.type === type);
}

/** The command as Discord keeps it; one of the same name and type keeps its id, and its version if nothing changed. */
function registered(world: World, scope: string | null, body: JsonObject): APIApplicationCommand {
  const old = sameName(world, scope, body);
  const fresh = {
    type: ApplicationCommandType.ChatInput,
    description: '',
    nsfw: false,
    contexts: null,
    integration_types: [0],
    name_localizations: null,
    description_localizations: null,
    ...withoutNulls(body),
    default_member_permissions:
      body.default_member_permissions == null ? null : String(body.default_member_permissions),
    application_id: world.applicationId,
    ...(scope === null
      ? { dm_permission: !Array.isArray(body.contexts) || body.contexts.includes(1) }
      : { guild_id: scope }),
  };
  const id = old?.id ?? world.ids.next();
  const isUnchanged = old !== undefined && isDeepStrictEqual({ ...fresh, id, version: old.version }, old);
  // The body has passed the command rules, so its fields are what Discord's type says.
  return {
    ...fresh,
    id,
    version: isUnchanged ? old.version : world.ids.next(),
  } as unknown as APIApplicationCommand;
}

function withoutNulls(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => {
      if (value === null || value === undefined) return [];
      if (Array.isArray(value))
        return [[key, value.map((one: unknown) => (isObject(one) ? withoutNulls(one) : one))]];
      return [[key, value]];
    }),
  );
}
