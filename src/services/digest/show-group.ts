import { parseClaimReference } from '../../core/claim.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { UserId } from '../../core/ids.ts';
import type { UnansweredGroup } from '../../core/unanswered-group.ts';
import type { BoundDeps } from '../deps.ts';
import type { KnownClaim } from '../dossiers/catalog.ts';
import { type CasesOfGroup, casesOfGroup } from './cases-of-group.ts';
import { findGroup, type GroupOf } from './unanswered-groups.ts';

/** How many claims are offered as an answer. */
const maxClaims = 5;

/** A group as a moderator sees it who is about to answer it. */
export type ShownGroup = {
  readonly group: UnansweredGroup;
  readonly cases: CasesOfGroup;
  /** The published claims nearest to its question, best first. */
  readonly claims: readonly KnownClaim[];
};

/**
 * A group of unanswered questions with what it takes to answer it.
 *
 * @throws FootnoteError `question.gone` when it is not shown any more
 */
export async function showGroup(
  deps: BoundDeps,
  { memberId, ...of }: GroupOf & { readonly memberId: UserId },
): Promise<ShownGroup> {
  const found = await findGroup(deps, of);
  if (found === null) throw new FootnoteError('question.gone');
  const { group } = found;
  const catalog = await deps.catalogs.of(of.guildId);
  const { matches } = catalog.index.lookUp(group.label, maxClaims);
  return {
    group,
    cases: await deps.database.snapshot((stores) => casesOfGroup(stores, of.guildId, group, memberId)),
    claims: matches.flatMap(({ id }) => catalog.claim(parseClaimReference(id)) ?? []),
  };
}
