import { asRanked } from '../core/evaluation/chances.ts';
import { formatRun, type Run } from '../core/evaluation/run.ts';
import { buildClaimIndex } from '../core/matching/claim-index.ts';
import { readTextLines } from './read-lines.ts';
import { requiredFile, topOption } from './read-options.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `rank` */
export const rank: TerminalCommand = {
  usage: 'rank --claims C.jsonl --queries Q.jsonl [--top N]',
  purpose:
    'the claims of a file nearest to each query of another, as a TREC run; lines are {"id", "text", "title"?}',
  positionals: { min: 0, max: 0 },
  options: { claims: 'string', queries: 'string', top: 'string' },
  needs: [],

  async run(invocation) {
    const claims = await readTextLines(requiredFile(invocation, 'claims'));
    const queries = await readTextLines(requiredFile(invocation, 'queries'));
    const top = topOption(invocation, 10);
    const index = buildClaimIndex(
      claims.map(({ id, text, title }) => ({ id, quote: text, gist: '', title })),
    );
    const run: Run = new Map(
      queries.map(({ id, text }, done) => {
        invocation.progress(done + 1, queries.length);
        return [id, asRanked(index.rank(text, top))];
      }),
    );
    const json = [...run].map(([query, ranked]) => ({ query, claims: ranked }));
    return { json, text: formatRun(run, 'footnote') };
  },
};
