import type { Case, Resolution } from '../../core/case.ts';
import { formatClaimReference } from '../../core/claim.ts';
import { referenceTo } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { InteractionId, UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, writeAudit } from '../cases/change-case.ts';
import { namedClaim } from '../cases/named-claim.ts';
import { reportsToTell, resolveCase } from '../cases/resolve-case.ts';
import type { BoundDeps } from '../deps.ts';
import type { KnownClaim } from '../dossiers/catalog.ts';
import { answerWatched } from '../watches/answer-watched.ts';
import { casesOfGroup } from './cases-of-group.ts';
import { findGroup, type GroupOf } from './unanswered-groups.ts';

/** A moderator's act on a group of unanswered questions of their server. */
export type ActingOnGroup = GroupOf & {
  readonly interactionId: InteractionId;
  readonly memberId: UserId;
};

/** What answering a group did. */
export type AnsweredGroup = {
  readonly label: string;
  readonly answer: KnownClaim;
  /** The cases it resolved. */
  readonly resolved: readonly Case[];
  /** Those that another moderator has taken, left to them. */
  readonly left: readonly Case[];
  /** How many members are told; of a question that few asked without those who watch it, who stay unseen. */
  readonly told: number;
};

/**
 * Answers a group with a claim: its cases are resolved, those who asked to be told are told, and its questions are forgotten.
 *
 * @param input - `claim` as a moderator names it
 * @throws FootnoteError as `namedClaim` does; `question.gone` when the group is not shown any more, `question.answered` when
 * nothing of it is left to answer, `case.taken` with the `member` when all that is left is another's case, `already-handled`
 * on a second delivery
 */
export async function answerGroup(
  deps: BoundDeps,
  { claim, ...acting }: ActingOnGroup & { readonly claim: string },
): Promise<AnsweredGroup> {
  const { interactionId, guildId, memberId } = acting;
  const answer = namedClaim(await deps.catalogs.of(guildId), claim);
  const reference = referenceTo(answer.dossier, answer.claim);
  const found = await findGroup(deps, acting);
  return actOnce(deps, interactionId, async (stores) => {
    if (found === null) throw new FootnoteError('question.gone');
    const { group, inquiryIds, watchIds } = found;
    const { mine, left } = await casesOfGroup(stores, guildId, group, memberId);
    const resolution = { kind: 'linked', by: memberId, note: null, url: null, claim: reference } as const;
    const { resolved, reporters } = await resolveAll(deps, stores, mine, resolution);
    const watched = { dossierId: answer.dossier.id, claimId: answer.claim.id, reference };
    const watchers = await answerWatched(deps, stores, { guildId, watchIds, claim: watched });
    const forgotten = await stores.inquiries.forgetTextsOf(guildId, inquiryIds);
    // Of what few asked nobody learns by trying whether a member asked it, or watches it.
    const others = group.askedByMany ? watchers + forgotten : 0;
    if (resolved.length + others === 0) throw nothingLeft(left);
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'question.answered',
      caseNumber: null,
      before: null,
      after: formatClaimReference(reference),
    });
    return {
      label: group.label,
      answer,
      resolved,
      left,
      told: reporters + (group.askedByMany ? watchers : 0),
    };
  });
}

async function resolveAll(
  deps: BoundDeps,
  stores: Stores,
  cases: readonly Case[],
  resolution: Resolution,
): Promise<{ readonly resolved: readonly Case[]; readonly reporters: number }> {
  const resolved: Case[] = [];
  let reporters = 0;
  for (const each of cases) {
    resolved.push(await resolveCase(deps, stores, each, resolution));
    reporters += (await reportsToTell(stores, each)).length;
  }
  return { resolved, reporters };
}

/** Why a group cannot be acted on: all of it is done, or what is left is another's. */
export function nothingLeft([first]: readonly Case[]): FootnoteError {
  const member = first?.assigneeId ?? null;
  return member === null
    ? new FootnoteError('question.answered')
    : new FootnoteError('case.taken', { member });
}
