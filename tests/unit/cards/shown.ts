import { type Node, nodesOf } from './card-nodes.ts';

type Tree = {
  readonly type: string;
  readonly text?: string;
  readonly href?: string;
  readonly children?: readonly Tree[];
  readonly items?: readonly (readonly Tree[])[];
};

// The sandbox page's modules are plain JavaScript without types; this is the face they document.
const page: { parseMarkdown(source: string): readonly Tree[] } = await import(
  new URL('../../../src/sandbox/page/markdown.js', import.meta.url).href
);

/** A markdown text as people read it, one line for each block. */
export function shown(source: string): string {
  return page.parseMarkdown(source).map(lettersOf).join('\n');
}

/** The kinds of formatting in a markdown text; plain text is none. */
export function formattingIn(source: string): readonly string[] {
  const kinds = (tree: Tree): string[] => [tree.type, ...childrenOf(tree).flatMap(kinds)];
  return [...new Set(page.parseMarkdown(source).flatMap(kinds))].filter((kind) => kind !== 'text');
}

/** The addresses a markdown text leads to. */
export function linksIn(source: string): readonly string[] {
  const links = (tree: Tree): string[] => [
    ...(tree.href ? [tree.href] : []),
    ...childrenOf(tree).flatMap(links),
  ];
  return page.parseMarkdown(source).flatMap(links);
}

/** Every text of a card as people read it. */
export function shownBy(components: readonly unknown[]): string {
  return textsOf(components).map(shown).join('\n');
}

/** The markdown of every text of a card. */
export function textsOf(components: readonly unknown[]): readonly string[] {
  return nodesOf(components).flatMap((node: Node) =>
    typeof node['content'] === 'string' ? [node['content']] : [],
  );
}

function childrenOf(tree: Tree): readonly Tree[] {
  return [...(tree.children ?? []), ...(tree.items ?? []).flat()];
}

function lettersOf(tree: Tree): string {
  if (tree.type === 'everyone' || tree.children === undefined)
    return tree.text ?? childrenOf(tree).map(lettersOf).join('\n');
  return childrenOf(tree)
    .map(lettersOf)
    .join(tree.type === 'quote' ? '\n' : '');
}
