/** The longest custom_id Discord accepts, in UTF-16 code units. */
const maxCustomIdChars = 100;

/** Rises when the meaning of an action's arguments changes, so that older buttons are told apart. */
const version = '1';

const routePattern = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+$/;

/** Where a button, menu or modal leads: an action and its arguments. */
export type Route = { readonly name: string; readonly args: readonly string[] };

/**
 * Writes a custom_id such as `1:claim.open:slug/c01`.
 *
 * @throws RangeError when the name is malformed, an argument holds a colon, or the whole is over 100 characters
 */
export function encodeRoute(name: string, ...args: readonly string[]): string {
  if (!routePattern.test(name)) throw new RangeError(`malformed route name ${name}`);
  if (args.some((arg) => arg.includes(':'))) throw new RangeError(`an argument of ${name} holds a colon`);
  const customId = [version, name, ...args].join(':');
  if (customId.length > maxCustomIdChars) throw new RangeError(`the custom_id of ${name} is too long`);
  return customId;
}

/** Reads a custom_id; null when it is not one of this version of the bot. */
export function decodeRoute(customId: string): Route | null {
  const [found, name, ...args] = customId.split(':');
  if (found !== version || name === undefined || !routePattern.test(name)) return null;
  return { name, args };
}
