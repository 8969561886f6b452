import type { Case } from '../../core/case.ts';
import type { GuildId, UserId } from '../../core/ids.ts';
import type { UnansweredGroup } from '../../core/unanswered-group.ts';
import type { Stores } from '../../ports/stores.ts';

/** The cases of a group that are not resolved. */
export type CasesOfGroup = {
  /** Those a moderator may act on: nobody's, and their own. */
  readonly mine: readonly Case[];
  /** Those another moderator has taken. */
  readonly left: readonly Case[];
};

/** The cases of a group as they are now, for one moderator, within a transaction or snapshot. */
export async function casesOfGroup(
  { cases }: Pick<Stores, 'cases'>,
  guildId: GuildId,
  { caseNumbers }: Pick<UnansweredGroup, 'caseNumbers'>,
  memberId: UserId,
): Promise<CasesOfGroup> {
  const unresolved: Case[] = [];
  for (const number of caseNumbers) {
    const found = await cases.findByNumber(guildId, number);
    if (found !== null && found.state !== 'resolved') unresolved.push(found);
  }
  const isMine = ({ assigneeId }: Case) => assigneeId === null || assigneeId === memberId;
  return { mine: unresolved.filter(isMine), left: unresolved.filter((each) => !isMine(each)) };
}
