import { MAX_DEPTH } from './markdown-tree.js';

/** @import { Inline } from './markdown-tree.js' */

/**
 * @typedef {object} Found
 * @property {Inline} node
 * @property {number} end - index just behind what was read
 */

/** Marks that wrap other text, the longest first. */
const WRAPS = /** @type {const} */ ([
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
]);

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const BARE_URL = /https?:\/\/[^\s<>\]]+/y;
const ANGLE_URL = /<(https?:\/\/[^\s<>]+)>/y;
const MENTION = /<(@!?|#|@&)(\d{1,20})>/y;
const COMMAND = /<\/([^<>:\n]{1,100}):\d{1,20}>/y;
const TIME = /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y;
const EMOJI = /<a?:(\w{1,32}):\d{1,20}>/y;
const EVERYONE = /@(?:everyone|here)\b/y;

/**
 * Reads the marks within a line or paragraph. Never throws; what is not a whole mark stays text.
 *
 * @param {string} source
 * @param {number} [depth]
 * @returns {Inline[]}
 */
export function parseInline(source, depth = 0) {
  /** @type {Inline[]} */
  const nodes = [];
  let text = '';
  let at = 0;

  while (at < source.length) {
    const char = source.charAt(at);
    const next = source.charAt(at + 1);
    if (char === '\\' && ESCAPABLE.test(next)) {
      text += next;
      at += 2;
      continue;
    }
    const found = depth < MAX_DEPTH ? readMark(source, at, depth) : null;
    if (found) {
      if (text) nodes.push({ type: 'text', text });
      text = '';
      nodes.push(found.node);
      at = found.end;
    } else {
      text += char;
      at += 1;
    }
  }
  if (text) nodes.push({ type: 'text', text });
  return nodes;
}

/**
 * @param {string} source
 * @param {number} at
 * @param {number} depth
 * @returns {Found | null}
 */
function readMark(source, at, depth) {
  switch (source.charAt(at)) {
    case '`':
      return readCode(source, at);
    case '*':
      return readWrap(source, at, depth) ?? readItalic(source, at, '*', depth);
    case '_':
      return readWrap(source, at, depth) ?? readItalic(source, at, '_', depth);
    case '~':
    case '|':
      return readWrap(source, at, depth);
    case '[':
      return readMaskedLink(source, at, depth);
    case '<':
      return readAngle(source, at);
    case 'h':
      return readBareUrl(source, at);
    case '@': {
      const everyone = matchAt(EVERYONE, source, at);
      return everyone && { node: { type: 'everyone', text: everyone[0] }, end: at + everyone[0].length };
    }
    default:
      return null;
  }
}

/** @param {RegExp} sticky @param {string} source @param {number} at */
function matchAt(sticky, source, at) {
  sticky.lastIndex = at;
  return sticky.exec(source);
}

/** @param {string} source @param {number} at @returns {Found | null} */
function readCode(source, at) {
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

/** @param {string} source @param {number} at @param {number} depth @returns {Found | null} */
function readWrap(source, at, depth) {
  for (const [mark, type] of WRAPS) {
    if (!source.startsWith(mark, at)) continue;
    const start = at + mark.length;
    let close = closingOf(source, start, mark);
    if (close <= start) continue;
    while (source.charAt(close + mark.length) === mark.charAt(0) && mark !== '||') close += 1;
    const inner = source.slice(start, close);
    return { node: { type, children: parseInline(inner, depth + 1) }, end: close + mark.length };
  }
  return null;
}

/** @param {string} source @param {number} at @param {'*' | '_'} mark @param {number} depth @returns {Found | null} */
function readItalic(source, at, mark, depth) {
  const start = at + 1;
  if (source.charAt(start) === mark || /\s/.test(source.charAt(start) || ' ')) return null;
  if (mark === '_' && WORD.test(source.charAt(at - 1))) return null;
  for (
    let close = closingOf(source, start, mark);
    close > start;
    close = closingOf(source, close + 1, mark)
  ) {
    const before = source.charAt(close - 1);
    const after = source.charAt(close + 1);
    if (after === mark) {
      close += 1;
      continue;
    }
    if (/\s/.test(before) || (mark === '_' && WORD.test(after))) continue;
    const children = parseInline(source.slice(start, close), depth + 1);
    return { node: { type: 'italic', children }, end: close + 1 };
  }
  return null;
}

/**
 * Where the closing mark is, skipping escapes and code.
 *
 * @param {string} source
 * @param {number} from
 * @param {string} mark
 * @returns {number} -1 when there is none
 */
function closingOf(source, from, mark) {
  if (!source.includes(mark, from)) return -1;
  for (let at = from; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') {
      at += 1;
    } else if (char === '`') {
      const code = readCode(source, at);
      if (code) at = code.end - 1;
    } else if (source.startsWith(mark, at)) {
      return at;
    }
  }
  return -1;
}

/** @param {string} source @param {number} at @param {number} depth @returns {Found | null} */
function readMaskedLink(source, at, depth) {
  const middle = closingOf(source, at + 1, '](');
  if (middle <= at + 1) return null;
  const target = /\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]*")?\s*\)/y;
  const link = matchAt(target, source, middle);
  const href = link && safeUrl(link[1] ?? '');
  const label = source.slice(at + 1, middle);
  if (!link || !href || label.trim() === '' || /https?:\/\//.test(label)) return null;
  return {
    node: { type: 'link', href, children: parseInline(label, depth + 1) },
    end: middle + link[0].length,
  };
}

/** @param {string} source @param {number} at @returns {Found | null} */
function readBareUrl(source, at) {
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

/** @param {string} url @returns {string | null} the address when it is a complete http or https one */
export function safeUrl(url) {
  const parsed = URL.parse(url);
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.href : null;
}

/** @param {string} source @param {number} at @returns {Found | null} */
function readAngle(source, at) {
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
