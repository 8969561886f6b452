import type { ComponentChildren, VNode } from '/vendor/preact.js';

/** htm ships its types as CommonJS; this is the part of them that the page uses, as the ES module it is served as. */
declare const htm: {
  bind(
    h: unknown,
  ): (strings: TemplateStringsArray, ...values: readonly unknown[]) => VNode & ComponentChildren;
};

// biome-ignore lint/style/noDefaultExport: htm has a default export and nothing else
export { htm as default };
