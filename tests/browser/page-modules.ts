import type { ComponentChildren, VNode } from 'preact';

/** Where the page's modules are; they are plain JavaScript, so their faces are written down here. */
const page = new URL('../../src/sandbox/page/', import.meta.url).href;

type Names = {
  readonly locale: string;
  readonly nowMs: number;
  readonly user: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
  readonly role: (id: string) => string | undefined;
};

type MakeVNode = (type: string, props: object, ...children: ComponentChildren[]) => VNode;

type Option = { readonly name: string; readonly label: string; readonly required: boolean };
type Leaf = {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly options: readonly Option[];
};

type Markdown = {
  readonly MARKDOWN_ELEMENTS: readonly string[];
  readonly viewMarkdown: (h: MakeVNode, source: string, names: Names) => readonly VNode[];
};

type Commands = {
  readonly slashCommands: (
    commands: readonly object[],
    locale: string,
    persona: { readonly permissions: string } | undefined,
  ) => Leaf[];
  readonly fittingCommands: (leaves: readonly Leaf[], typed: string) => Leaf[];
  readonly readLine: (
    leaves: readonly Leaf[],
    line: string,
  ) => { leaf: Leaf; rest: string; complete: boolean } | null;
  readonly mainOption: (leaf: Leaf) => Option | undefined;
};

export const markdown: Markdown = await import(`${page}markdown-view.js`);
export const commands: Commands = await import(`${page}commands.js`);
