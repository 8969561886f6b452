import { alertCard } from '../cards/alert-card.ts';
import { caseCard } from '../cards/case-card.ts';
import { outcomeCard } from '../cards/outcome-card.ts';
import type { Case } from '../core/case.ts';
import { FootnoteError } from '../core/errors.ts';
import { CaseId, type ChannelId, ReportId } from '../core/ids.ts';
import type { OutboxItem } from '../ports/case-stores.ts';
import type { Messages } from '../ports/message.ts';
import { decodeRoute } from '../routes.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import { words } from '../words/words.ts';
import { sendDigest, sendDigestPaused } from './send-digest.ts';
import { sendWatchNews } from './send-watch-news.ts';
import type { SendingDeps, Sent } from './sending.ts';

/** How often an alert waits for the card it links to, before it is sent without the link. */
const alertPatience = 3;

/**
 * Sends one item and notes that it was sent.
 *
 * @throws whatever Discord or the store refuses; the item is then still to be sent
 */
export async function sendItem(deps: SendingDeps, item: OutboxItem): Promise<Sent> {
  switch (item.kind) {
    case 'case-card':
      return sendCard(deps, item);
    case 'case-alert':
      return sendAlert(deps, item);
    case 'outcome':
      return sendOutcome(deps, item);
    case 'watch-news':
      return sendWatchNews(deps, item);
    case 'digest':
      return sendDigest(deps, item);
    case 'digest-paused':
      return sendDigestPaused(deps, item);
  }
}

/** A case that was purged meanwhile needs nothing sent. */
async function caseOf({ services }: SendingDeps, item: OutboxItem): Promise<ShownCase | null> {
  const { guildId, subjectId } = item;
  try {
    return await services.showCase({ guildId, caseId: CaseId.parse(subjectId) });
  } catch (error) {
    if (error instanceof FootnoteError && error.code === 'case.unknown') return null;
    throw error;
  }
}

async function sendCard(deps: SendingDeps, item: OutboxItem): Promise<Sent> {
  const { services } = deps;
  const shown = await caseOf(deps, item);
  if (shown !== null) {
    const { moderatorsChannel } = await services.settingsOf({ guildId: item.guildId });
    const { card } = shown.case;
    if (card === null) {
      if (moderatorsChannel !== null) return postCard(deps, item, shown, moderatorsChannel);
    } else if (
      (await editCard(deps, shown, card, moderatorsChannel)) === 'moved' &&
      moderatorsChannel !== null
    )
      return postCard(deps, item, shown, moderatorsChannel);
  }
  await services.finishOutbox(item);
  return 'done';
}

/**
 * Shows a posted card anew. One that a moderator deleted is not brought back; `moved` says that it cannot be reached
 * in its channel, and that the server has another channel for cards by now.
 */
async function editCard(
  { messages }: SendingDeps,
  shown: ShownCase,
  card: NonNullable<Case['card']>,
  moderatorsChannel: ChannelId | null,
): Promise<'edited' | 'gone' | 'moved'> {
  const elsewhere = moderatorsChannel !== null && moderatorsChannel !== card.channelId;
  try {
    const edited = await messages.edit(card.channelId, card.messageId, cardOf(shown));
    return edited === 'gone' && elsewhere ? 'moved' : edited;
  } catch (error) {
    const closed = error instanceof FootnoteError && error.code === 'bot.lacks-permission';
    if (closed && elsewhere) return 'moved';
    throw error;
  }
}

/** Posts the first card, or finds the one posted by a process that died before it could note it. */
async function postCard(
  { services, messages }: SendingDeps,
  item: OutboxItem,
  shown: ShownCase,
  channelId: ChannelId,
): Promise<Sent> {
  const { id, card } = shown.case;
  const found = await findPosted(
    messages,
    item,
    channelId,
    (name) => name.startsWith('case.') && name !== 'case.show',
  );
  const messageId = found ?? (await messages.post(channelId, cardOf(shown), { nonce: `card-${id}` }));
  // The card found was made of what was known then. Shown anew before it is noted: nothing waits after that.
  if (found !== null) await messages.edit(channelId, messageId, cardOf(shown));
  const noted = await services.noteCard({ item, card: { channelId, messageId }, instead: card });
  if (noted?.messageId !== messageId) await messages.remove(channelId, messageId);
  return 'done';
}

function cardOf(shown: ShownCase) {
  return caseCard(shown, 'channel', words(shown.cardLocale));
}

/** A message of this case posted by an earlier attempt, by the buttons it holds. */
async function findPosted(
  messages: Messages,
  { begunAt, subjectId }: OutboxItem,
  channelId: ChannelId,
  wanted: (route: string) => boolean,
) {
  if (begunAt === null) return null;
  return messages.findOwn(channelId, begunAt, (customId) => {
    const route = decodeRoute(customId);
    return route !== null && route.args[0] === subjectId && wanted(route.name);
  });
}

async function sendAlert(deps: SendingDeps, item: OutboxItem): Promise<Sent> {
  const { services, messages } = deps;
  const shown = await caseOf(deps, item);
  const { moderatorsChannel, alertRole } = await services.settingsOf({ guildId: item.guildId });
  if (shown !== null && shown.case.state !== 'resolved' && moderatorsChannel !== null && alertRole !== null) {
    if (shown.case.card === null && item.attempts < alertPatience) return 'too-early';
    const found = await findPosted(messages, item, moderatorsChannel, (name) => name === 'case.show');
    if (found === null)
      await messages.post(moderatorsChannel, alertCard(shown, alertRole, words(shown.cardLocale)), {
        nonce: `alert-${shown.case.id}`,
        notify: alertRole,
      });
  }
  await services.finishOutbox(item);
  return 'done';
}

async function sendOutcome({ services, messages }: SendingDeps, item: OutboxItem): Promise<Sent> {
  const { guildId } = item;
  const reportId = ReportId.parse(item.subjectId);
  const told = await services.showOutcome({ guildId, reportId });
  if (told !== null) {
    const card = outcomeCard(told.view, told.serverName, words(told.locale));
    // A case that was reopened has another outcome to tell, which Discord must not take for the first.
    const heard = await messages.tell(told.memberId, card, {
      nonce: `${reportId}-${item.sequence}`,
      begunAt: item.begunAt,
    });
    const { resolvedAt } = told;
    await services.noteOutcome({
      guildId,
      reportId,
      outcome: heard === 'told' ? 'told' : 'waiting',
      resolvedAt,
    });
  }
  await services.finishOutbox(item);
  return 'done';
}
