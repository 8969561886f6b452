/** @import { PageState } from '../page-api.ts' */

/**
 * What a person has chosen to look through: kept in the browser, overridden by the address.
 *
 * @typedef {object} Choice
 * @property {string} as - a persona's id; from the address its name or role too, until the state is known
 * @property {string} channel - a channel's id; from the address its name too
 * @property {string} locale
 * @property {'' | 'light' | 'dark'} theme - empty follows the system
 */

/** Discord's locales, each in its own language. Source: Discord's reference, "Locales". */
export const LOCALES = /** @type {const} */ ([
  ['en-US', 'English, US'],
  ['en-GB', 'English, UK'],
  ['ar', 'العربية'],
  ['bg', 'български'],
  ['cs', 'Čeština'],
  ['da', 'Dansk'],
  ['de', 'Deutsch'],
  ['el', 'Ελληνικά'],
  ['es-ES', 'Español'],
  ['es-419', 'Español, LATAM'],
  ['fi', 'Suomi'],
  ['fr', 'Français'],
  ['he', 'עברית'],
  ['hi', 'हिन्दी'],
  ['hr', 'Hrvatski'],
  ['hu', 'Magyar'],
  ['id', 'Bahasa Indonesia'],
  ['it', 'Italiano'],
  ['ja', '日本語'],
  ['ko', '한국어'],
  ['lt', 'Lietuviškai'],
  ['nl', 'Nederlands'],
  ['no', 'Norsk'],
  ['pl', 'Polski'],
  ['pt-BR', 'Português do Brasil'],
  ['ro', 'Română'],
  ['ru', 'Русский'],
  ['sv-SE', 'Svenska'],
  ['th', 'ไทย'],
  ['tr', 'Türkçe'],
  ['uk', 'Українська'],
  ['vi', 'Tiếng Việt'],
  ['zh-CN', '中文'],
  ['zh-TW', '繁體中文'],
]);

const KEYS = /** @type {const} */ (['as', 'channel', 'locale', 'theme']);

/**
 * @param {string} search - the address's query
 * @param {Pick<Storage, 'getItem'>} storage
 * @returns {Choice} unknown locales and themes fall back to en-US and the system's
 */
export function readChoice(search, storage) {
  const query = new URLSearchParams(search);
  const [as = '', channel = '', locale = '', theme = ''] = KEYS.map(
    (key) => query.get(key) ?? storage.getItem(`sandbox.${key}`) ?? '',
  );
  return {
    as,
    channel,
    locale: LOCALES.find(([code]) => code === locale)?.[0] ?? 'en-US',
    theme: theme === 'light' || theme === 'dark' ? theme : '',
  };
}

/** @param {Pick<Storage, 'setItem'>} storage @param {Choice} choice */
export function keepChoice(storage, choice) {
  for (const key of KEYS) storage.setItem(`sandbox.${key}`, choice[key]);
}

/** Turns names in a choice into ids, and what does not exist into what the sandbox shows instead. @param {Choice} choice @param {PageState} state @returns {Choice} */
export function settleChoice(choice, state) {
  const as = choice.as.toLowerCase();
  const persona =
    state.personas.find((one) => one.id === choice.as) ??
    state.personas.find((one) => one.role === as || one.name.toLowerCase() === as);
  const channel =
    state.channels.find((one) => one.id === choice.channel) ??
    state.channels.find((one) => one.name === choice.channel.replace(/^#/, ''));
  const { shown } = state;
  return { ...choice, as: persona?.id ?? shown.as, channel: channel?.id ?? shown.channel };
}
