import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import { standingOf } from '../core/standing.ts';
import { openLibrary } from '../library.ts';
import type { FoundClaim } from '../services/asking/look-up-claim.ts';
import { words } from '../words/words.ts';
import { guildOption, topOption } from './read-options.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `lookup "text"` */
export const lookup: TerminalCommand = {
  usage: 'lookup "text" [--top N] [--guild ID]',
  purpose: 'the claims a question is about; nothing is written down',
  positionals: { min: 1, max: 1 },
  options: { top: 'string', guild: 'string' },
  needs: [],

  async run(invocation) {
    await using library = await openLibrary(invocation.config, 'read');
    const { outcome, matches } = await library.services.searchClaims({
      guildId: guildOption(invocation),
      text: invocation.positionals[0] ?? '',
      limit: topOption(invocation, 5),
    });
    const json = {
      outcome,
      matches: matches.map((match) => ({
        claimId: nameOf(match),
        score: match.score,
        confidence: match.confidence,
        quote: match.claim.quote,
      })),
    };
    return { json, text: [headlines[outcome], ...matches.map(asText)].join('\n\n') };
  },
};

const headlines = {
  answered: 'One claim matches:',
  ambiguous: 'It could be one of these:',
  unanswered: 'No known claim matches. That says nothing about whether it is true.',
};

function nameOf({ dossier, claim }: FoundClaim): string {
  return formatClaimReference(referenceTo(dossier, claim));
}

function asText(match: FoundClaim): string {
  const { claim, confidence } = match;
  const { label, counts } = standingOf(claim.kind, claim.notes);
  return [
    `${nameOf(match)}  (confidence ${confidence.toFixed(2)})`,
    `  The post says: “${claim.quote}”`,
    `  ${words('en-US').say(`standing.${label}.short`)}: ${counts.supports} support, ${counts.partly} partly, ${counts.contradicts} contradict`,
  ].join('\n');
}
