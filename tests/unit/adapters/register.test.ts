import { API } from '@discordjs/core';
import { REST } from '@discordjs/rest';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { registerCommands } from '../../../src/adapters/discord/register.ts';
import { localServer } from '../../fakes/local-server.ts';

type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The command endpoints of a Discord that has `registered`; tells what is written to it. */
async function discordWith(registered: readonly unknown[]) {
  const written: unknown[] = [];
  const port = await localServer(async (request, response) => {
    const chunks = await request.toArray();
    if (request.method === 'PUT') written.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(registered));
  });
  const api = new API(new REST({ version: '10', api: `http://127.0.0.1:${port}/api` }).setToken('a.b.c'));
  return { api, written };
}

const definitions = commands.map((command) => command.data());
const summary: Definition = {
  name: 'summary',
  description: 'The post',
  description_localizations: { de: 'Der Beitrag' },
  contexts: [0],
  integration_types: [0],
  options: [
    { type: ApplicationCommandOptionType.String, name: 'dossier', description: 'Which', autocomplete: true },
    { type: ApplicationCommandOptionType.Boolean, name: 'share', description: 'Post it' },
  ],
};
const menu = {
  type: ApplicationCommandType.Message,
  name: 'Flag post',
  name_localizations: { de: 'Beitrag melden' },
  contexts: [0],
  integration_types: [0],
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;
const [dossierOption, shareOption] = summary.options ?? [];

/** What Discord gives back for a definition: the same with its own additions and defaults. */
function asDiscordKeepsIt(definition: object, index = 0): object {
  return {
    id: String(1_290_000_000_000_000_000 + index),
    application_id: '1290000000000000000',
    version: '1290000000000000999',
    default_member_permissions: null,
    type: 1,
    dm_permission: false,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...definition,
  };
}

describe('registering commands', () => {
  it('writes nothing when Discord has the very same ones, in another order and with its own additions', async () => {
    const kept = definitions.map(asDiscordKeepsIt).reverse();
    const { api, written } = await discordWith(JSON.parse(JSON.stringify(kept)));

    expect(await registerCommands(api, '1', definitions)).toBe(false);
    expect(written).toEqual([]);
  });

  it('writes all of them when Discord has none', async () => {
    const { api, written } = await discordWith([]);

    expect(await registerCommands(api, '1', definitions)).toBe(true);
    expect(written).toEqual([JSON.parse(JSON.stringify(definitions))]);
  });

  it.each([
    { kept: { ...summary, nsfw: false, handler: null }, why: 'defaults of the command' },
    {
      kept: {
        ...summary,
        name_localizations: {},
        options: [
          { ...dossierOption, required: false },
          { ...shareOption, required: false, autocomplete: false },
        ],
      },
      why: 'defaults of the options',
    },
    { kept: Object.fromEntries(Object.entries(summary).reverse()), why: 'the order of keys' },
  ])('takes for no change: $why', async ({ kept }) => {
    const { api } = await discordWith([asDiscordKeepsIt(kept)]);

    expect(await registerCommands(api, '1', [summary])).toBe(false);
  });

  it.each([
    { kept: { ...summary, name: 'digest' }, why: 'another name' },
    { kept: { ...summary, description: 'The posts' }, why: 'a description' },
    { kept: { ...summary, description_localizations: { de: 'Der Text' } }, why: 'a translation' },
    { kept: { ...summary, description_localizations: null }, why: 'a missing translation' },
    { kept: { ...summary, contexts: [0, 1] }, why: 'where it is offered' },
    { kept: { ...summary, default_member_permissions: '32' }, why: 'who may see it' },
    { kept: { ...summary, nsfw: true }, why: 'an age limit' },
    { kept: { ...summary, options: [dossierOption] }, why: 'a missing option' },
    { kept: { ...summary, options: [shareOption, dossierOption] }, why: 'the order of options' },
    {
      kept: { ...summary, options: [{ ...dossierOption, required: true }, shareOption] },
      why: 'a required option',
    },
    {
      kept: { ...summary, options: [{ ...dossierOption, autocomplete: false }, shareOption] },
      why: 'suggestions',
    },
    { kept: { ...summary, options: [{ ...dossierOption, max_length: 9 }, shareOption] }, why: 'a length' },
    {
      kept: { ...summary, options: [{ ...dossierOption, type: 5 }, shareOption] },
      why: 'the type of an option',
    },
    { kept: { ...summary, type: 2 }, why: 'the type of the command' },
  ])('writes when Discord has it with a change: $why', async ({ kept }) => {
    const { api, written } = await discordWith([asDiscordKeepsIt(kept)]);

    expect(await registerCommands(api, '1', [summary])).toBe(true);
    expect(written).toHaveLength(1);
  });

  it('takes for no change that Discord gives menus of messages an empty description', async () => {
    const kept = asDiscordKeepsIt({ ...menu, description: '' });
    const { api, written } = await discordWith([kept, asDiscordKeepsIt(summary, 1)]);

    expect(await registerCommands(api, '1', [summary, menu])).toBe(false);
    expect(written).toEqual([]);
  });

  it.each([
    { kept: { ...menu, name_localizations: null }, why: 'a missing translation' },
    { kept: { ...menu, type: ApplicationCommandType.User }, why: 'what it is a menu of' },
    { kept: { ...menu, type: ApplicationCommandType.ChatInput }, why: 'that it is no menu' },
  ])('writes a menu as it is when Discord has it with a change: $why', async ({ kept }) => {
    const { api, written } = await discordWith([asDiscordKeepsIt({ ...kept, description: '' })]);

    expect(await registerCommands(api, '1', [menu])).toBe(true);
    expect(written).toEqual([[menu]]);
  });

  it('writes when Discord has one more than there is', async () => {
    const { api } = await discordWith([
      asDiscordKeepsIt(summary),
      asDiscordKeepsIt({ ...summary, name: 'old' }, 1),
    ]);

    expect(await registerCommands(api, '1', [summary])).toBe(true);
  });
});
