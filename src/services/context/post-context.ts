import type { ClaimReference } from '../../core/claim.ts';
import { formatClaimReference } from '../../core/claim.ts';
import { type Hindrance, hindrances, keepingOf } from '../../core/context.ts';
import { contextClaimKey, type DossierPhrases } from '../../core/context-dossier.ts';
import { referenceTo } from '../../core/dossier.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { DraftId, InteractionId, MessageId } from '../../core/ids.ts';
import { messageLink } from '../../core/message-link.ts';
import { retention } from '../../core/retention.ts';
import type { Card } from '../../ports/message.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, writeAudit } from '../cases/change-case.ts';
import { contextResolution, type MessageCase, messageCaseOf, withText } from '../cases/message-case.ts';
import { resolveCase } from '../cases/resolve-case.ts';
import type { BoundDeps } from '../deps.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { keepContext } from './keep-context.ts';
import {
  type ContextPlan,
  type ContextWriter,
  planContext,
  readContextDraft,
  refusedByDiscord,
} from './plan-context.ts';

/** What is posted and kept, made of the plan by those who know the words. */
export type ComposedContext = {
  readonly card: Card;
  /** The custom_id of a button in `card` that no other message has. */
  readonly mark: string;
  readonly phrases: DossierPhrases;
};

/** What pressing "Post it" led to. */
export type PostedContext =
  | {
      readonly outcome: 'posted';
      readonly case: MessageCase;
      readonly url: string;
      /** Whether an earlier press of the same preview posted it. */
      readonly again: boolean;
      /** The claim of the dossier it is kept in; null when it is not kept. */
      readonly kept: ClaimReference | null;
    }
  | { readonly outcome: 'hindered'; readonly plan: ContextPlan; readonly hindrance: Hindrance };

type Sending = ContextWriter & {
  readonly interactionId: InteractionId;
  readonly draftId: DraftId;
  compose(plan: ContextPlan): ComposedContext;
};

/** How far the posting of one preview has come. */
type Progress = {
  readonly begunAt: number;
  readonly messageId: MessageId | null;
  readonly done: boolean;
};

/**
 * Posts what a preview showed as a reply to the message, and resolves the case.
 *
 * Posting cannot be part of the transaction. Therefore it is noted that it begins, with the draft and for as long;
 * then it is posted, under a nonce of the draft; then everything else is written at once. After a death of the process in
 * between, the case is open and its message stands: a further press of the same preview finds that message, by the
 * note, by the nonce, or by its mark, and goes on from there. When another moderator was faster, the message goes again.
 *
 * @throws FootnoteError `draft.gone`, `case.taken`, `case.already-resolved`, `case.no-claim`, `context.failed` when
 * Discord does not take it, `already-handled` on a second delivery; then the case is unchanged
 */
export async function postContext(deps: BoundDeps, sending: Sending): Promise<PostedContext> {
  const { guildId, draftId } = sending;
  const draft = await readContextDraft(deps, sending);
  const progress = (await deps.cache.get<Progress>(progressKey(draftId))) ?? null;
  let messageId = progress?.messageId ?? null;
  if (progress?.done && messageId !== null) return postedBefore(draft.case, messageId);
  try {
    const plan = await planContext(deps, sending, draft);
    const composed = sending.compose(plan);
    const posted = plan.hindrance ?? (await postOnce(deps, sending, plan, composed, progress));
    if (isHindrance(posted)) return { outcome: 'hindered', plan, hindrance: posted };

    messageId = posted;
    const url = linkTo(plan.case, posted);
    const written = await actOnce(deps, sending.interactionId, (stores) =>
      writeDown(deps, stores, sending, plan, composed.phrases, url),
    );
    deps.catalogs.changed();
    await noteProgress(deps, draftId, { begunAt: deps.clock.now(), messageId, done: true });
    deps.log.info({ guildId, kept: written.kept !== null }, 'context posted');
    return { outcome: 'posted', url, ...written };
  } catch (error) {
    return settle(deps, draft.case, messageId, error);
  }
}

function linkTo({ guildId, subject }: MessageCase, messageId: MessageId): string {
  return messageLink({ guildId, channelId: subject.channelId, messageId });
}

function postedBefore(found: MessageCase, messageId: MessageId): PostedContext {
  return { outcome: 'posted', case: found, url: linkTo(found, messageId), again: true, kept: null };
}

function isHindrance(posted: MessageId | Hindrance): posted is Hindrance {
  return hindrances.some((hindrance) => hindrance === posted);
}

/**
 * Ends an attempt that failed. Where the case can no longer be resolved with the message, it is taken away, unless
 * a press at the same moment has just done so; any other failure leaves it to the next press.
 */
async function settle(
  deps: BoundDeps,
  { guildId, id }: MessageCase,
  messageId: MessageId | null,
  error: unknown,
): Promise<PostedContext> {
  if (messageId === null || !(error instanceof FootnoteError) || !error.code.startsWith('case.')) throw error;
  const current = await deps.database.snapshot((stores) => messageCaseOf(stores, guildId, id));
  if (current.resolution?.url === linkTo(current, messageId)) return postedBefore(current, messageId);
  await deps.messages.remove(current.subject.channelId, messageId).catch((failure: unknown) => {
    deps.log.error({ guildId, error: errorFacts(failure) }, 'context of a case that was resolved stands');
  });
  throw error;
}

/** The posted message, whether this press posts it or an earlier one did; or why it cannot be posted. */
async function postOnce(
  deps: BoundDeps,
  { guildId, draftId }: Sending,
  plan: ContextPlan,
  { card, mark }: ComposedContext,
  progress: Progress | null,
): Promise<MessageId | Hindrance> {
  if (progress?.messageId) return progress.messageId;
  const { channelId, messageId: replyTo } = plan.case.subject;
  const begunAt = progress?.begunAt ?? deps.clock.now();
  await noteProgress(deps, draftId, { begunAt, messageId: null, done: false });
  const refused = refusedByDiscord(deps, guildId);
  try {
    const found =
      progress === null ? null : await deps.messages.findOwn(channelId, begunAt, (id) => id === mark);
    const messageId =
      found ?? (await deps.messages.post(channelId, card, { nonce: `context-${draftId}`, replyTo }));
    await noteProgress(deps, draftId, { begunAt, messageId, done: false });
    return messageId;
  } catch (error) {
    if (!(error instanceof FootnoteError)) return refused(error);
    const archived = error.code === 'share.thread-archived';
    if (!archived && error.code !== 'bot.lacks-permission') throw error;
    await deps.cache.delete(progressKey(draftId));
    return archived ? 'archived' : 'no-permission';
  }
}

type Written = Pick<Extract<PostedContext, { outcome: 'posted' }>, 'case' | 'again' | 'kept'>;

async function writeDown(
  deps: BoundDeps,
  stores: Stores,
  { guildId, memberId }: Sending,
  plan: ContextPlan,
  phrases: DossierPhrases,
  url: string,
): Promise<Written> {
  const current = await messageCaseOf(stores, guildId, plan.case.id);
  if (current.resolution?.url === url) return { case: current, again: true, kept: null };

  const kept = await keptClaim(deps, stores, current, plan, phrases);
  const { context } = plan;
  const claim = context.kind === 'claim' ? referenceTo(context.dossier, context.claim) : kept;
  const resolution = contextResolution(memberId, url, claim);
  await resolveCase(deps, stores, current, resolution);
  await writeAudit(deps, stores, {
    guildId,
    actorId: memberId,
    act: 'context.posted',
    caseNumber: current.number,
    before: null,
    after: claim === null ? null : formatClaimReference(claim),
  });
  return { case: current, again: false, kept };
}

/** Keeps the context if that is still allowed: the message may have been deleted since the preview. */
async function keptClaim(
  deps: BoundDeps,
  stores: Stores,
  current: MessageCase,
  { context, everyoneSees }: ContextPlan,
  phrases: DossierPhrases,
): Promise<ClaimReference | null> {
  const from = withText(current);
  const optedOut = await authorOptedOut(stores, current.subject.authorId);
  const keeping = keepingOf(context.kind, current.subject, { optedOut, everyoneSees });
  if (from === null || keeping !== 'kept' || context.kind !== 'text') return null;
  const { slug } = await keepContext(deps, stores, from, context, phrases);
  return { slug, key: contextClaimKey };
}

function noteProgress(deps: BoundDeps, draftId: DraftId, progress: Progress): Promise<void> {
  return deps.cache.set(progressKey(draftId), progress, retention.draftMinutes * 60_000);
}

function progressKey(draftId: DraftId): string {
  return `context:${draftId}`;
}
