/** Functions waiting to be told something. */
export type Listeners<T> = {
  /** @returns takes the listener away again */
  add(listener: (value: T) => void): () => void;
  /** Calls every listener at once, in the order they were added. */
  tell(value: T): void;
};

/** A new, empty set of listeners. */
export function listeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(value) {
      for (const listener of [...all]) listener(value);
    },
  };
}
