import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { badLength, type Complaint, invalid, required } from './complaints.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';

/** Discord's limits for messages, modals and autocomplete, from its reference (August 2026). */
export const limits = {
  content: 2_000,
  embeds: 10,
  rows: 5,
  components: 40,
  textDisplays: 4_000,
  sectionTexts: 3,
  buttonsInRow: 5,
  customId: 100,
  buttonLabel: 80,
  url: 512,
  mediaUrl: 2_048,
  options: 25,
  optionText: 100,
  placeholder: 150,
  files: 10,
  description: 1_024,
} as const;

/** What Discord knows besides the body when it judges a message. */
export type MessageContext = {
  /** Names of the files that are attached: uploaded now, or kept from before. */
  readonly fileNames: readonly string[];
  /** The message as it is, when the request edits one. */
  readonly edits?: { readonly flags: number };
};

type Path = Complaint['path'];

const V2 = MessageFlags.IsComponentsV2;

/** The flags a request may set on a new message. */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | V2;

/** Whether Discord would call the message empty: nothing in it that anyone could see. */
export function isEmptyMessage(body: JsonObject, fileNames: readonly string[]): boolean {
  const visible = [body.components, body.embeds, body.sticker_ids].some((list) => Array.isArray(list) && list.length > 0);
  return (textOf(body.content) ?? '').trim() === '' && !visible && fileNames.length === 0 && body.poll == null;
}

/** Everything Discord would refuse in the body of a message; an empty list is a good message. */
export function messageComplaints(body: JsonObject, context: MessageContext): readonly Complaint[] {
  const flags = numberOf(body.flags, 0);
  const before = context.edits?.flags ?? 0;
  const isV2 = ((flags | before) & V2) !== 0;
  return [
    ...flagComplaints(body.flags, context),
    ...contentComplaints(body, isV2),
    ...(isV2 ? layoutComplaints(body, context) : rowComplaints(body)),
    ...treeComplaints(body, context),
  ];
}

function flagComplaints(value: unknown, { edits }: MessageContext): readonly Complaint[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'number') return [invalid(['flags'], 'Must be a number.')];
  const complaints: Complaint[] = [];
  if ((value & ~SETTABLE) !== 0) complaints.push(invalid(['flags'], 'These flags cannot be set.'));
  if (edits === undefined) return complaints;
  if ((edits.flags & V2) !== 0 && (value & V2) === 0) {
    complaints.push({ path: ['flags'], code: 'MESSAGE_FLAGS_COMPONENTS_V2_IRREVERSIBLE', message: 'The flag IS_COMPONENTS_V2 cannot be removed.' });
  }
  if ((edits.flags & MessageFlags.Ephemeral) === 0 && (value & MessageFlags.Ephemeral) !== 0) {
    complaints.push(invalid(['flags'], 'Whether a message is ephemeral cannot be changed.'));
  }
  return complaints;
}

function contentComplaints(body: JsonObject, isV2: boolean): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const content = textOf(body.content) ?? '';
  if (content.length > limits.content) complaints.push(badLength(['content'], 0, limits.content));
  if (objectsOf(body.embeds).length > limits.embeds) complaints.push(badLength(['embeds'], 0, limits.embeds));
  if (!isV2) return complaints;
  const legacy = ['content', 'embeds', 'poll', 'sticker_ids'].filter((field) => {
    const value = body[field];
    return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  return [
    ...complaints,
    ...legacy.map((field) => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    })),
  ];
}

/** Top level of a message without the Components V2 flag: up to five action rows and nothing else. */
function rowComplaints(body: JsonObject): readonly Complaint[] {
  const top = objectsOf(body.components);
  const strange = top.flatMap((component, index) =>
    component.type === ComponentType.ActionRow
      ? []
      : [invalid(['components', index, 'type'], `Value of field "type" must be one of (${ComponentType.ActionRow},).`)],
  );
  return top.length > limits.rows ? [...strange, badLength(['components'], 0, limits.rows)] : strange;
}

/** The sums of a Components V2 message. */
function layoutComplaints(body: JsonObject, { edits }: MessageContext): readonly Complaint[] {
  const all = componentsIn(body.components);
  const letters = all.reduce((sum, { component }) => sum + textLength(component), 0);
  const complaints: Complaint[] = [];
  const turnsV2 = edits === undefined || (edits.flags & V2) === 0;
  if (all.length === 0 && (turnsV2 || Array.isArray(body.components))) complaints.push(required(['components']));
  if (all.length > limits.components) complaints.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message: `The total number of components cannot exceed ${limits.components}.` });
  if (letters > limits.textDisplays) complaints.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message: `The total displayable text cannot exceed ${limits.textDisplays} characters.` });
  return complaints;
}

function textLength(component: JsonObject): number {
  return component.type === ComponentType.TextDisplay ? (textOf(component.content) ?? '').length : 0;
}

/** A component somewhere in a message and the way to it. */
export type PlacedComponent = { readonly component: JsonObject; readonly path: Path };

/** Every component of a list with all that are nested in it; accessories count, as they do for Discord. */
export function componentsIn(list: unknown, path: Path = ['components']): readonly PlacedComponent[] {
  return objectsOf(list).flatMap((component, index) => {
    const here = [...path, index];
    const inside = component.accessory ?? component.component;
    const field = component.accessory === undefined ? 'component' : 'accessory';
    return [
      { component, path: here },
      ...componentsIn(component.components, [...here, 'components']),
      ...(inside === undefined ? [] : [{ component: objectOf(inside), path: [...here, field] }]),
    ];
  });
}

/** The rules of each single component, and that no custom_id or id is used twice. */
function treeComplaints(body: JsonObject, context: MessageContext): readonly Complaint[] {
  const all = componentsIn(body.components);
  return [...all.flatMap((placed) => componentComplaints(placed, context)), ...duplicateComplaints(all)];
}

/** Complaints about custom_ids and ids that are used twice. */
export function duplicateComplaints(all: readonly PlacedComponent[]): readonly Complaint[] {
  return ['custom_id', 'id'].flatMap((field) => {
    const seen = new Set<unknown>();
    return all.flatMap(({ component, path }) => {
      const value = component[field];
      if (value === undefined || value === null || value === 0) return [];
      if (!seen.has(value)) {
        seen.add(value);
        return [];
      }
      return [{ path: [...path, field], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message: `Component ${field} cannot be duplicated` }];
    });
  });
}

function componentComplaints({ component, path }: PlacedComponent, context: MessageContext): readonly Complaint[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return actionRowComplaints(component, path);
    case ComponentType.Button:
      return buttonComplaints(component, path);
    case ComponentType.StringSelect:
      return [...selectComplaints(component, path), ...optionComplaints(component, path)];
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return selectComplaints(component, path);
    case ComponentType.Section:
      return sectionComplaints(component, path);
    case ComponentType.TextDisplay:
      return text(component.content, [...path, 'content'], 1, limits.textDisplays);
    case ComponentType.Thumbnail:
      return mediaComplaints(component, component.media, [...path, 'media'], context);
    case ComponentType.MediaGallery:
      return galleryComplaints(component, path, context);
    case ComponentType.File:
      return fileComplaints(component, path, context);
    case ComponentType.Container:
      return containerComplaints(component, path);
    case ComponentType.Separator:
      return [];
    default:
      return [invalid([...path, 'type'], 'Unknown component type.')];
  }
}

/** A complaint when `value` is not a text of `min` to `max` UTF-16 code units; an optional text may be absent. */
export function text(value: unknown, path: Path, min: number, max: number, optional = false): readonly Complaint[] {
  if (value === undefined || value === null) return optional ? [] : [required(path)];
  const length = textOf(value)?.length ?? -1;
  return length < min || length > max ? [badLength(path, min, max)] : [];
}

function actionRowComplaints(row: JsonObject, path: Path): readonly Complaint[] {
  const inside = objectsOf(row.components);
  const buttons = inside.filter(({ type }) => type === ComponentType.Button).length;
  const strange = inside.some(({ type }) => !inRow.has(Number(type)));
  const fits = buttons === inside.length ? buttons >= 1 && buttons <= limits.buttonsInRow : inside.length === 1;
  if (strange) return [invalid([...path, 'components'], 'An action row holds buttons or one select menu.')];
  return fits ? [] : [{ path: [...path, 'components'], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message: 'The specified component exceeds the maximum width' }];
}

const inRow: ReadonlySet<number> = new Set([
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

const inContainer: ReadonlySet<number> = new Set([
  ComponentType.ActionRow,
  ComponentType.TextDisplay,
  ComponentType.Section,
  ComponentType.MediaGallery,
  ComponentType.Separator,
  ComponentType.File,
]);

function containerComplaints(container: JsonObject, path: Path): readonly Complaint[] {
  const inside = objectsOf(container.components);
  if (inside.length === 0) return [required([...path, 'components'])];
  return inside.flatMap(({ type }, index) =>
    inContainer.has(Number(type)) ? [] : [invalid([...path, 'components', index, 'type'], 'Not allowed in a container.')],
  );
}

function buttonComplaints(button: JsonObject, path: Path): readonly Complaint[] {
  const isLink = button.style === 5;
  const isPremium = button.style === 6;
  const named = textOf(button.label) !== undefined || button.emoji != null || isPremium;
  return [
    ...text(button.label, [...path, 'label'], 0, limits.buttonLabel, true),
    ...(named && button.label !== '' ? [] : [required([...path, 'label'])]),
    ...(isLink ? linkComplaints(button.url, [...path, 'url'], limits.url) : []),
    ...(isLink || isPremium ? [] : text(button.custom_id, [...path, 'custom_id'], 1, limits.customId)),
    ...(isLink && button.custom_id != null ? [invalid([...path, 'custom_id'], 'A link button has no custom_id.')] : []),
    ...(!isLink && button.url != null ? [invalid([...path, 'url'], 'Only a link button has a URL.')] : []),
  ];
}

function linkComplaints(url: unknown, path: Path, max: number): readonly Complaint[] {
  const wrongLength = text(url, path, 1, max);
  if (wrongLength.length > 0) return wrongLength;
  const scheme = URL.canParse(String(url)) ? new URL(String(url)).protocol : '';
  if (['http:', 'https:', 'discord:'].includes(scheme)) return [];
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message: 'Scheme must be one of (http, https, discord).' }];
}

function selectComplaints(select: JsonObject, path: Path): readonly Complaint[] {
  const min = numberOf(select.min_values, 1);
  const max = numberOf(select.max_values, 1);
  const outside = min < 0 || max < 1 || max > limits.options || min > max;
  return [
    ...text(select.custom_id, [...path, 'custom_id'], 1, limits.customId),
    ...text(select.placeholder, [...path, 'placeholder'], 0, limits.placeholder, true),
    ...(outside ? [invalid([...path, 'max_values'], 'min_values and max_values do not fit.')] : []),
  ];
}

/** The rules of a string select's options, in messages and in modals. */
export function optionComplaints(select: JsonObject, path: Path): readonly Complaint[] {
  const options = objectsOf(select.options);
  const values = new Set(options.map((option) => option.value));
  const here = [...path, 'options'];
  return [
    ...(options.length < 1 || options.length > limits.options ? [badLength(here, 1, limits.options)] : []),
    ...(values.size < options.length ? [{ path: here, code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message: 'The specified option value is already used' }] : []),
    ...(numberOf(select.max_values, 1) > options.length ? [invalid([...path, 'max_values'], 'More than there are options.')] : []),
    ...options.flatMap((option, index) => [
      ...text(option.label, [...here, index, 'label'], 1, limits.optionText),
      ...text(option.value, [...here, index, 'value'], 1, limits.optionText),
      ...text(option.description, [...here, index, 'description'], 0, limits.optionText, true),
    ]),
  ];
}

function sectionComplaints(section: JsonObject, path: Path): readonly Complaint[] {
  const texts = objectsOf(section.components);
  const accessory = objectOf(section.accessory).type;
  return [
    ...(texts.length < 1 || texts.length > limits.sectionTexts ? [badLength([...path, 'components'], 1, limits.sectionTexts)] : []),
    ...texts.flatMap(({ type }, index) => (type === ComponentType.TextDisplay ? [] : [invalid([...path, 'components', index, 'type'], 'A section holds text displays.')])),
    ...(section.accessory == null ? [required([...path, 'accessory'])] : []),
    ...(section.accessory == null || accessory === ComponentType.Button || accessory === ComponentType.Thumbnail ? [] : [invalid([...path, 'accessory', 'type'], 'An accessory is a button or a thumbnail.')]),
  ];
}

function galleryComplaints(gallery: JsonObject, path: Path, context: MessageContext): readonly Complaint[] {
  const items = objectsOf(gallery.items);
  const here = [...path, 'items'];
  return [
    ...(items.length < 1 || items.length > 10 ? [badLength(here, 1, 10)] : []),
    ...items.flatMap((item, index) => mediaComplaints(item, item.media, [...here, index, 'media'], context)),
  ];
}

function mediaComplaints(owner: JsonObject, media: unknown, path: Path, context: MessageContext): readonly Complaint[] {
  const url = textOf(objectOf(media).url);
  return [
    ...text(owner.description, [...path.slice(0, -1), 'description'], 1, limits.description, true),
    ...(url?.startsWith('attachment://') === true
      ? attachmentComplaints(url, [...path, 'url'], context)
      : linkComplaints(url, [...path, 'url'], limits.mediaUrl)),
  ];
}

function fileComplaints(file: JsonObject, path: Path, context: MessageContext): readonly Complaint[] {
  const url = textOf(objectOf(file.file).url) ?? '';
  const here = [...path, 'file', 'url'];
  if (!url.startsWith('attachment://')) return [invalid(here, 'A file component points at an attachment.')];
  return attachmentComplaints(url, here, context);
}

function attachmentComplaints(url: string, path: Path, { fileNames }: MessageContext): readonly Complaint[] {
  if (fileNames.includes(url.slice('attachment://'.length))) return [];
  return [{ path, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message: 'The specified attachment could not be found' }];
}
