/** @type {Record<string, Intl.DateTimeFormatOptions>} Discord's styles of `<t:unix:style>`. */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** @type {readonly [Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * A `<t:unix:style>` mark in the words of a locale.
 *
 * @param {number} unix - seconds
 * @param {string} style - one of Discord's letters; `R` is relative to `nowMs`
 * @param {string} locale
 * @param {number} nowMs
 */
export function timestampText(unix, style, locale, nowMs) {
  if (style === 'R') return relativeText(unix - nowMs / 1000, locale);
  return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES.f).format(unix * 1000);
}

/** @param {number} seconds - from now, negative for the past @param {string} locale */
function relativeText(seconds, locale) {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  return unit
    ? words.format(Math.round(seconds / unit[1]), unit[0])
    : words.format(Math.round(seconds), 'second');
}

/** When a message was written, as Discord's list shows it. @param {string} iso @param {string} locale */
export function clockText(iso, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(iso));
}

/** @param {string} iso @param {string} locale */
export function dayText(iso, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso));
}
