import { z } from 'zod';
import { may } from '../../core/access.ts';
import {
  type Context,
  ContextFields,
  type ContextProblem,
  type Hindrance,
  type Keeping,
  keepingOf,
  readContext,
} from '../../core/context.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { FootnoteError } from '../../core/errors.ts';
import { CaseId, type DraftId, type GuildId, type RoleId, type UserId } from '../../core/ids.ts';
import type { ChannelFacts } from '../../ports/message.ts';
import { checkActing } from '../cases/change-case.ts';
import { type MessageCase, messageCaseOf } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { keepDraft, readDraft } from './drafts.ts';

/** What is kept of the form while the moderator looks at the preview. */
export const ContextDraft = z.object({ caseId: CaseId, fields: ContextFields }).readonly();
export type ContextDraft = z.infer<typeof ContextDraft>;

/** Who writes context. */
export type ContextWriter = {
  readonly guildId: GuildId;
  readonly memberId: UserId;
  readonly roles: readonly RoleId[];
};

/** What would be posted, where, and what would become of it. */
export type ContextPlan = {
  readonly case: MessageCase;
  readonly context: Context;
  readonly keeping: Keeping;
  /** Whether every member sees the place. */
  readonly everyoneSees: boolean;
  /** Why it cannot be posted there; null when it can. */
  readonly hindrance: Hindrance | null;
};

/** What the form led to. */
export type ContextPreview = { readonly draftId: DraftId; readonly case: MessageCase } & (
  | { readonly outcome: 'planned'; readonly plan: ContextPlan }
  | { readonly outcome: 'problems'; readonly problems: readonly ContextProblem[] }
  /** The case can no longer be acted on, or Discord does not answer. */
  | { readonly outcome: 'refused'; readonly error: FootnoteError }
);

/**
 * The case, if this moderator may post context for it.
 *
 * @throws FootnoteError `case.unknown`, `case.not-a-message`, `case.taken`, `case.already-resolved`
 */
export async function openContext(
  deps: BoundDeps,
  { guildId, memberId, caseId }: Omit<ContextWriter, 'roles'> & { readonly caseId: CaseId },
): Promise<MessageCase> {
  const found = await deps.database.snapshot((stores) => messageCaseOf(stores, guildId, caseId));
  checkActing(deps, found, memberId);
  return found;
}

/**
 * Keeps what was typed and says what would be posted, or what has to be changed first.
 *
 * @throws FootnoteError `case.unknown`, `case.not-a-message`
 */
export async function previewContext(
  deps: BoundDeps,
  input: ContextWriter & { readonly caseId: CaseId; readonly fields: ContextFields },
): Promise<ContextPreview> {
  const { guildId, memberId, roles, caseId, fields } = input;
  const draft: ContextDraft = { caseId, fields };
  const found = await deps.database.snapshot((stores) => messageCaseOf(stores, guildId, caseId));
  const kept = { draftId: await keepDraft(deps, memberId, draft), case: found };
  const read = await understand(deps, guildId, fields);
  if (read.kind === 'problems') return { ...kept, outcome: 'problems', problems: read.problems };
  try {
    return {
      ...kept,
      outcome: 'planned',
      plan: await planContext(deps, { guildId, memberId, roles }, draft),
    };
  } catch (error) {
    if (error instanceof FootnoteError && /^(?:case|context)\./.test(error.code))
      return { ...kept, outcome: 'refused', error };
    throw error;
  }
}

/**
 * What a preview was made of.
 *
 * @throws FootnoteError `draft.gone`
 */
export async function readContextDraft(
  deps: BoundDeps,
  { guildId, memberId, draftId }: Omit<ContextWriter, 'roles'> & { readonly draftId: DraftId },
): Promise<ContextDraft & { readonly case: MessageCase }> {
  const draft = await readDraft(deps, memberId, draftId, ContextDraft);
  const found = await deps.database.snapshot((stores) => messageCaseOf(stores, guildId, draft.caseId));
  return { ...draft, case: found };
}

/**
 * What would be posted, as everything stands now.
 *
 * @throws FootnoteError as `openContext` does, `case.no-claim` with `claim` when there is no such claim any more,
 * `draft.gone` when the form cannot be understood, `context.failed` when Discord does not answer
 */
export async function planContext(
  deps: BoundDeps,
  { guildId, memberId, roles }: ContextWriter,
  { caseId, fields }: ContextDraft,
): Promise<ContextPlan> {
  const context = await understand(deps, guildId, fields);
  if (context.kind === 'problems') throw lost(context.problems);
  const { found, optedOut } = await deps.database.snapshot(async (stores) => {
    const found = await messageCaseOf(stores, guildId, caseId);
    return { found, optedOut: await authorOptedOut(stores, found.subject.authorId) };
  });
  checkActing(deps, found, memberId);

  const place = await deps.guilds
    .channel(guildId, found.subject.channelId)
    .catch(refusedByDiscord(deps, guildId));
  const everyoneSees = place?.everyoneSees === true && place.kind !== 'private-thread';
  return {
    case: found,
    context,
    keeping: keepingOf(context.kind, found.subject, { optedOut, everyoneSees }),
    everyoneSees,
    hindrance: hindranceIn(place, { id: memberId, roles }),
  };
}

/** Turns what nobody expected of Discord into a sentence that says to try again. */
export function refusedByDiscord(deps: BoundDeps, guildId: GuildId): (error: unknown) => never {
  return (error) => {
    if (error instanceof FootnoteError) throw error;
    deps.log.error({ guildId, error: errorFacts(error) }, 'context could not be posted');
    throw new FootnoteError('context.failed', {}, { cause: error });
  };
}

function lost(problems: readonly ContextProblem[]): FootnoteError {
  const [first] = problems;
  if (first?.problem === 'claim-unknown') return new FootnoteError('case.no-claim', { claim: first.claim });
  return new FootnoteError('draft.gone');
}

async function understand(
  deps: BoundDeps,
  guildId: GuildId,
  fields: ContextFields,
): Promise<Context | { readonly kind: 'problems'; readonly problems: readonly ContextProblem[] }> {
  const read = readContext(fields);
  if (read.kind !== 'claim') return read;
  const known = (await deps.catalogs.of(guildId)).claimNamed(read.name);
  if (known !== null) return { kind: 'claim', ...known };
  return { kind: 'problems', problems: [{ problem: 'claim-unknown', claim: read.name }] };
}

/**
 * Why context cannot be posted in a place; null when it can. Writing would wake an archived thread, so the bot does not.
 * It lends nobody its own reach: a moderator who may not write in a place does not write there through the bot.
 */
function hindranceIn(
  place: ChannelFacts | null,
  member: Parameters<ChannelFacts['permissionsOf']>[0],
): Hindrance | null {
  if (place === null || !may(place.botPermissions, 'viewChannel')) return 'no-access';
  if (place.locked) return 'locked';
  if (place.archived) return 'archived';
  const isThread = place.kind === 'thread' || place.kind === 'private-thread';
  const writing = isThread ? 'sendMessagesInThreads' : 'sendMessages';
  if (!may(place.botPermissions, writing)) return 'no-permission';
  return may(place.permissionsOf(member), writing) ? null : 'not-yours';
}
