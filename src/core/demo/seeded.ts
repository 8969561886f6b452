/** Numbers that look like chance and are the same on every run, made of a seed. */
export type Seeded = {
  /** From 0 up to, but not including, `count`. */
  below(count: number): number;
  /** True as often as `share` says, from 0 to 1. */
  chance(share: number): boolean;
  /** @throws RangeError for an empty list */
  pick<Item>(items: readonly Item[]): Item;
  /** One of the items, each as often as its weight says beside the others. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** Characters of base64url. */
  code(length: number): string;
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const range = 2 ** 32;

export function seeded(seed: string): Seeded {
  const next = numbersOf(seed);
  const below = (count: number) => Math.floor(next() * count);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  };
  return {
    below,
    chance: (share) => next() < share,
    pick,
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      const found = items.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? pick(items))[0];
    },
    code: (length) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(''),
  };
}

/** Numbers from 0 to 1: the generator mulberry32, begun with the hash FNV-1a of the seed. */
function numbersOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / range;
  };
}
