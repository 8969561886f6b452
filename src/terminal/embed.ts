import { FootnoteError } from '../core/errors.ts';
import { openLibrary } from '../library.ts';
import { EmbedderError } from '../ports/embedder.ts';
import type { TerminalCommand } from './terminal-command.ts';

/** `embed` */
export const embed: TerminalCommand = {
  usage: 'embed',
  purpose:
    'gives every published claim that may be sent its vector of OPENAI_EMBEDDING_MODEL, as the running bot does',
  positionals: { min: 0, max: 0 },
  options: {},
  needs: ['OPENAI_EMBEDDING_MODEL'],

  async run({ config, progress, interrupted }) {
    await using library = await openLibrary(config, 'write');
    const { embedClaims, countVectors } = library.services;
    const stopping = new AbortController();
    void interrupted().then(() => stopping.abort(new FootnoteError('usage', { problem: unfinished })));
    const { outcome, embedded } = await embedClaims({
      stop: stopping.signal,
      unless: null,
      onProgress: progress,
    }).catch((error: unknown) => {
      if (error instanceof EmbedderError)
        throw new FootnoteError('model.failed', { failure: error.failure, status: error.status ?? 'none' });
      throw error;
    });
    const counts = await countVectors();
    const [vectors, claims] = [counts?.vectors ?? 0, counts?.claims ?? 0];
    const done =
      outcome === 'busy'
        ? 'Another process is embedding, or was ended in the midst of it less than five minutes ago.'
        : `Embedded ${embedded}.`;
    const rest = outcome === 'paused' ? ` ${pausedByBudget}` : '';
    return {
      json: { outcome, embedded, vectors, claims },
      text: `${done} Claims with a vector: ${vectors} of ${claims}.${rest}`,
      ...(outcome === 'busy' || outcome === 'paused' ? { exitCode: 1 } : {}),
    };
  },
};

const pausedByBudget =
  'The rest waits: a server’s budget for today (UTC), or MODEL_BUDGET_MONTH, is used up. The running bot goes on tomorrow.';

const unfinished = 'Stopped before the end; what was embedded stays, and the next time goes on from there.';
