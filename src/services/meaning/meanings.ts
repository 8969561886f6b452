import type { Dossier } from '../../core/dossier.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { closeClaims } from '../../core/matching/close-claims.ts';
import { centreOf } from '../../core/matching/closeness.ts';
import type { CloseClaim } from '../../core/matching/fuse.ts';
import { consentTo } from '../../core/model-consent.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Embedder, EmbedderError } from '../../ports/embedder.ts';
import type { Log } from '../../ports/log.ts';
import type { MemberShares, Spender } from '../spending/member-shares.ts';
import type { BudgetDeps } from '../spending/model-budget.ts';
import { rememberVectors } from './known-vectors.ts';
import { neutralVectors, questionVectors } from './paid-vectors.ts';

/** How long, in ms, a question waits for what it means; by words it is answered in a few. */
const budgetMs = 700;

/** What claims mean, and what members' texts do. */
export type Meanings = {
  readonly embedder: Embedder;
  /**
   * The claims of dossiers that are closest in meaning to each of a member's texts, closest first. Nothing is sent for a server
   * that does not let its texts be sent to the model's provider, where no claim has a vector, and where the server's budget or the
   * member's share of it does not hold it.
   *
   * @returns none for a text where words must do; never rejects, and takes 700 ms at most
   */
  closest(asker: Spender, dossiers: readonly Dossier[], texts: readonly string[]): Promise<ClosestClaims>;
  /**
   * Learns how near the model puts texts that have nothing to do with each other, once; until then words must do.
   *
   * @returns false where the month's budget does not hold that
   * @throws EmbedderError
   */
  prepare(stop: AbortSignal): Promise<boolean>;
};

/** By text. */
export type ClosestClaims = ReadonlyMap<string, readonly CloseClaim[]>;

const none: ClosestClaims = new Map();

/** Meanings as an embedder tells them; null without one. */
export function openMeanings(
  deps: BudgetDeps & {
    readonly embedder: Embedder | null;
    readonly memberShares: MemberShares;
    readonly log: Log;
  },
): Meanings | null {
  const { embedder, database, clock, log } = deps;
  if (embedder === null) return null;
  const known = rememberVectors(database, embedder.model);
  /** Of texts about nothing contested; null until it is known. */
  let centre: Float32Array | null = null;

  const search: SearchByMeaning = async (asker, dossiers, texts, stop) => {
    const around = centre;
    if (around === null || texts.length === 0) return none;
    const settings = await database.snapshot((stores) => stores.settings.read(asker.guildId));
    if (consentTo(embedder.provider, settings.model) !== 'given') return none;
    const packs = await known.of(dossiers, around);
    stop.throwIfAborted();
    if (packs.every(({ ids }) => ids.length === 0)) return none;
    const vectors = await questionVectors(deps, embedder, { asker, texts, stop });
    if (typeof vectors === 'string') {
      log.debug({ guildId: asker.guildId, without: vectors }, 'a text was looked up by words alone');
      return none;
    }
    return new Map(
      texts.map((text, at) => {
        const close = closeClaims(packs, vectors[at] ?? new Float32Array(), around);
        if (close === null) throw new EmbedderError('unreadable');
        return [text, close];
      }),
    );
  };

  return {
    embedder,
    async closest(...sought) {
      try {
        return await within(clock, (stop) => search(...sought, stop));
      } catch (error) {
        const isResting = error instanceof EmbedderError && error.failure === 'resting';
        log[isResting ? 'debug' : 'warn'](failureFacts(error), 'a text was looked up by words alone');
        return none;
      }
    },
    async prepare(stop) {
      if (centre !== null) return true;
      const neutral = await neutralVectors(deps, embedder, stop);
      if (neutral !== null) centre = centreOf(neutral);
      return neutral !== null;
    },
  };
}

type SearchByMeaning = (
  asker: Spender,
  dossiers: readonly Dossier[],
  texts: readonly string[],
  stop: AbortSignal,
) => Promise<ClosestClaims>;

/** What a log may say of why there are no vectors. */
export function failureFacts(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof EmbedderError) return { failure: error.failure, status: error.status };
  return { error: errorFacts(error) };
}

/** Gives work so long as a question may wait, and ends it then. */
async function within<T>(clock: Clock, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const cancel = clock.after(budgetMs, () => {
    const tooSlow = new EmbedderError('too-slow');
    stopping.abort(tooSlow);
    reject(tooSlow);
  });
  try {
    return await Promise.race([work(stopping.signal), late]);
  } finally {
    cancel();
  }
}
