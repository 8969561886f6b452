import { existsSync } from 'node:fs';
import { commandDefinitions } from '../app.ts';
import { FootnoteError } from '../core/errors.ts';
import { openLibrary } from '../library.ts';
import { reachDiscord } from '../outside.ts';
import { requireDatabase } from './existing-data.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `deploy-commands` */
export const deployCommands: TerminalCommand = {
  usage: 'deploy-commands',
  purpose: 'tells Discord the commands, when they differ from what it has (npm start does it too)',
  positionals: { min: 0, max: 0 },
  options: {},
  needs: ['DISCORD_TOKEN'],

  async run({ config }) {
    await using discord = reachDiscord(config);
    const definitions = commandDefinitions();
    const written = await discord.register(definitions);
    const names = definitions.map(({ name }) => `/${name}`).join(', ');
    const text = written ? `Registered ${names}.` : `Discord has them already: ${names}.`;
    return { json: { written, commands: definitions.map(({ name }) => name) }, text };
  },
};

/** `backup FILE` */
export const backup: TerminalCommand = {
  usage: 'backup FILE',
  purpose: 'copies the database, checked, while the bot goes on',
  positionals: { min: 1, max: 1 },
  options: {},
  needs: [],

  async run({ config, positionals }) {
    const file = positionals[0] ?? '';
    requireDatabase(config);
    if (existsSync(file))
      throw new FootnoteError('usage', { problem: 'That file exists already: name a new one.' });
    await using library = await openLibrary(config, 'read');
    await library.database.backup(file);
    return { json: { file }, text: `Backed up to ${file}.` };
  },
};
