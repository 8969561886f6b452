import { ComponentType } from 'discord-api-types/v10';
import { badLength, badText, type Complaint, invalid, required } from './complaints.ts';
import type { PlacedComponent } from './components-in.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';
import { limits } from './message-limits.ts';

/** What Discord knows besides the body when it judges a message. */
export type MessageContext = {
  /** Names of the files that are attached: uploaded now, or kept from before. */
  readonly fileNames: readonly string[];
  /** The message as it is, when the request edits one. */
  readonly edits?: { readonly flags: number };
};

type Path = Complaint['path'];

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
      return [
        {
          path: [...path, field],
          code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
          message: `Component ${field} cannot be duplicated`,
        },
      ];
    });
  });
}

/** Complaints about one component by itself. */
export function componentComplaints(
  { component, path }: PlacedComponent,
  context: MessageContext,
): readonly Complaint[] {
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
      return badText(component.content, [...path, 'content'], 1, limits.textDisplays);
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

function actionRowComplaints(row: JsonObject, path: Path): readonly Complaint[] {
  const inside = objectsOf(row.components);
  const buttons = inside.filter(({ type }) => type === ComponentType.Button).length;
  const strange = inside.some(({ type }) => !inRow.has(Number(type)));
  const fits =
    buttons === inside.length ? buttons >= 1 && buttons <= limits.buttonsInRow : inside.length === 1;
  if (strange) return [invalid([...path, 'components'], 'An action row holds buttons or one select menu.')];
  return fits
    ? []
    : [
        {
          path: [...path, 'components'],
          code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          message: 'The specified component exceeds the maximum width',
        },
      ];
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
    inContainer.has(Number(type))
      ? []
      : [invalid([...path, 'components', index, 'type'], 'Not allowed in a container.')],
  );
}

function buttonComplaints(button: JsonObject, path: Path): readonly Complaint[] {
  const isLink = button.style === 5;
  const isPremium = button.style === 6;
  const named = textOf(button.label) !== undefined || button.emoji != null || isPremium;
  return [
    ...badText(button.label, [...path, 'label'], 0, limits.buttonLabel, true),
    ...(named && button.label !== '' ? [] : [required([...path, 'label'])]),
    ...(isLink ? linkComplaints(button.url, [...path, 'url'], limits.url) : []),
    ...(isLink || isPremium ? [] : badText(button.custom_id, [...path, 'custom_id'], 1, limits.customId)),
    ...(isLink && button.custom_id != null
      ? [invalid([...path, 'custom_id'], 'A link button has no custom_id.')]
      : []),
    ...(!isLink && button.url != null ? [invalid([...path, 'url'], 'Only a link button has a URL.')] : []),
  ];
}

function linkComplaints(url: unknown, path: Path, max: number): readonly Complaint[] {
  const wrongLength = badText(url, path, 1, max);
  if (wrongLength.length > 0) return wrongLength;
  const scheme = URL.canParse(String(url)) ? new URL(String(url)).protocol : '';
  if (['http:', 'https:', 'discord:'].includes(scheme)) return [];
  return [
    { path, code: 'URL_TYPE_INVALID_SCHEME', message: 'Scheme must be one of (http, https, discord).' },
  ];
}

function selectComplaints(select: JsonObject, path: Path): readonly Complaint[] {
  const min = numberOf(select.min_values, 1);
  const max = numberOf(select.max_values, 1);
  const outside = min < 0 || max < 1 || max > limits.options || min > max;
  return [
    ...badText(select.custom_id, [...path, 'custom_id'], 1, limits.customId),
    ...badText(select.placeholder, [...path, 'placeholder'], 0, limits.placeholder, true),
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
    ...(values.size < options.length
      ? [
          {
            path: here,
            code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            message: 'The specified option value is already used',
          },
        ]
      : []),
    ...(numberOf(select.max_values, 1) > options.length
      ? [invalid([...path, 'max_values'], 'More than there are options.')]
      : []),
    ...options.flatMap((option, index) => [
      ...badText(option.label, [...here, index, 'label'], 1, limits.optionText),
      ...badText(option.value, [...here, index, 'value'], 1, limits.optionText),
      ...badText(option.description, [...here, index, 'description'], 0, limits.optionText, true),
    ]),
  ];
}

function sectionComplaints(section: JsonObject, path: Path): readonly Complaint[] {
  const texts = objectsOf(section.components);
  const accessory = objectOf(section.accessory).type;
  return [
    ...(texts.length < 1 || texts.length > limits.sectionTexts
      ? [badLength([...path, 'components'], 1, limits.sectionTexts)]
      : []),
    ...texts.flatMap(({ type }, index) =>
      type === ComponentType.TextDisplay
        ? []
        : [invalid([...path, 'components', index, 'type'], 'A section holds text displays.')],
    ),
    ...(section.accessory == null ? [required([...path, 'accessory'])] : []),
    ...(section.accessory == null ||
    accessory === ComponentType.Button ||
    accessory === ComponentType.Thumbnail
      ? []
      : [invalid([...path, 'accessory', 'type'], 'An accessory is a button or a thumbnail.')]),
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

function mediaComplaints(
  owner: JsonObject,
  media: unknown,
  path: Path,
  context: MessageContext,
): readonly Complaint[] {
  const url = textOf(objectOf(media).url);
  return [
    ...badText(owner.description, [...path.slice(0, -1), 'description'], 1, limits.description, true),
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
  return [
    {
      path,
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: 'The specified attachment could not be found',
    },
  ];
}
