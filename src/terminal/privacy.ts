import { type Library, openLibrary } from '../library.ts';
import { requireDatabase } from './existing-data.ts';
import { requiredGuild, userOption } from './read-options.ts';
import type { Invocation, TerminalCommand } from './terminal-command.ts';

/** `privacy export --user ID` */
export const exportMember: TerminalCommand = {
  usage: 'privacy export --user ID',
  purpose: 'prints everything that is stored under a member’s id, in all servers',
  positionals: { min: 0, max: 0 },
  options: { user: 'string' },
  needs: [],

  async run(invocation) {
    const memberId = userOption(invocation);
    await using library = await existing(invocation, 'read');
    const document = await library.services.exportMyData({ memberId });
    return { json: document, text: JSON.stringify(document, null, 2) };
  },
};

/** `privacy delete --user ID` */
export const deleteMember: TerminalCommand = {
  usage: 'privacy delete --user ID',
  purpose: 'erases a member in all servers; their opt-out goes, too',
  positionals: { min: 0, max: 0 },
  options: { user: 'string' },
  needs: [],

  async run(invocation) {
    const memberId = userOption(invocation);
    await using library = await existing(invocation, 'write');
    const { cases } = await library.services.eraseMember({ interactionId: null, memberId });
    const cards = cases === 0 ? '' : ' The bot shows their cards anew while it runs.';
    return { json: { cases }, text: `Erased. Cases that lost something: ${cases}.${cards}` };
  },
};

/** `purge --guild ID` */
export const purge: TerminalCommand = {
  usage: 'purge --guild ID',
  purpose: 'deletes everything that is stored of a server, at once',
  positionals: { min: 0, max: 0 },
  options: { guild: 'string' },
  needs: [],

  async run(invocation) {
    const guildId = requiredGuild(invocation);
    await using library = await existing(invocation, 'write');
    const removed = await library.services.purgeGuild({ guildId });
    const rows = Object.entries(removed).filter(([, count]) => count > 0);
    const lines = rows.map(([table, count]) => `  ${table}: ${count}`);
    const text = rows.length === 0 ? 'There was nothing of that server.' : ['Deleted:', ...lines].join('\n');
    return { json: { removed }, text };
  },
};

/** The services on data that is there: an answer about an empty new database would be a false one. */
function existing({ config }: Invocation, purpose: 'read' | 'write'): Promise<Library> {
  requireDatabase(config);
  return openLibrary(config, purpose);
}
