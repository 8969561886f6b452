/** @import { PageChannel, PageState } from '../page-api.ts' */
/** @import { MarkdownNames } from './markdown-view.js' */

/**
 * The names that ids in messages are shown with.
 *
 * @param {PageState} state
 * @param {string} locale
 * @param {number} nowMs
 * @returns {MarkdownNames}
 */
export function namesOf(state, locale, nowMs) {
  const people = [...state.personas, state.bot];
  return {
    locale,
    nowMs,
    user: (id) => people.find((one) => one.id === id)?.name,
    channel: (id) => state.channels.find((one) => one.id === id)?.name,
    role: (id) => state.roles.find((one) => one.id === id)?.name,
  };
}

/** @param {{ id?: string | null, name?: string | null } | undefined} emoji @returns {string} the character, or the name of one the sandbox has no picture of */
export function emojiText(emoji) {
  if (!emoji?.name) return '';
  return emoji.id ? `:${emoji.name}:` : emoji.name;
}

/** The sign in front of a channel's name. @param {PageChannel | undefined} channel */
export function channelMark(channel) {
  if (channel?.kind === 'direct') return '@';
  return channel?.kind === 'thread' || channel?.kind === 'private-thread' ? '↳' : '#';
}

/** A channel as it is written: `#news`, `@Footnote`. @param {PageChannel | undefined} channel */
export const placeName = (channel) => `${channel?.kind === 'direct' ? '@' : '#'}${channel?.name ?? ''}`;

/** The first letters of a name, for a picture-less avatar. @param {string} name */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}
