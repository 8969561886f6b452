import { GuildId } from '../../core/ids.ts';
import type { Catalog } from './catalog.ts';
import { type CatalogDeps, catalogMemory, sharedName } from './catalog-memory.ts';

/** The catalogs of all servers, kept in memory and brought up to date when the store has changed, in any process. */
export type Catalogs = {
  /** What this server is offered; with null, what every server is. */
  of(guildId: GuildId | null): Promise<Catalog>;
  /** Says that this process has changed a dossier: the next question sees it. */
  changed(): void;
  /** Makes the catalogs whose indexes are in files, and the shared one, so that no question waits for them. */
  openSaved(): Promise<void>;
  /**
   * Writes the large indexes that have changed since they were written, and not in the last `quietMs`, into their files.
   *
   * @returns how many
   */
  save(quietMs: number): Promise<number>;
  /** Removes the files, of one server or of all: what was taken out of the store is in none of them afterwards. */
  removeFiles(guildId?: GuildId): Promise<void>;
};

/** Catalogs over the database. Servers without dossiers of their own share one. */
export function openCatalogs(deps: CatalogDeps): Catalogs {
  const { clock, indexFiles: files } = deps;
  const memory = catalogMemory(deps);
  const inTurn = oneAfterTheOther();

  const of = async (guildId: GuildId | null): Promise<Catalog> => {
    const kept =
      memory.fresh(guildId) ?? (await inTurn(async () => memory.fresh(guildId) ?? memory.refresh(guildId)));
    for (const gone of guildId === null ? [] : memory.used(guildId))
      if (gone.file === 'stale') void inTurn(gone.removeFile);
    return kept.catalog;
  };

  const saveOne = async (guildId: GuildId | null, quietMs: number): Promise<boolean> => {
    const kept = await memory.refresh(guildId);
    if (!(await kept.save(clock.now() - quietMs))) return false;
    // Another process may have taken words out of the store meanwhile, and removed the file before it was there.
    if ((await memory.refresh(guildId)) !== kept || kept.file === 'stale') await kept.removeFile();
    return kept.file === 'same';
  };

  return {
    of,
    changed: memory.changed,

    async openSaved() {
      await of(null);
      for (const name of await files.names()) {
        const { data: guildId = null } = GuildId.safeParse(name);
        if (guildId !== null) await of(guildId);
        const isUsed = name === sharedName || (guildId !== null && memory.held(guildId) !== null);
        if (!isUsed) await files.remove(name);
      }
    },

    async save(quietMs) {
      let saved = 0;
      for (const guildId of memory.holders()) {
        const isLarge = memory.held(guildId)?.isLarge ?? false;
        if (isLarge && (await inTurn(() => saveOne(guildId, quietMs)))) saved += 1;
      }
      return saved;
    },

    removeFiles: (guildId) =>
      inTurn(async () => {
        const owners = guildId === undefined ? memory.holders() : [guildId];
        for (const owner of owners) await memory.held(owner)?.removeFile();
        // Those of catalogs that are not in memory.
        for (const name of guildId === undefined ? await files.names() : [guildId]) await files.remove(name);
      }),
  };
}

/** Runs each piece of work after the one before it has ended, however that ended. */
function oneAfterTheOther(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
