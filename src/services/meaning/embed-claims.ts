import type { ClaimId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import { embeddedText } from '../../core/matching/embedded-text.ts';
import type { ClaimVector, EmbeddableClaim } from '../../ports/vector-store.ts';
import type { BoundDeps } from '../deps.ts';
import { inBatches } from '../in-batches.ts';
import type { Meanings } from './meanings.ts';
import { claimVectors, type PaidClaims } from './paid-vectors.ts';
import { textHash } from './text-hash.ts';

/** Claims of one request: its answer, some megabytes, is read in one go. */
const claimsAtOnce = 100;
/** How long a turn lasts, in ms: longer than a request with its further tries. */
const turnMs = 5 * 60_000;
const removedAtOnce = 100;

/** What came of a round. */
export type EmbeddingRound = {
  /**
   * off: no model is configured; busy: another process has the turn; unchanged: there was nothing to look for; paused: a server's
   * budget of the day, or the month's, does not hold the rest.
   */
  readonly outcome: 'complete' | 'paused' | 'off' | 'busy' | 'unchanged';
  readonly embedded: number;
  /** What the round was about: as long as it is the same, there is nothing new; a paused one's is another the next day (UTC). */
  readonly state: string;
};

export type EmbeddingOrder = {
  readonly stop: AbortSignal;
  /** The state of the last round that was complete or paused, or null: nothing is looked for while it is the same. */
  readonly unless: string | null;
  /** Called after each request. */
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Embeds every claim that has no vector of what it says now, in the order of their ids, a request at a time; what was written stays, so
 * that a round which is cut short is gone on with. Claims that the budget does not hold wait for another day. Then vectors of claims
 * that may not be sent any more are removed and, when all are there, those of other models.
 *
 * @throws EmbedderError when the model does not answer
 */
export async function embedClaims(deps: BoundDeps, order: EmbeddingOrder): Promise<EmbeddingRound> {
  const { meanings, database, clock } = deps;
  if (meanings === null) return { outcome: 'off', embedded: 0, state: '' };
  const state = await stateOf(deps, meanings);
  const pausedState = `${state} paused on ${dayAndHour(clock.now()).day}`;
  if (order.unless === state || order.unless === pausedState)
    return { outcome: 'unchanged', embedded: 0, state: order.unless };
  if (!(await meanings.prepare(order.stop))) {
    await removeOld(deps, meanings, false);
    return { outcome: 'paused', embedded: 0, state: pausedState };
  }

  let heldUntilMs: number | null = null;
  const keepTurn = async () => {
    const untilMs = clock.now() + turnMs;
    const isMine = await database.transaction(({ vectors }) =>
      vectors.takeTurn(clock.now(), untilMs, heldUntilMs),
    );
    if (isMine) heldUntilMs = untilMs;
    return isMine;
  };
  if (!(await keepTurn())) return { outcome: 'busy', embedded: 0, state };
  try {
    const walked = await walk(deps, meanings, order, keepTurn);
    if (walked === null) return { outcome: 'busy', embedded: 0, state };
    const { embedded, isComplete } = walked;
    await removeOld(deps, meanings, isComplete);
    return isComplete
      ? { outcome: 'complete', embedded, state }
      : { outcome: 'paused', embedded, state: pausedState };
  } finally {
    await database.transaction(({ vectors }) => vectors.takeTurn(clock.now(), 0, heldUntilMs));
  }
}

/** How many claims may be embedded, and how many of them have a vector; null where no model is configured. */
export async function countVectors({
  meanings,
  database,
}: BoundDeps): Promise<{ readonly model: string; readonly claims: number; readonly vectors: number } | null> {
  if (meanings === null) return null;
  const { embedder } = meanings;
  const counts = await database.snapshot(({ vectors }) => vectors.counts(embedder));
  return { model: embedder.model, ...counts };
}

/** Changes with the dossiers, and with the servers that let their texts be sent to who runs the model. */
function stateOf({ database }: BoundDeps, { embedder }: Meanings): Promise<string> {
  return database.snapshot(async ({ dossiers, settings }) => {
    const consenting = await settings.withModel(embedder.provider);
    return [await dossiers.revision(), ...consenting].join(' ');
  });
}

/** Goes through all claims; gives how many were embedded, and whether the budget held all, or null when the turn was lost. */
async function walk(
  deps: BoundDeps,
  { embedder }: Meanings,
  { stop, onProgress }: EmbeddingOrder,
  keepTurn: () => Promise<boolean>,
): Promise<{ readonly embedded: number; readonly isComplete: boolean } | null> {
  const { claims: total, vectors: before } = await deps.database.snapshot(({ vectors }) =>
    vectors.counts(embedder),
  );
  let embedded = 0;
  let isComplete = true;
  let after: ClaimId | null = null;
  for (;;) {
    stop.throwIfAborted();
    const behind: ClaimId | null = after;
    const page: readonly EmbeddableClaim[] = await deps.database.snapshot(({ vectors }) =>
      vectors.embeddable(embedder, behind, claimsAtOnce),
    );
    after = page.at(-1)?.claimId ?? null;
    if (after === null) return { embedded, isComplete };
    const wanted = page.filter((claim) => hashOf(claim) !== claim.textHash);
    if (wanted.length === 0) continue;
    if (!(await keepTurn())) return null;
    const made = await claimVectors(deps, embedder, wanted, stop);
    if (made.claims.length < wanted.length) isComplete = false;
    embedded += await keep(deps, embedder, made);
    onProgress(Math.min(total, before + embedded), total);
  }
}

function hashOf(claim: EmbeddableClaim): string {
  return textHash(embeddedText(claim));
}

/** Writes vectors of claims that still say what was sent: while the model was at it, they may have been erased. */
function keep(
  { database }: BoundDeps,
  embedder: Meanings['embedder'],
  { claims: sent, vectors: made }: PaidClaims,
): Promise<number> {
  return database.transaction(async ({ vectors }) => {
    const present = new Map(
      (
        await vectors.stillEmbeddable(
          embedder,
          sent.map(({ claimId }) => claimId),
        )
      ).map((claim) => [claim.claimId, hashOf(claim)]),
    );
    const kept = sent.flatMap((claim, at): readonly ClaimVector[] => {
      const vector = made[at];
      const hash = hashOf(claim);
      if (vector === undefined || present.get(claim.claimId) !== hash) return [];
      return [{ claimId: claim.claimId, dossierId: claim.dossierId, textHash: hash, vector }];
    });
    if (kept.length > 0) await vectors.save(embedder.model, kept);
    return kept.length;
  });
}

async function removeOld(
  { database }: BoundDeps,
  { embedder: { model, provider } }: Meanings,
  isComplete: boolean,
): Promise<void> {
  await database.transaction(({ vectors }) => vectors.dropUnwanted(provider));
  if (!isComplete) return;
  await inBatches(removedAtOnce, (limit) =>
    database.transaction(({ vectors }) => vectors.dropOtherModels(model, limit)),
  );
}
