import type { GuildId } from '../../core/ids.ts';
import { neutralTexts } from '../../core/matching/closeness.ts';
import { embeddedText } from '../../core/matching/embedded-text.ts';
import { costOfVectors } from '../../core/model-spend.ts';
import { type Embedder, EmbedderError } from '../../ports/embedder.ts';
import type { EmbeddableClaim } from '../../ports/vector-store.ts';
import type { MemberShares, Spender } from '../spending/member-shares.ts';
import { type BudgetDeps, type SetAside, setAside, setAsideEach, settle } from '../spending/model-budget.ts';
import { payFor } from '../spending/paid-request.ts';

type Vectors = readonly Float32Array[];

/** What a member asks, of the server's budget and the member's share of it; else why there are no vectors. */
export async function questionVectors(
  deps: BudgetDeps & { readonly memberShares: MemberShares },
  embedder: Embedder,
  {
    asker,
    texts,
    stop,
  }: { readonly asker: Spender; readonly texts: readonly string[]; readonly stop: AbortSignal },
): Promise<Vectors | 'over-share' | 'over-budget'> {
  const costOf = (tokens: number) => costOfVectors(tokens, deps.modelCosts.embeddingPrice);
  const { guildId, memberId } = asker;
  const atMost = costOf(embedder.costAtMost(texts));
  const paid = await payFor(deps, { guildId, memberId, model: embedder.model, atMost });
  if (typeof paid === 'string') return paid;
  return paying(
    stop,
    () => embedder.embed(texts, 'once', stop),
    (tokens) => paid(costOf(tokens)),
  );
}

/** Texts about nothing contested, which belong to no server; null where the month's budget does not hold them. */
export async function neutralVectors(
  deps: BudgetDeps,
  embedder: Embedder,
  stop: AbortSignal,
): Promise<Vectors | null> {
  const costOf = (tokens: number) => costOfVectors(tokens, deps.modelCosts.embeddingPrice);
  const atMost = costOf(embedder.costAtMost(neutralTexts));
  const aside = await setAside(deps, embedder.model, { guildId: null, atMost });
  if (aside === null) return null;
  return paying(
    stop,
    () => embedder.embed(neutralTexts, 'again', stop),
    (tokens) => settle(deps, [{ aside, cost: costOf(tokens) }]),
  );
}

/** Claims whose vectors were paid for, each by its server, and those vectors. */
export type PaidClaims = { readonly claims: readonly EmbeddableClaim[]; readonly vectors: Vectors };

/** The vectors of those of these claims that their servers' budgets hold, in one request; what it has cost is divided among them. */
export async function claimVectors(
  deps: BudgetDeps,
  embedder: Embedder,
  wanted: readonly EmbeddableClaim[],
  stop: AbortSignal,
): Promise<PaidClaims> {
  const parts = await paidParts(deps, embedder, wanted);
  const claims = parts.flatMap((part) => part.claims);
  if (claims.length === 0) return { claims, vectors: [] };
  const vectors = await paying(
    stop,
    () => embedder.embed(claims.map(embeddedText), 'again', stop),
    (tokens) => settleParts(deps, parts, tokens),
  );
  return { claims, vectors };
}

/** The claims of one server, and what was set aside for them. */
type PaidPart = { readonly claims: readonly EmbeddableClaim[]; readonly aside: SetAside };

async function paidParts(
  deps: BudgetDeps,
  embedder: Embedder,
  wanted: readonly EmbeddableClaim[],
): Promise<readonly PaidPart[]> {
  const ofServers: readonly (readonly [GuildId | null, readonly EmbeddableClaim[]])[] = [
    ...Map.groupBy(wanted, ({ guildId }) => guildId),
  ];
  const asides = await setAsideEach(
    deps,
    embedder.model,
    ofServers.map(([guildId, claims]) => {
      const tokens = embedder.costAtMost(claims.map(embeddedText));
      return { guildId, atMost: costOfVectors(tokens, deps.modelCosts.embeddingPrice) };
    }),
  );
  return ofServers.flatMap(([, claims], at) => {
    const aside = asides[at] ?? null;
    return aside === null ? [] : [{ claims, aside }];
  });
}

/** Divides what a request has cost as what was set aside for it was. */
function settleParts(deps: BudgetDeps, parts: readonly PaidPart[], tokens: number): Promise<void> {
  const setAsideInAll = parts.reduce((sum, { aside }) => sum + aside.spend.embedded, 0);
  const settled = parts.map(({ aside }) => {
    const share = Math.ceil((tokens * aside.spend.embedded) / setAsideInAll);
    return { aside, cost: costOfVectors(share, deps.modelCosts.embeddingPrice) };
  });
  return settle(deps, settled);
}

/** Settles what came of a request. Of one that was stopped nobody knows what it costs: what was set aside for it stays spent. */
async function paying(
  stop: AbortSignal,
  request: () => ReturnType<Embedder['embed']>,
  settleTokens: (tokens: number) => Promise<void>,
): Promise<Vectors> {
  try {
    const { vectors, tokens } = await request();
    await settleTokens(tokens);
    return vectors;
  } catch (error) {
    if (error instanceof EmbedderError && !stop.aborted) await settleTokens(error.tokens);
    throw error;
  }
}
