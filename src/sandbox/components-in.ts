import type { Complaint } from './complaints.ts';
import { type JsonObject, objectOf, objectsOf } from './json.ts';

/** A component somewhere in a message and the way to it. */
export type PlacedComponent = { readonly component: JsonObject; readonly path: Complaint['path'] };

/** Every component of a list with all that are nested in it; accessories count, as they do for Discord. */
export function componentsIn(
  list: unknown,
  path: Complaint['path'] = ['components'],
): readonly PlacedComponent[] {
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
