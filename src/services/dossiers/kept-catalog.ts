import { buildClaimIndex, type ClaimIndex, indexFromSnapshot } from '../../core/matching/claim-index.ts';
import type { IndexFiles } from '../../ports/index-files.ts';
import { type Catalog, catalogOver, claimChanges, indexedClaims, type Offer, offerOf } from './catalog.ts';
import type { Shelf } from './shelf.ts';

/** From so many claims on an index is kept in a file: smaller ones are built in some tenths of a second. */
const fewestClaimsInFile = 1_000;

/** A catalog in memory that is brought up to date, and what there is of its index on disk. */
export type KeptCatalog = {
  readonly catalog: Catalog;
  /** Whether there is no file, one of the claims as they are, or one of other claims. */
  readonly file: 'none' | 'same' | 'stale';
  /** Whether it is to have a file, or has one. */
  readonly isLarge: boolean;
  /** Brings it up to date in one turn; `nowMs` is noted when its index changes. */
  update(shelves: readonly Shelf[], nowMs: number): void;
  /** Writes its index into the file, if it is large enough, differs, and has not changed since `quietSinceMs`; returns whether it did. */
  save(quietSinceMs: number): Promise<boolean>;
  /** Removes the file, if there is one. */
  removeFile(): Promise<void>;
};

/** Where the index of a catalog is kept. */
type Place = { readonly files: IndexFiles; readonly name: string };

/** Makes a catalog, its index from the file where that holds these very claims. */
export async function keepCatalog(
  shelves: readonly Shelf[],
  nowMs: number,
  { files, name }: Place,
): Promise<KeptCatalog> {
  let now = { shelves, offer: offerFrom(shelves) };
  const first = await indexOf(now.offer, { files, name });
  const { index } = first;
  let { file } = first;
  let changedAtMs = nowMs;
  const removeFile = async () => {
    if (file === 'none') return;
    await files.remove(name);
    file = 'none';
  };

  return {
    catalog: catalogOver(() => ({ offer: now.offer, index })),
    get file() {
      return file;
    },
    get isLarge() {
      return file !== 'none' || index.size >= fewestClaimsInFile;
    },
    update(next, atMs) {
      if (next.every(({ shelved }, at) => shelved === now.shelves[at]?.shelved)) return;
      const offer = offerFrom(next);
      const { put, removed } = claimChanges(now.offer.stored, offer.stored);
      if (put.length + removed.length > 0) {
        index.update({ put, removed });
        changedAtMs = atMs;
        if (file === 'same') file = 'stale';
      }
      now = { shelves: next, offer };
    },
    async save(quietSinceMs) {
      if (file === 'same' || changedAtMs > quietSinceMs) return false;
      if (index.size < fewestClaimsInFile) {
        await removeFile();
        return false;
      }
      const isWritten = await files.write(name, index.snapshot());
      if (isWritten) file = 'same';
      return isWritten;
    },
    removeFile,
  };
}

function offerFrom(shelves: readonly Shelf[]): Offer {
  return offerOf(shelves.flatMap(({ shelved }) => shelved));
}

/** A file of other claims goes at once: it may hold words that have been taken out of the store since. */
async function indexOf(
  { stored }: Offer,
  { files, name }: Place,
): Promise<{ readonly index: ClaimIndex; readonly file: KeptCatalog['file'] }> {
  const claims = Array.from(indexedClaims(stored));
  const bytes = await files.read(name);
  const index = bytes === null ? null : indexFromSnapshot(bytes, claims);
  if (index !== null) return { index, file: 'same' };
  if (bytes !== null) await files.remove(name);
  return { index: buildClaimIndex(claims), file: 'none' };
}
