import { Keyv } from 'keyv';
import { describe, expect, test } from 'vitest';

/** A kind of store for Keyv under test. */
export type KeyvStoreKind = {
  readonly name: string;
  /** A new, empty store that reckons expiry by the machine's clock. */
  make(): unknown;
};

const longAgo = () => Date.now() - 1_000;
const muchLater = () => Date.now() + 3_600_000;

/** What Keyv needs of a store, whatever it is. */
export function describeKeyvStore({ name, make }: KeyvStoreKind): void {
  const opened = (): Keyv => {
    const keyv = new Keyv({ store: make() });
    keyv.on('error', (error) => {
      throw error;
    });
    return keyv;
  };

  describe(`Keyv over ${name}`, () => {
    test.each([
      { why: 'text', value: 'naïve \u{1F600} "quoted"' },
      { why: 'a number', value: 0 },
      { why: 'a truth value', value: false },
      { why: 'null', value: null },
      { why: 'a nested object', value: { list: [1, { deep: 'yes' }], empty: {} } },
    ])('a value comes back as it was set: $why', async ({ value }) => {
      const keyv = opened();

      await keyv.set('key', value);

      expect(await keyv.get('key')).toEqual(value);
      expect(await keyv.has('key')).toBe(true);
    });

    test('a key that was never set has no value', async () => {
      const keyv = opened();

      expect([await keyv.get('key'), await keyv.has('key'), await keyv.delete('key')]).toEqual([
        undefined,
        false,
        false,
      ]);
    });

    test('the last value set is the one that holds, and so is its time', async () => {
      const keyv = opened();
      await keyv.setRaw('key', { value: 'old', expires: longAgo() });

      await keyv.setRaw('key', { value: 'new', expires: muchLater() });

      expect(await keyv.get('key')).toBe('new');
    });

    test('a deleted key is gone, the others stay', async () => {
      const keyv = opened();
      await keyv.set('one', 1);
      await keyv.set('two', 2);

      expect(await keyv.delete('one')).toBe(true);

      expect(await keyv.getMany(['one', 'two'])).toEqual([undefined, 2]);
    });

    test('what has expired is gone for every way of asking; what lasts is there', async () => {
      const keyv = opened();
      await keyv.setRaw('expired', { value: 1, expires: longAgo() });
      await keyv.setRaw('lasting', { value: 2, expires: muchLater() });
      await keyv.set('endless', 3);
      const keys = ['expired', 'lasting', 'endless'];

      const seen = {
        got: await keyv.getMany(keys),
        has: await keyv.hasMany(keys),
        single: [await keyv.get('expired'), await keyv.has('expired')],
      };

      expect(seen).toEqual({ got: [undefined, 2, 3], has: [false, true, true], single: [undefined, false] });
    });

    test('many are set, asked for and deleted in the order given', async () => {
      const keyv = opened();

      const set = await keyv.setMany([
        { key: 'a', value: 1 },
        { key: 'b', value: 2, ttl: 3_600_000 },
        { key: 'c', value: 3 },
      ]);
      const deleted = await keyv.deleteMany(['c', 'a']);

      expect({ set, deleted, left: await keyv.getMany(['c', 'b', 'a']) }).toEqual({
        set: [true, true, true],
        deleted: [true, true],
        left: [undefined, 2, undefined],
      });
    });

    test('clearing leaves nothing', async () => {
      const keyv = opened();
      await keyv.setMany([
        { key: 'a', value: 1 },
        { key: 'b', value: 2 },
      ]);

      await keyv.clear();

      expect(await keyv.hasMany(['a', 'b'])).toEqual([false, false]);
    });

    test('walking through visits everything that lives, once', async () => {
      const keyv = opened();
      await keyv.set('a', 1);
      await keyv.set('b', 2);
      await keyv.setRaw('expired', { value: 3, expires: longAgo() });

      const visited = await Array.fromAsync(keyv.iterator());

      expect(visited.toSorted()).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
    });
  });
}
