/**
 * What Discord's markdown is read into. Blocks hold inline pieces; nothing in it is markup, only data.
 *
 * @typedef {{ type: 'text', text: string }
 *   | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler', children: Inline[] }
 *   | { type: 'code', text: string }
 *   | { type: 'codeBlock', language: string, text: string }
 *   | { type: 'link', href: string, children: Inline[] }
 *   | { type: 'user' | 'channel' | 'role', id: string }
 *   | { type: 'everyone', text: string }
 *   | { type: 'command', name: string }
 *   | { type: 'time', unix: number, style: string }
 *   | { type: 'emoji', name: string }} Inline
 *
 * @typedef {{ type: 'text', children: Inline[] }
 *   | { type: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { type: 'subtext', children: Inline[] }
 *   | { type: 'quote', children: Block[] }
 *   | { type: 'list', ordered: boolean, start: number, items: Block[][] }} Block
 */

/** How deep quotes, lists and emphases may be nested before the rest is taken as plain text. */
export const MAX_DEPTH = 12;
