type Node = {
  custom_id?: unknown;
  content?: unknown;
  component?: unknown;
  components?: unknown;
  accessory?: unknown;
};

/** Every component of a message, however deep it lies. */
function* componentsIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* componentsIn(item);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const node: Node = value;
  yield node;
  yield* componentsIn(node.component);
  yield* componentsIn(node.components);
  yield* componentsIn(node.accessory);
}

/** The custom_ids of all buttons and menus among these components. */
export function customIdsIn(components: unknown): readonly string[] {
  return [...componentsIn(components)].flatMap(({ custom_id: customId }) =>
    typeof customId === 'string' ? [customId] : [],
  );
}

/** The texts among these components, in the order they are read. */
export function textsIn(components: unknown): readonly string[] {
  return [...componentsIn(components)].flatMap(({ content }) =>
    typeof content === 'string' ? [content] : [],
  );
}
