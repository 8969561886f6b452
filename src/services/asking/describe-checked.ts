import type { ProposedClaim } from '../../core/analysis/analysis.ts';
import { worthChecking } from '../../core/analysis/worth-describing.ts';
import { formatClaimReference } from '../../core/claim.ts';
import { referenceTo } from '../../core/dossier.ts';
import type { GuildId } from '../../core/ids.ts';
import type { AnalyzedPost } from '../analysis/analyze-post.ts';
import type { BoundDeps } from '../deps.ts';
import type { ClaimOfPost } from './check-post.ts';

/** A claim that an analysis finds in a post, and the known claim it is, where it surely is one. */
export type KeyClaim = ProposedClaim & { readonly known: ClaimOfPost | null };

/** A checked post as an analysis describes it; nobody has reviewed that. */
export type DescribedPost = AnalyzedPost & {
  /** Those worth checking, in the analysis' order. */
  readonly keyClaims: readonly KeyClaim[];
  /** Who runs the model, as members read it; null where there is none. */
  readonly provider: string | null;
};

/**
 * Joins what an analysis says of a post with the known claims found in it.
 *
 * @param input - `claims`: the known claims that the post makes
 */
export async function describeChecked(
  deps: BoundDeps,
  {
    guildId,
    claims,
    analyzed,
  }: {
    readonly guildId: GuildId;
    readonly claims: readonly ClaimOfPost[];
    readonly analyzed: AnalyzedPost;
  },
): Promise<DescribedPost> {
  const { index } = await deps.catalogs.of(guildId);
  const knownAs = (quote: string) => {
    const { outcome, matches } = index.lookUp(quote, 1);
    const id = outcome === 'answered' ? matches[0]?.id : undefined;
    const named = claims.find(
      ({ dossier, claim }) => formatClaimReference(referenceTo(dossier, claim)) === id,
    );
    return named ?? claims.find(({ surest }) => quote.includes(surest.sentence)) ?? null;
  };
  return {
    ...analyzed,
    keyClaims: worthChecking(analyzed.analysis).map((claim) => ({
      ...claim,
      known: knownAs(claim.quote),
    })),
    provider: deps.installation.models?.provider ?? null,
  };
}
