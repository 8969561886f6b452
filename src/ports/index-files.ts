/**
 * Files with what is slow to make and can be made again, each by a name of letters, digits and hyphens. None of it is the only copy,
 * so nothing here fails: what goes wrong is logged.
 */
export type IndexFiles = {
  /** The names of those there are, in no order. */
  names(): Promise<readonly string[]>;
  /** What was written under a name; null where nothing was, or it cannot be read. */
  read(name: string): Promise<Uint8Array | null>;
  /** Writes all of it or nothing, in place of what was there; returns whether it did. */
  write(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Removes what was written under a name; nothing where nothing was. */
  remove(name: string): Promise<void>;
};

/** Keeps nothing: for what lives in memory alone. */
export const noIndexFiles: IndexFiles = {
  names: () => Promise.resolve([]),
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(false),
  remove: () => Promise.resolve(),
};
