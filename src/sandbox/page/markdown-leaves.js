import { safeUrl } from './safe-url.js';

/** @import { Inline } from './markdown-tree.js' */

/**
 * A mark that was read. Those read in this file hold no marks of their own.
 *
 * @typedef {object} Found
 * @property {Inline} node
 * @property {number} end - index just behind what was read
 */

/** What may stand in a word. */
export const WORD = /[\p{L}\p{N}]/u;
const BARE_URL = /https?:\/\/[^\s<>\]]+/y;
const ANGLE_URL = /<(https?:\/\/[^\s<>]+)>/y;
const MENTION = /<(@!?|#|@&)(\d{1,20})>/y;
const COMMAND = /<\/([^<>:\n]{1,100}):\d{1,20}>/y;
const TIME = /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y;
const EMOJI = /<a?:(\w{1,32}):\d{1,20}>/y;
const EVERYONE = /@(?:everyone|here)\b/y;

/**
 * What a sticky expression matches at this very place.
 *
 * @param {RegExp} sticky
 * @param {string} source
 * @param {number} at
 */
export function matchAt(sticky, source, at) {
  sticky.lastIndex = at;
  return sticky.exec(source);
}

/** Code, in a line or as a block of its own. @param {string} source @param {number} at @returns {Found | null} */
export function readCode(source, at) {
  const fence = /`+/y;
  const ticks = matchAt(fence, source, at)?.[0] ?? '`';
  const start = at + ticks.length;
  if (ticks.length >= 3) {
    const close = source.indexOf('```', at + 3);
    if (close > at + 3) {
      const block = /^(?:([\w+.#-]{1,20})\n)?\n?([\s\S]*)$/.exec(source.slice(at + 3, close));
      const text = (block?.[2] ?? '').replace(/\n$/, '');
      if (text.trim() !== '') {
        return { node: { type: 'codeBlock', language: block?.[1] ?? '', text }, end: close + 3 };
      }
    }
    return null;
  }
  for (let close = source.indexOf(ticks, start); close !== -1; close = source.indexOf(ticks, close)) {
    const run = matchAt(fence, source, close)?.[0].length ?? 1;
    if (run === ticks.length) {
      return { node: { type: 'code', text: source.slice(start, close) }, end: close + run };
    }
    close += run;
  }
  return null;
}

/** @param {string} source @param {number} at @returns {Found | null} */
export function readEveryone(source, at) {
  const everyone = matchAt(EVERYONE, source, at);
  return everyone && { node: { type: 'everyone', text: everyone[0] }, end: at + everyone[0].length };
}

/** An address that stands in the text as it is. @param {string} source @param {number} at @returns {Found | null} */
export function readBareUrl(source, at) {
  const url = matchAt(BARE_URL, source, at)?.[0];
  if (!url || WORD.test(source.charAt(at - 1))) return null;
  const text = trimUrl(url);
  const href = safeUrl(text);
  if (!href) return null;
  return { node: { type: 'link', href, children: [{ type: 'text', text }] }, end: at + text.length };
}

/** Leaves out punctuation that belongs to the sentence around a bare link. @param {string} url */
function trimUrl(url) {
  let unopened = url.split(')').length - url.split('(').length;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[.,:;!?"'\]*_~|]/.test(last)) break;
  }
  return url.slice(0, end);
}

/** What stands between < and >: a mention, an address, a command, a time or an emoji. @param {string} source @param {number} at @returns {Found | null} */
export function readAngle(source, at) {
  const mention = matchAt(MENTION, source, at);
  if (mention) {
    const kind = mention[1] === '#' ? 'channel' : mention[1] === '@&' ? 'role' : 'user';
    return { node: { type: kind, id: mention[2] ?? '' }, end: at + mention[0].length };
  }
  const url = matchAt(ANGLE_URL, source, at);
  const href = url && safeUrl(url[1] ?? '');
  if (url && href) {
    const children = [{ type: /** @type {const} */ ('text'), text: url[1] ?? '' }];
    return { node: { type: 'link', href, children }, end: at + url[0].length };
  }
  const command = matchAt(COMMAND, source, at);
  if (command) return { node: { type: 'command', name: command[1] ?? '' }, end: at + command[0].length };
  const time = matchAt(TIME, source, at);
  if (time && Math.abs(Number(time[1])) <= 8_640_000_000_000) {
    return { node: { type: 'time', unix: Number(time[1]), style: time[2] ?? 'f' }, end: at + time[0].length };
  }
  const emoji = matchAt(EMOJI, source, at);
  return emoji && { node: { type: 'emoji', name: emoji[1] ?? '' }, end: at + emoji[0].length };
}
