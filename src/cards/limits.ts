import { ComponentType } from 'discord-api-types/v10';

/** Discord's limits on what a card may hold (Discord API documentation, August 2026), in UTF-16 code units unless said. */
export const limits = {
  components: 40,
  textChars: 4_000,
  textBytes: 10_000,
  buttonsInRow: 5,
  buttonLabelChars: 80,
  urlChars: 512,
  customIdChars: 100,
  selectOptions: 25,
  optionChars: 100,
  placeholderChars: 150,
  galleryItems: 10,
  altChars: 1_024,
  modalTitleChars: 45,
  modalComponents: 5,
  modalLabelChars: 45,
  modalInputChars: 4_000,
  choices: 25,
  choiceChars: 100,
} as const;

/**
 * What a text takes of a card's room, in units of which a card has `limits.textChars`: its UTF-16 code units or,
 * where its UTF-8 bytes are scarcer (`limits.textBytes` in all), the share of those.
 */
export function roomOf(text: string): number {
  return Math.max(text.length, Math.ceil((Buffer.byteLength(text) * limits.textChars) / limits.textBytes));
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  if (!isNode(value) || typeof value['type'] !== 'number') return;
  yield value;
  yield* nodesIn(value['components']);
  yield* nodesIn(value['accessory']);
  yield* nodesIn(value['component']);
}

function lengthOf(node: Node, key: string): number {
  const value = node[key];
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

const bounds: readonly { key: string; max: number; only?: ComponentType }[] = [
  { key: 'custom_id', max: limits.customIdChars },
  { key: 'url', max: limits.urlChars },
  { key: 'label', max: limits.buttonLabelChars, only: ComponentType.Button },
  { key: 'placeholder', max: limits.placeholderChars },
  { key: 'options', max: limits.selectOptions },
  { key: 'items', max: limits.galleryItems, only: ComponentType.MediaGallery },
  { key: 'components', max: limits.buttonsInRow, only: ComponentType.ActionRow },
];

function complaintsAbout(node: Node): string[] {
  const complaints = bounds
    .filter(({ key, max, only }) => (only ?? node['type']) === node['type'] && lengthOf(node, key) > max)
    .map(({ key, max }) => `${key} over ${max}`);
  if (node['type'] === ComponentType.TextDisplay && lengthOf(node, 'content') === 0)
    complaints.push('empty text');
  if (node['type'] === ComponentType.StringSelect && lengthOf(node, 'options') === 0)
    complaints.push('empty menu');
  if (node['type'] === ComponentType.ActionRow && lengthOf(node, 'components') === 0)
    complaints.push('empty row');
  if (node['type'] === ComponentType.Button && lengthOf(node, 'label') === 0)
    complaints.push('button without a label');
  if (node['custom_id'] === '') complaints.push('empty custom_id');
  for (const item of Array.isArray(node['items']) ? node['items'].filter(isNode) : [])
    if (lengthOf(item, 'description') > limits.altChars)
      complaints.push(`description over ${limits.altChars}`);
  for (const option of Array.isArray(node['options']) ? node['options'].filter(isNode) : [])
    for (const key of ['label', 'value', 'description'])
      if (lengthOf(option, key) > limits.optionChars)
        complaints.push(`option ${key} over ${limits.optionChars}`);
  return complaints;
}

/** Everything Discord would refuse in these components; empty when it would take them. */
export function complaintsOf(components: readonly unknown[]): readonly string[] {
  const nodes = [...nodesIn(components)];
  const texts = nodes.flatMap((node) => (typeof node['content'] === 'string' ? [node['content']] : []));
  const ids = nodes.flatMap((node) => (typeof node['custom_id'] === 'string' ? [node['custom_id']] : []));

  const complaints = nodes.flatMap(complaintsAbout);
  if (nodes.length === 0) complaints.push('nothing to show');
  if (nodes.length > limits.components) complaints.push(`${nodes.length} components`);
  if (texts.reduce((sum, text) => sum + text.length, 0) > limits.textChars)
    complaints.push('too many characters');
  if (texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) > limits.textBytes)
    complaints.push('too many bytes');
  if (new Set(ids).size < ids.length) complaints.push('a custom_id twice');
  for (const node of nodes) {
    const values = Array.isArray(node['options'])
      ? node['options'].filter(isNode).map((option) => option['value'])
      : [];
    if (new Set(values).size < values.length) complaints.push('an option value twice');
  }
  return complaints;
}
