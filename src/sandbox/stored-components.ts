import { ComponentType } from 'discord-api-types/v10';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';

/** Where a media URL of a request really leads. */
export type MediaLookup = (url: string) => {
  readonly url: string;
  readonly contentType: string | null;
  readonly attachmentId: string | null;
  readonly size: number | null;
  readonly name: string | null;
};

/**
 * Components as Discord keeps and returns them: numbered, defaults filled in, media resolved, unset fields gone.
 *
 * @param nextId - makes the ids of media
 */
export function storedComponents(
  list: unknown,
  lookup: MediaLookup,
  nextId: () => string,
): readonly JsonObject[] {
  const taken = new Set(idsIn(list));
  let last = 0;
  const number = (component: JsonObject) => {
    if (typeof component.id === 'number' && component.id !== 0) return component.id;
    do last += 1;
    while (taken.has(last));
    return last;
  };

  const media = (value: unknown) => {
    const found = lookup(textOf(objectOf(value).url) ?? '');
    return {
      id: nextId(),
      url: found.url,
      proxy_url: found.url,
      width: null,
      height: null,
      content_type: found.contentType,
      ...(found.attachmentId === null ? {} : { attachment_id: found.attachmentId }),
    };
  };
  const each = (value: unknown): readonly JsonObject[] => objectsOf(value).map(one);
  const one = (component: JsonObject): JsonObject => {
    const kept = { ...withoutNulls(component), id: number(component) };
    switch (component.type) {
      case ComponentType.ActionRow:
        return { ...kept, components: each(component.components) };
      case ComponentType.Container:
        return {
          ...kept,
          accent_color: component.accent_color ?? null,
          spoiler: component.spoiler ?? false,
          components: each(component.components),
        };
      case ComponentType.Section:
        return {
          ...kept,
          components: each(component.components),
          accessory: one(objectOf(component.accessory)),
        };
      case ComponentType.Separator:
        return { ...kept, divider: component.divider ?? true, spacing: numberOf(component.spacing, 1) };
      case ComponentType.Thumbnail:
        return { ...kept, ...described(component), media: media(component.media) };
      case ComponentType.MediaGallery:
        return {
          ...kept,
          items: objectsOf(component.items).map((item) => ({ ...described(item), media: media(item.media) })),
        };
      case ComponentType.File: {
        const { name, size } = lookup(textOf(objectOf(component.file).url) ?? '');
        return { ...kept, file: media(component.file), name, size, spoiler: component.spoiler ?? false };
      }
      case ComponentType.StringSelect:
        return {
          ...kept,
          ...range(component),
          options: objectsOf(component.options).map(withoutNulls),
        };
      case ComponentType.UserSelect:
      case ComponentType.RoleSelect:
      case ComponentType.MentionableSelect:
      case ComponentType.ChannelSelect:
        return { ...kept, ...range(component) };
      default:
        return kept;
    }
  };
  return each(list);
}

function described(component: JsonObject): JsonObject {
  return { description: component.description ?? null, spoiler: component.spoiler ?? false };
}

function range(select: JsonObject): JsonObject {
  return { min_values: numberOf(select.min_values, 1), max_values: numberOf(select.max_values, 1) };
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
  );
}

function idsIn(list: unknown): readonly number[] {
  return objectsOf(list).flatMap((component) => [
    numberOf(component.id, 0),
    ...idsIn(component.components),
    ...idsIn(component.accessory === undefined ? [] : [component.accessory]),
  ]);
}
