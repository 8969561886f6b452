/** A component, or any other object within a card. */
export type Node = Readonly<Record<string, unknown>>;

/** Every object in a card, outermost first. */
export function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node: Node = { ...value };
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

/** The custom_id of every button and menu in a card. */
export function customIdsOf(components: readonly unknown[]): readonly string[] {
  return nodesOf(components).flatMap((node) =>
    typeof node['custom_id'] === 'string' ? [node['custom_id']] : [],
  );
}

/** The button or menu whose custom_id begins with `start`. */
export function controlOf(components: readonly unknown[], start: string): Node | undefined {
  return nodesOf(components).find((node) => String(node['custom_id'] ?? '').startsWith(start));
}
