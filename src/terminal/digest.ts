import { type Library, openLibrary } from '../app.ts';
import { type Digest, shareAnswered } from '../core/digest.ts';
import { digestDocument } from '../core/digest-files.ts';
import { FootnoteError } from '../core/errors.ts';
import type { GuildId } from '../core/ids.ts';
import { guildOption } from './read-options.ts';
import type { Invocation, TerminalCommand } from './terminal-command.ts';

/** `digest` */
export const digest: TerminalCommand = {
  usage: 'digest [--since ISO] [--until ISO] [--guild ID]',
  purpose:
    'what members of a server asked and reported; a week up to today, or days in UTC such as 2026-03-02',
  positionals: { min: 0, max: 0 },
  options: { since: 'string', until: 'string', guild: 'string' },
  needs: [],

  async run(invocation) {
    await using library = await openLibrary(invocation.config, 'read');
    const guildId = guildOption(invocation) ?? (await onlyServer(library));
    const wanted = {
      length: null,
      since: dayOption(invocation, 'since'),
      until: dayOption(invocation, 'until'),
    };
    const { digest: made } = await library.services.makeDigest({ guildId, wanted });
    return { json: { guild: guildId, ...digestDocument(made) }, text: asText(made) };
  },
};

function dayOption({ options }: Invocation, name: 'since' | 'until'): string | null {
  const given = options[name];
  return typeof given === 'string' ? given : null;
}

/** The one server anything is stored of; null where there is none yet. */
async function onlyServer({ database }: Library): Promise<GuildId | null> {
  const [only, ...others] = await database.snapshot(({ departures }) => departures.known());
  if (others.length > 0)
    throw new FootnoteError('usage', { problem: 'There are several servers: name one with --guild ID.' });
  return only ?? null;
}

function asText(made: Digest): string {
  const { period, waiting, questions, claims, cases } = made;
  const { asked, answered, unanswered } = questions.now;
  const share = shareAnswered(questions.now);
  return [
    `${period.from} to ${period.to} (UTC)`,
    `waiting: ${waiting.ageing.total} ageing cases, ${waiting.questions.total} questions put to the moderators`,
    `questions: ${asked} (${questions.before.asked} before); ${answered} answered${share === null ? '' : ` (${Math.round(share * 100)} %)`}, ${unanswered} not`,
    ...claims.map(({ named, asks }) => {
      const name = named === null ? 'no longer published' : `${named.reference.slug}/${named.reference.key}`;
      return `  ${asks.now} (${asks.before} before)  ${name}`;
    }),
    `cases: ${cases.opened.now} new, ${cases.resolved.now} resolved`,
  ].join('\n');
}
