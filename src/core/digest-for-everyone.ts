import { askersFloor } from './askers-floor.ts';
import type { Digest } from './digest.ts';

/**
 * What everyone may read of a digest's questions: claims that enough members asked about, and groups that enough of them asked
 * on one day. The others are counted; what was put to the moderators is not.
 */
export function digestForEveryone(digest: Digest): Digest {
  const { claims, unanswered } = digest;
  const asked = claims.filter(({ askers }) => askers >= askersFloor);
  const hidden = unanswered.groups.filter(({ askedByMany }) => !askedByMany);
  return {
    ...digest,
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
