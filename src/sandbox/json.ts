/** A JSON object whose fields are not known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether `value` is a JSON object, neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value itself when it is a JSON object, else an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects in a list; anything else in it, or no list at all, gives none. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value itself when it is a text, else `undefined`. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value itself when it is a number, else `fallback`. */
export function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
