/** @import { PageEvent, PageMessage, PageState } from '../page-api.ts' */

/** Discord's message flags that change how a message looks. Source: Discord's reference, "Message flags". */
const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const COMPONENTS_V2 = 1 << 15;

/** @param {PageMessage} item */
export function flagsOf(item) {
  const flags = item.message.flags ?? 0;
  return {
    ephemeral: (flags & EPHEMERAL) !== 0,
    loading: (flags & LOADING) !== 0,
    componentsV2: (flags & COMPONENTS_V2) !== 0,
  };
}

/**
 * The state after something happened. A message that is already there is replaced where it stands.
 *
 * @param {PageState} state
 * @param {PageEvent} event
 * @returns {PageState}
 */
export function applyEvent(state, event) {
  switch (event.type) {
    case 'message': {
      const at = state.messages.findIndex((item) => item.message.id === event.message.message.id);
      const messages =
        at === -1 ? [...state.messages, event.message] : state.messages.with(at, event.message);
      return { ...state, messages };
    }
    case 'removed':
      return { ...state, messages: state.messages.filter((item) => item.message.id !== event.messageId) };
    case 'activity': {
      const { channelId, atMs } = event;
      const channels = state.channels.map((one) =>
        one.id === channelId ? { ...one, newestMs: Math.max(one.newestMs, atMs) } : one,
      );
      return { ...state, channels };
    }
    case 'places':
      return state;
    case 'bot':
      return { ...state, bot: { ...state.bot, online: event.online } };
    case 'commands':
      return { ...state, commands: event.commands };
  }
}

const GROUP_MS = 7 * 60_000;

/**
 * Whether a message shows its author again, or continues the one above it as Discord lets it (7 minutes).
 *
 * @param {PageMessage | undefined} above
 * @param {PageMessage} item
 */
export function startsGroup(above, item) {
  if (!above || item.usedCommand || item.message.message_reference || flagsOf(item).ephemeral) return true;
  if (above.message.author.id !== item.message.author.id || flagsOf(above).ephemeral) return true;
  return Date.parse(item.message.timestamp) - Date.parse(above.message.timestamp) > GROUP_MS;
}
