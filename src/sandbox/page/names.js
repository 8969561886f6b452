/** @import { PageState } from '../page-api.ts' */
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
    role: () => undefined,
  };
}

/** @param {{ id?: string | null, name?: string | null } | undefined} emoji @returns {string} the character, or the name of one the sandbox has no picture of */
export function emojiText(emoji) {
  if (!emoji?.name) return '';
  return emoji.id ? `:${emoji.name}:` : emoji.name;
}

/** The first letters of a name, for a picture-less avatar. @param {string} name */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}
