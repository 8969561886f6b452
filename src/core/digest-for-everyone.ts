import type { Digest } from './digest.ts';
import type { ClaimId } from './ids.ts';

/** A digest that holds nothing but what everyone in the server may read. */
export type DigestForEveryone = Digest & { readonly forEveryone: true };

/**
 * What everyone may read of a digest's questions: claims and groups that enough members asked about on one day. The others are
 * counted; what was put to the moderators is not.
 *
 * @param byMany - the claims that at least `askersFloor` members asked about on one day
 */
export function digestForEveryone(digest: Digest, byMany: ReadonlySet<ClaimId>): DigestForEveryone {
  const { claims, unanswered } = digest;
  const asked = claims.filter(({ claimId }) => byMany.has(claimId));
  const hidden = unanswered.groups.filter(({ askedByMany }) => !askedByMany);
  return {
    ...digest,
    forEveryone: true,
    claims: asked,
    furtherClaims: digest.furtherClaims + claims.length - asked.length,
    unanswered: {
      ...unanswered,
      groups: unanswered.groups
        .filter(({ askedByMany }) => askedByMany)
        .map((group) => ({ ...group, askedModerators: 0, waitingToBeTold: 0 })),
      further: hidden.reduce((sum, { questions }) => sum + questions, unanswered.further),
    },
  };
}
