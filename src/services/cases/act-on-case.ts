import type { AuditAct } from '../../core/audit.ts';
import type { Case, CaseAct, Resolution } from '../../core/case.ts';
import { referenceTo } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog } from '../dossiers/catalog.ts';
import { caseWaitsAgain } from './case-waits-again.ts';
import { type ActingOnCase, actOnCase, actOnce, caseOf } from './change-case.ts';
import { namedClaim } from './named-claim.ts';
import { resolveCase } from './resolve-case.ts';
import { type ShownCase, shownCase } from './show-case.ts';

/** The longest reason for taking no action, in UTF-16 code units. */
export const maxReasonChars = 500;

type Step = (stores: Stores, before: Case, catalog: Catalog) => Promise<Case>;

/** One act in one transaction; answers with the case as its card shows it from now on. */
async function act(deps: BoundDeps, acting: ActingOnCase, step: Step): Promise<ShownCase> {
  const { interactionId, guildId, caseId } = acting;
  const catalog = await deps.catalogs.of(guildId);
  return actOnce(deps, interactionId, async (stores) => {
    const after = await step(stores, await caseOf(stores, guildId, caseId), catalog);
    return shownCase(deps, stores, catalog, after);
  });
}

function change(deps: BoundDeps, acting: ActingOnCase, done: CaseAct, audited: AuditAct): Promise<ShownCase> {
  return act(deps, acting, (stores, before) =>
    actOnCase(deps, stores, before, done, { act: audited, actorId: acting.memberId }),
  );
}

/**
 * Takes a case for oneself.
 *
 * @throws FootnoteError `case.unknown`, and as `afterAct` does; `already-handled` on a second delivery, as all acts here
 */
export function takeCase(deps: BoundDeps, acting: ActingOnCase): Promise<ShownCase> {
  return change(deps, acting, { do: 'take', by: acting.memberId }, 'case.taken');
}

/**
 * Takes a case over from the moderator the card named.
 *
 * @throws FootnoteError `case.unknown`, and as `afterAct` does
 */
export function takeOverCase(
  deps: BoundDeps,
  { from, ...acting }: ActingOnCase & { readonly from: UserId },
): Promise<ShownCase> {
  return change(deps, acting, { do: 'take-over', by: acting.memberId, from }, 'case.taken');
}

/**
 * Gives one's own case back.
 *
 * @throws FootnoteError `case.unknown`, and as `afterAct` does
 */
export function giveBackCase(deps: BoundDeps, acting: ActingOnCase): Promise<ShownCase> {
  return change(deps, acting, { do: 'give-back', by: acting.memberId }, 'case.given-back');
}

/**
 * Has a case that is done wait once more; its reporters hear the new outcome, too.
 *
 * @throws FootnoteError `case.unknown`, `case.not-resolved`
 */
export function reopenCase(deps: BoundDeps, acting: ActingOnCase): Promise<ShownCase> {
  return act(deps, acting, (stores, before) =>
    caseWaitsAgain(deps, stores, before, 'reopen', acting.memberId),
  );
}

function resolve(
  deps: BoundDeps,
  acting: ActingOnCase,
  outcome: (before: Case, catalog: Catalog) => Partial<Resolution> & Pick<Resolution, 'kind'>,
): Promise<ShownCase> {
  return act(deps, acting, (stores, before, catalog) =>
    resolveCase(deps, stores, before, {
      by: acting.memberId,
      note: null,
      url: null,
      claim: null,
      ...outcome(before, catalog),
    }),
  );
}

/** What a case is closed with, when nothing is posted or linked. */
export type Closing =
  | { readonly kind: 'handled-elsewhere' }
  /** `reason` is what the reporters read. */
  | { readonly kind: 'no-action'; readonly reason: string };

/**
 * Resolves a case that was handled elsewhere, or on which nothing is done.
 *
 * @throws FootnoteError `case.unknown`, `case.taken`, `case.already-resolved`, `case.reason-missing` when the reason
 * is blank
 */
export function closeCase(
  deps: BoundDeps,
  { closing, ...acting }: ActingOnCase & { readonly closing: Closing },
): Promise<ShownCase> {
  return resolve(deps, acting, () => {
    if (closing.kind === 'handled-elsewhere') return { kind: closing.kind };
    const note = closing.reason.trim().slice(0, maxReasonChars);
    if (note === '') throw new FootnoteError('case.reason-missing');
    return { kind: closing.kind, note };
  });
}

/**
 * Resolves a case with a claim that answers it.
 *
 * @param input - `claim` as a moderator names it: `slug/c01`, or `c01` where one dossier alone has it
 * @throws FootnoteError `case.unknown`, `case.taken`, `case.already-resolved`, `case.no-claim` with the `claim` named,
 * `case.claim-missing` when none is named
 */
export function linkCase(
  deps: BoundDeps,
  { claim, ...acting }: ActingOnCase & { readonly claim: string },
): Promise<ShownCase> {
  return resolve(deps, acting, (_, catalog) => {
    const known = namedClaim(catalog, claim);
    return { kind: 'linked', claim: referenceTo(known.dossier, known.claim) };
  });
}

/**
 * Resolves a case whose drafted dossier is published by now.
 *
 * @throws FootnoteError `case.unknown`, `case.taken`, `case.already-resolved`, `case.dossier-unpublished` with the
 * `dossier`, `button.expired` when none was drafted
 */
export function confirmDossier(deps: BoundDeps, acting: ActingOnCase): Promise<ShownCase> {
  return resolve(deps, acting, ({ draft, guildId }, catalog) => {
    if (draft === null) throw new FootnoteError('button.expired');
    if (catalog.dossier(draft)?.guildId !== guildId)
      throw new FootnoteError('case.dossier-unpublished', { dossier: draft });
    return { kind: 'dossier-made' };
  });
}
