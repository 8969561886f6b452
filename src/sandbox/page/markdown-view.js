import { parseMarkdown } from './markdown.js';
import { timestampText } from './timestamps.js';

/** @import { VNode, ComponentChildren } from '/vendor/preact.js' */
/** @import { Block, Inline } from './markdown-tree.js' */

/**
 * Names that mentions are shown with, and how times are worded.
 *
 * @typedef {object} MarkdownNames
 * @property {string} locale
 * @property {number} nowMs
 * @property {(id: string) => string | undefined} user
 * @property {(id: string) => string | undefined} channel
 * @property {(id: string) => string | undefined} role
 *
 * @typedef {(type: string, props: Record<string, unknown>, ...children: ComponentChildren[]) => VNode} MakeVNode
 */

/** A link to a message, which here leads to the message on this page. */
const MESSAGE_LINK = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/(\d+)$/;

/**
 * Every element that a message’s text may become.
 *
 * @public the tests hold the renderer to it
 */
export const MARKDOWN_ELEMENTS = /** @type {const} */ ([
  'a',
  'blockquote',
  'code',
  'div',
  'em',
  'h3',
  'h4',
  'h5',
  'li',
  'ol',
  'pre',
  's',
  'small',
  'span',
  'strong',
  'time',
  'u',
  'ul',
]);

/** @type {Record<'bold' | 'italic' | 'underline' | 'strike', string>} */
const WRAP_ELEMENTS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

/**
 * Discord's markdown as vnodes. Text stays text: nothing in `source` can become an element that is not in
 * `MARKDOWN_ELEMENTS`, and links are http or https only, or jump to a message of this page.
 *
 * @param {MakeVNode} h
 * @param {string} source
 * @param {MarkdownNames} names
 * @returns {VNode[]}
 */
export function viewMarkdown(h, source, names) {
  return parseMarkdown(source).map((block) => viewBlock(h, block, names));
}

/**
 * A block takes its direction from its own text; text within a quote or a list item leaves that to the quote or item,
 * so that the bar or bullet stands on the side where the text begins.
 *
 * @param {MakeVNode} h
 * @param {Block} block
 * @param {MarkdownNames} names
 * @param {boolean} [within] - a quote or list item
 * @returns {VNode}
 */
function viewBlock(h, block, names, within = false) {
  const dir = within ? {} : { dir: 'auto' };
  const inner = (/** @type {readonly Block[]} */ blocks) =>
    blocks.map((one) => viewBlock(h, one, names, true));
  switch (block.type) {
    case 'text':
      return h('div', { class: 'md-text', ...dir }, ...viewInline(h, block.children, names));
    case 'heading': {
      const { level } = block;
      return h(`h${level + 2}`, { class: `md-h${level}`, ...dir }, ...viewInline(h, block.children, names));
    }
    case 'subtext':
      return h('small', { class: 'md-subtext', ...dir }, ...viewInline(h, block.children, names));
    case 'quote':
      return h('blockquote', { class: 'md-quote', dir: 'auto' }, ...inner(block.children));
    case 'list': {
      const items = block.items.map((item) => h('li', { dir: 'auto' }, ...inner(item)));
      return block.ordered
        ? h('ol', { class: 'md-list', start: block.start }, ...items)
        : h('ul', { class: 'md-list' }, ...items);
    }
  }
}

/** @param {MakeVNode} h @param {readonly Inline[]} nodes @param {MarkdownNames} names @returns {ComponentChildren[]} */
function viewInline(h, nodes, names) {
  return nodes.map((node) => viewPiece(h, node, names));
}

/** @param {MakeVNode} h @param {Inline} node @param {MarkdownNames} names @returns {ComponentChildren} */
function viewPiece(h, node, names) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
      return h(WRAP_ELEMENTS[node.type], {}, ...viewInline(h, node.children, names));
    case 'spoiler':
      return viewSpoiler(h, viewInline(h, node.children, names));
    case 'code':
      return h('code', { class: 'md-code' }, node.text);
    case 'codeBlock':
      return h(
        'pre',
        { class: 'md-pre', tabIndex: 0 },
        h('code', { 'data-language': node.language }, node.text),
      );
    case 'link': {
      const jump = MESSAGE_LINK.exec(node.href);
      const [label] = node.children;
      const isBare = label?.type === 'text' && label.text === node.href;
      if (jump && !isBare)
        return h('a', { href: `#message-${jump[2]}` }, ...viewInline(h, node.children, names));
      if (jump) {
        const place = `#${names.channel(jump[1] ?? '') ?? 'unknown'} › message`;
        return h('a', { class: 'md-mention', href: `#message-${jump[2]}` }, place);
      }
      return h(
        'a',
        { href: node.href, target: '_blank', rel: 'noopener noreferrer nofollow' },
        ...viewInline(h, node.children, names),
      );
    }
    case 'time': {
      const title = timestampText(node.unix, 'F', names.locale, names.nowMs);
      const text = timestampText(node.unix, node.style, names.locale, names.nowMs);
      return h('time', { class: 'md-time', dateTime: new Date(node.unix * 1000).toISOString(), title }, text);
    }
    default:
      return h(
        'span',
        { class: node.type === 'emoji' ? 'md-emoji' : 'md-mention' },
        mentionText(node, names),
      );
  }
}

/** @param {Extract<Inline, { type: 'user' | 'channel' | 'role' | 'everyone' | 'command' | 'emoji' }>} node @param {MarkdownNames} names */
function mentionText(node, names) {
  switch (node.type) {
    case 'user':
      return `@${names.user(node.id) ?? 'unknown-user'}`;
    case 'channel':
      return `#${names.channel(node.id) ?? 'unknown'}`;
    case 'role':
      return `@${names.role(node.id) ?? 'unknown-role'}`;
    case 'everyone':
      return node.text;
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return `:${node.name}:`;
  }
}

/** @param {MakeVNode} h @param {readonly ComponentChildren[]} children */
function viewSpoiler(h, children) {
  return h(
    'span',
    {
      class: 'md-spoiler',
      role: 'button',
      tabIndex: 0,
      'aria-label': 'Spoiler, press to show it',
      onClick: revealSpoiler,
      onKeyDown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === 'Enter' || event.key === ' ') revealSpoiler(event);
      },
    },
    h('span', { class: 'md-spoiler-text', 'aria-hidden': 'true', inert: true }, ...children),
  );
}

/**
 * Shows a spoiler for good. The element is changed in place: the vnodes stay equal, so a later render leaves it shown.
 *
 * @param {Event} event
 */
function revealSpoiler(event) {
  const spoiler = event.currentTarget;
  if (!(spoiler instanceof HTMLElement) || spoiler.classList.contains('shown')) return;
  event.preventDefault();
  spoiler.classList.add('shown');
  for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name);
  const text = spoiler.firstElementChild;
  text?.removeAttribute('aria-hidden');
  text?.removeAttribute('inert');
}
