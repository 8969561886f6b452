import type { TimeTaken } from '../core/case-times.ts';
import { formatClaimReference } from '../core/claim.ts';
import type { Digest, NamedClaim } from '../core/digest.ts';
import { digestDocument } from '../core/digest-files.ts';
import { shareAnswered } from '../core/inquiry-counts.ts';
import type { UnansweredGroup } from '../core/unanswered-group.ts';
import { openLibrary } from '../library.ts';
import { onlyServer } from './only-server.ts';
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

function asText(made: Digest): string {
  const { period, demo, waiting, questions, claims, unanswered, cases, standings, links } = made;
  const { asked, answered, unanswered: without, undecided } = questions.now;
  const share = shareAnswered(questions.now);
  return [
    `${period.from} to ${period.to} (UTC)`,
    ...(demo ? ['made up for demonstration'] : []),
    `waiting: ageing cases: ${waiting.ageing.total}; other questions put to the moderators: ${waiting.questions.total}; dead links: ${links.dead.length}`,
    ...links.dead.map(({ reference, url }) => `  ${url}  ${formatClaimReference(reference)}`),
    `questions: ${asked} (${questions.before.asked} before); answered: ${answered}${share === null ? '' : ` (${Math.round(share * 100)}%)`}; without a known claim: ${without}; nothing chosen: ${undecided}`,
    `most asked claims: ${claims.length}; further ones: ${made.furtherClaims}`,
    ...claims.map(({ named, asks }) => {
      return `  ${asks.now} (${asks.before} before)  ${nameOf(named)}`;
    }),
    `what no claim answered: ${unanswered.groups.length}; further questions, asked by fewer than three on one day: ${unanswered.further}`,
    ...unanswered.groups.map(groupLine),
    `cases: new: ${cases.opened.now}; resolved: ${cases.resolved.now}`,
    timeLine('resolution time', cases.times.resolution),
    timeLine('handling time', cases.times.handling),
    `standings: changed: ${standings.changed.length}; claims new: ${standings.added}; claims withdrawn: ${standings.withdrawn}`,
    ...standings.changed.map(({ named, from, to }) => `  ${from.label}, now ${to.label}  ${nameOf(named)}`),
    `links: sources: ${links.sources}; never checked: ${links.unchecked}`,
  ].join('\n');
}

function nameOf(named: NamedClaim | null): string {
  return named === null ? 'no longer published' : formatClaimReference(named.reference);
}

function groupLine({ label, questions, askedModerators }: UnansweredGroup): string {
  return `  ${questions} asked, ${askedModerators} put to the moderators  ${label}`;
}

function timeLine(name: string, time: TimeTaken | null): string {
  if (time === null) return `${name}: cases: 0`;
  const inHours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} h`;
  return `${name}: cases: ${time.cases}; median ${inHours(time.medianMs)}, 90th percentile ${inHours(time.p90Ms)}`;
}
