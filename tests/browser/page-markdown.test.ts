import fc from 'fast-check';
import { type ComponentChildren, h, isValidElement, type VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { cpuMs } from '../cpu-time.ts';
import { markdown } from './page-modules.ts';

const names = {
  locale: 'en-US',
  nowMs: Date.parse('2026-01-02T00:00:00Z'),
  user: (id: string) => (id === '1' ? 'Mara' : undefined),
  channel: (id: string) => (id === '2' ? 'general' : undefined),
  role: () => undefined,
};

const drawn = (source: string) => markdown.viewMarkdown(h, source, names);

/** The vnodes as markup, without what only styles them. */
function markup(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(markup).join('');
  if (!isValidElement(node)) return String(node ?? '');
  const { href, start } = node.props as { href?: string; start?: number };
  const shown = `${href === undefined ? '' : ` ${href}`}${start === undefined || start === 1 ? '' : ` ${start}`}`;
  return `<${node.type}${shown}>${markup(node.props.children)}</${node.type}>`;
}

const inOneLine = (source: string) => markup([...drawn(source)]).replace(/^<div>(.*)<\/div>$/s, '$1');

describe('marks within a line', () => {
  test.each([
    ['**a** b', '<strong>a</strong> b', 'bold'],
    ['*a* _b_', '<em>a</em> <em>b</em>', 'both italics'],
    ['***a***', '<strong><em>a</em></strong>', 'bold italics'],
    ['__a__ ~~b~~', '<u>a</u> <s>b</s>', 'underline and strikethrough'],
    ['**a *b* c**', '<strong>a <em>b</em> c</strong>', 'nested marks'],
    ['snake_case_name', 'snake_case_name', 'underscores within a word'],
    ['2 * 3 * 4', '2 * 3 * 4', 'stars with spaces around them'],
    ['**a', '**a', 'a mark that is never closed'],
    ['\\*a\\*', '*a*', 'escaped marks'],
    ['`*a*`', '<code>*a*</code>', 'nothing is read within code'],
    ['``a`b``', '<code>a`b</code>', 'code with a backtick in it'],
    ['[a](https://b.org/)', '<a https://b.org/>a</a>', 'a masked link'],
    ['[a](https://b.org/x_(y))', '<a https://b.org/x_(y)>a</a>', 'brackets within an address'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))', 'a link that is no web address'],
    [
      '[https://a.org](https://b.org)',
      '[<a https://a.org/>https://a.org</a>](<a https://b.org/>https://b.org</a>)',
      'a masked link may not pose as another',
    ],
    [
      'see https://a.org/b.',
      'see <a https://a.org/b>https://a.org/b</a>.',
      'the full stop ends the sentence, not the address',
    ],
    ['(https://a.org/b)', '(<a https://a.org/b>https://a.org/b</a>)', 'a bracket around an address'],
    ['<https://a.org/b>', '<a https://a.org/b>https://a.org/b</a>', 'an address without a preview'],
    [
      '<@1> <@!9> <#2> <@&3>',
      '<span>@Mara</span> <span>@unknown-user</span> <span>#general</span> <span>@unknown-role</span>',
      'mentions',
    ],
    ['</claim lookup:12>', '<span>/claim lookup</span>', 'a command'],
    ['<:flag:12>', '<span>:flag:</span>', 'an emoji of a server'],
    ['<t:1767225600:R>', '<time>yesterday</time>', 'a relative time'],
    ['<t:99999999999999999999:R>', '<t:99999999999999999999:R>', 'a time beyond all calendars'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>', 'markup of the web is text'],
  ])('%s', (source, expected, _why) => {
    expect(inOneLine(source)).toBe(expected);
  });

  test('markup of the web stays one piece of text', () => {
    const [block] = drawn('<b>x</b>');

    expect(block?.props.children).toBe('<b>x</b>');
  });

  test('a spoiler is a button until it is pressed, and its text is not read aloud', () => {
    const [block] = drawn('||a||');
    const spoiler = block?.props.children as VNode<{
      role: string;
      children: VNode<Record<string, unknown>>;
    }>;

    expect(spoiler.props.role).toBe('button');
    expect(spoiler.props.children.props['aria-hidden']).toBe('true');
  });
});

describe('blocks', () => {
  test.each([
    [
      '# a\n## b\n### c\n#### d',
      '<h3>a</h3><h4>b</h4><h5>c</h5><div>#### d</div>',
      'three headings and no fourth',
    ],
    ['-# a', '<small>a</small>', 'subtext'],
    ['> a\n> b\nc', '<blockquote><div>a\nb</div></blockquote><div>c</div>', 'quoted lines'],
    ['>>> a\nb', '<blockquote><div>a\nb</div></blockquote>', 'a quote to the end'],
    [
      '> **a**\n> - b',
      '<blockquote><div><strong>a</strong></div><ul><li><div>b</div></li></ul></blockquote>',
      'marks within a quote',
    ],
    [
      '- a\n  - b\n- c',
      '<ul><li><div>a</div><ul><li><div>b</div></li></ul></li><li><div>c</div></li></ul>',
      'a nested list',
    ],
    ['3. a\n4. b', '<ol 3><li><div>a</div></li><li><div>b</div></li></ol>', 'a list that starts at three'],
    ['- a\n1. b', '<ul><li><div>a</div></li></ul><ol><li><div>b</div></li></ol>', 'two kinds of list'],
    [
      '```js\n# a\n> b\n```',
      '<div><pre><code># a\n> b</code></pre></div>',
      'blocks are not read within code',
    ],
    ['a\n\nb', '<div>a\n\nb</div>', 'empty lines stay'],
    ['', '<div></div>', 'nothing'],
  ])('%j', (source, expected, _why) => {
    expect(markup([...drawn(source)])).toBe(expected);
  });
});

/** Every element and link within some vnodes. */
function elements(node: ComponentChildren): { type: string; href: unknown }[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (!isValidElement(node)) return [];
  const { href, children } = node.props as { href?: unknown; children?: ComponentChildren };
  return [{ type: String(node.type), href }, ...elements(children)];
}

const pieces = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '> ',
  '>>> ',
  '# ',
  '-# ',
  '- ',
  '1. ',
  '  ',
  '\n',
  '\\',
  '[',
  '](',
  ')',
  '<',
  '>',
  '<@1>',
  '<t:1:R>',
  'https://a.org',
  'javascript:',
  '<img src=x onerror=y>',
  'a',
  ' ',
  '\u202e',
  '\u0000',
  '😀',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  test('is drawn with the allowed elements alone, its links lead to web addresses', () => {
    const allowed = new Set(markdown.MARKDOWN_ELEMENTS);

    fc.assert(
      fc.property(anyText, (source) => {
        const found = elements([...drawn(source)]);

        expect(found.filter(({ type }) => !allowed.has(type))).toEqual([]);
        expect(found.filter(({ type, href }) => type === 'a' && !/^https?:\/\//.test(String(href)))).toEqual(
          [],
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['*'.repeat(4_000), 'stars'],
    ['['.repeat(4_000), 'brackets'],
    ['> '.repeat(2_000), 'quotes in quotes'],
    [`https://a.org/${')'.repeat(3_900)}`, 'an address that ends in brackets'],
    ['*a '.repeat(1_300), 'marks that are opened only'],
    ['- a\n'.repeat(1_000), 'a long list'],
    [Array.from({ length: 80 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'), 'a deep list'],
  ])('of four thousand characters is drawn within two seconds: %#', (source, _why) => {
    const tookMs = cpuMs(() => drawn(source));

    expect(tookMs).toBeLessThan(2_000);
  });
});
