import { matchAt, readAngle, readBareUrl, readCode, readEveryone, WORD } from './markdown-leaves.js';
import { MAX_DEPTH } from './markdown-tree.js';
import { safeUrl } from './safe-url.js';

/** @import { Found } from './markdown-leaves.js' */
/** @import { Inline } from './markdown-tree.js' */

/** Marks that wrap other text, the longest first. */
const WRAPS = /** @type {const} */ ([
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
]);

const ESCAPABLE = /[!-/:-@[-`{-~]/;

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
    case '@':
      return readEveryone(source, at);
    default:
      return null;
  }
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
