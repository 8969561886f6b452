import { parseInline } from './markdown-inline.js';
import { MAX_DEPTH } from './markdown-tree.js';

/** @import { Block } from './markdown-tree.js' */

const HEADING = /^(#{1,3})\s+(\S.*)$/;
const SUBTEXT = /^-#\s+(\S.*)$/;
const ITEM = /^(\s*)([-*]|\d{1,9}\.)\s+(\S.*)$/;

/**
 * Reads a message the way Discord does: quotes, headings, subtext, lists, code and the marks in them.
 * Never throws; anything that is no complete mark is plain text.
 *
 * @param {string} source
 * @param {number} [depth] - of quotes and lists around it
 * @returns {Block[]}
 */
export function parseMarkdown(source, depth = 0) {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let text = [];

  const flush = () => {
    const joined = text.join('\n');
    if (text.length > 0 && (joined !== '' || blocks.length === 0)) {
      blocks.push({ type: 'text', children: parseInline(joined) });
    }
    text = [];
  };

  for (let at = 0; at < lines.length; ) {
    const fenced = fenceEnd(lines, at);
    if (fenced > at) {
      text.push(...lines.slice(at, fenced));
      at = fenced;
      continue;
    }
    const found = depth < MAX_DEPTH ? readBlock(lines, at, depth) : null;
    if (found) {
      flush();
      blocks.push(found.block);
      at = found.next;
    } else {
      text.push(lines[at] ?? '');
      at += 1;
    }
  }
  flush();
  return blocks;
}

/**
 * A line that opens a code block carries the lines up to the closing fence with it.
 *
 * @param {readonly string[]} lines
 * @param {number} at
 * @returns {number} the line behind the code, or `at` when none starts here
 */
function fenceEnd(lines, at) {
  const fences = (/** @type {string} */ line) => line.split('```').length - 1;
  const line = lines[at] ?? '';
  if (/^(?:>|-#|#{1,3} )/.test(line) || fences(line) % 2 === 0) return at;
  for (let end = at + 1; end < lines.length; end += 1) {
    if (fences(lines[end] ?? '') % 2 === 1) return end + 1;
  }
  return at;
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 * @param {number} depth
 * @returns {{ block: Block, next: number } | null}
 */
function readBlock(lines, at, depth) {
  const line = lines[at] ?? '';
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    return { block: { type: 'quote', children: parseMarkdown(rest, depth + 1) }, next: lines.length };
  }
  if (line.startsWith('> ')) {
    let next = at;
    while ((lines[next] ?? '').startsWith('> ') || lines[next] === '>') next += 1;
    const quoted = lines.slice(at, next).map((one) => one.slice(2));
    return { block: { type: 'quote', children: parseMarkdown(quoted.join('\n'), depth + 1) }, next };
  }
  const heading = HEADING.exec(line);
  if (heading) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
    return { block: { type: 'heading', level, children: parseInline(heading[2] ?? '') }, next: at + 1 };
  }
  const subtext = SUBTEXT.exec(line);
  if (subtext) return { block: { type: 'subtext', children: parseInline(subtext[1] ?? '') }, next: at + 1 };
  return ITEM.test(line) ? readList(lines, at, depth) : null;
}

/**
 * @param {readonly string[]} lines
 * @param {number} at - a line that is a list item
 * @param {number} depth
 * @returns {{ block: Block, next: number }}
 */
function readList(lines, at, depth) {
  const first = ITEM.exec(lines[at] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const ordered = /\d/.test(first?.[2] ?? '');
  /** @type {Block[][]} */
  const items = [];
  let next = at;

  while (next < lines.length) {
    const item = ITEM.exec(lines[next] ?? '');
    const own = item && item[1]?.length === indent && /\d/.test(item[2] ?? '') === ordered;
    if (!own) break;
    const body = [item[3] ?? ''];
    next += 1;
    while (next < lines.length && belongsToItem(lines[next] ?? '', indent)) {
      body.push((lines[next] ?? '').slice(indent + 1));
      next += 1;
    }
    items.push(itemBlocks(body, depth));
  }
  const start = ordered ? Number.parseInt(first?.[2] ?? '1', 10) : 1;
  return { block: { type: 'list', ordered, start, items }, next };
}

/** @param {string} line @param {number} indent of the item above */
function belongsToItem(line, indent) {
  return line.trim() !== '' && line.length - line.trimStart().length > indent;
}

/** @param {readonly string[]} body - an item's first line and the deeper lines below it @param {number} depth @returns {Block[]} */
function itemBlocks(body, depth) {
  const nested = body.slice(1);
  const margin = Math.min(...nested.map((line) => line.length - line.trimStart().length));
  const below = nested.map((line) => line.slice(margin)).join('\n');
  /** @type {Block[]} */
  const blocks = [{ type: 'text', children: parseInline(body[0] ?? '') }];
  return below === '' ? blocks : [...blocks, ...parseMarkdown(below, depth + 1)];
}
