import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import { FootnoteError } from '../core/errors.ts';
import { disputeNotes, sourceNotes } from '../core/note.ts';
import { standingOf } from '../core/standing.ts';
import { openLibrary } from '../library.ts';
import { words } from '../words/words.ts';
import { guildOption } from './read-options.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `summary [dossier]` */
export const summary: TerminalCommand = {
  usage: 'summary [dossier] [--guild ID]',
  purpose: 'the summary and key claims of a dossier',
  positionals: { min: 0, max: 1 },
  options: { guild: 'string' },
  needs: [],

  async run(invocation) {
    await using library = await openLibrary(invocation.config, 'read');
    const name = invocation.positionals[0] ?? null;
    const guildId = guildOption(invocation);
    const dossier = await library.services.pickDossier({ guildId, pinnedIn: [], name });
    if (dossier === null) {
      const slugs = (await library.services.listDossiers({ guildId })).map(({ slug }) => slug).join(', ');
      throw new FootnoteError('usage', { problem: `There are several dossiers; name one of ${slugs}.` });
    }
    return { json: asJson(dossier), text: asText(dossier) };
  },
};

function asJson(dossier: Dossier) {
  return {
    dossier: dossier.slug,
    title: dossier.title,
    summary: dossier.summary.text,
    claims: dossier.claims.map((claim) => ({
      id: formatClaimReference(referenceTo(dossier, claim)),
      quote: claim.quote,
      start: claim.start,
      end: claim.end,
      gist: claim.gist,
      kind: claim.kind,
      standing: standingOf(claim.kind, claim.notes).label,
      sourceNotes: sourceNotes(claim.notes).map(({ id: _id, type: _type, link = null, ...note }) => ({
        ...note,
        link,
      })),
      disputeNotes: disputeNotes(claim.notes).map(({ text, url }) => ({ text, url })),
    })),
  };
}

function asText(dossier: Dossier): string {
  const speech = words('en-US');
  const claims = dossier.claims.map((claim) => {
    const { label, counts, openQuestions } = standingOf(claim.kind, claim.notes);
    const standing = speech.say(`standing.${label}.short`);
    return [
      `  ${formatClaimReference(referenceTo(dossier, claim))}  “${claim.quote}”`,
      `      ${standing}: ${counts.supports} support, ${counts.partly} partly, ${counts.contradicts} contradict; ${openQuestions === 1 ? '1 open question' : `${openQuestions} open questions`}`,
    ].join('\n');
  });
  return [dossier.title, '', dossier.summary.text, '', 'Key claims', ...claims].join('\n');
}
