import { ComponentType } from 'discord-api-types/v10';
import { type JsonObject, numberOf, objectOf, objectsOf, textOf } from './json.ts';

/** What is known about a media URL of a request; null for what is not. */
export type FoundMedia = {
  readonly url: string;
  readonly contentType: string | null;
  readonly attachmentId: string | null;
  readonly size: number | null;
  readonly name: string | null;
};

/** Where a media URL of a request really leads. */
export type MediaLookup = (url: string) => FoundMedia;

type Keeping = {
  readonly lookup: MediaLookup;
  readonly nextId: () => string;
  /** The number of a component: its own, or the next free one. */
  readonly number: (component: JsonObject) => number;
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
  return storedList({ lookup, nextId, number }, list);
}

function storedList(keeping: Keeping, list: unknown): readonly JsonObject[] {
  return objectsOf(list).map((component) => stored(keeping, component));
}

function stored(keeping: Keeping, component: JsonObject): JsonObject {
  const kept = { ...withoutNulls(component), id: keeping.number(component) };
  switch (component.type) {
    case ComponentType.ActionRow:
      return { ...kept, components: storedList(keeping, component.components) };
    case ComponentType.Container: {
      const defaults = { accent_color: component.accent_color ?? null, spoiler: component.spoiler ?? false };
      return { ...kept, ...defaults, components: storedList(keeping, component.components) };
    }
    case ComponentType.Section: {
      const components = storedList(keeping, component.components);
      return { ...kept, components, accessory: stored(keeping, objectOf(component.accessory)) };
    }
    case ComponentType.Separator:
      return { ...kept, divider: component.divider ?? true, spacing: numberOf(component.spacing, 1) };
    case ComponentType.StringSelect:
      return { ...kept, ...range(component), options: objectsOf(component.options).map(withoutNulls) };
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return { ...kept, ...range(component) };
    default:
      return { ...kept, ...storedMedia(keeping, component) };
  }
}

function storedMedia(keeping: Keeping, component: JsonObject): JsonObject {
  switch (component.type) {
    case ComponentType.Thumbnail:
      return { ...described(component), media: media(keeping, component.media) };
    case ComponentType.MediaGallery: {
      const items = objectsOf(component.items);
      return { items: items.map((item) => ({ ...described(item), media: media(keeping, item.media) })) };
    }
    case ComponentType.File: {
      const { name, size } = keeping.lookup(urlOf(component.file));
      return { file: media(keeping, component.file), name, size, spoiler: component.spoiler ?? false };
    }
    default:
      return {};
  }
}

function media({ lookup, nextId }: Keeping, value: unknown): JsonObject {
  const found = lookup(urlOf(value));
  return {
    id: nextId(),
    url: found.url,
    proxy_url: found.url,
    width: null,
    height: null,
    content_type: found.contentType,
    ...(found.attachmentId === null ? {} : { attachment_id: found.attachmentId }),
  };
}

function urlOf(value: unknown): string {
  return textOf(objectOf(value).url) ?? '';
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
