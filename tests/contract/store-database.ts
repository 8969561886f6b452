import { describe, expect, test } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import type { Database, DossierStore } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

/** Transactions, snapshots and closing. */
export function describeDatabase(opened: () => Database, openAnother: () => Promise<Database>): void {
  describe('transactions', () => {
    test('a transaction that fails leaves nothing behind and the next one works', async () => {
      const dossier = exampleDossier({ guildId: someGuild() });

      const failing = opened().transaction(async ({ dossiers, settings }) => {
        await dossiers.save(dossier);
        await settings.write(dossier.guildId ?? someGuild(), {
          ...defaultGuildSettings,
          sharing: 'nowhere',
        });
        throw new Error('changed its mind');
      });
      await expect(failing).rejects.toThrow('changed its mind');

      const found = await opened().snapshot(({ dossiers }) => dossiers.find(dossier.guildId, dossier.slug));
      expect(found).toBeNull();
      await opened().transaction(({ dossiers }) => dossiers.save(dossier));
    });

    test('transactions begun at once run one after another, none losing the work of another', async () => {
      const dossier = exampleDossier({ guildId: someGuild() });
      await opened().transaction(({ dossiers }) => dossiers.save(dossier));
      const saveNext = async (dossiers: DossierStore) => {
        const present = await dossiers.find(dossier.guildId, dossier.slug);
        if (present === null) throw new Error('the dossier is gone');
        await dossiers.save({ ...present, version: present.version + 1 });
      };

      await Promise.all(
        Array.from({ length: 20 }, () => opened().transaction((stores) => saveNext(stores.dossiers))),
      );

      const found = await opened().snapshot(({ dossiers }) => dossiers.find(dossier.guildId, dossier.slug));
      expect(found?.version).toBe(21);
    });

    test.each([
      { outer: 'transaction', inner: 'transaction' },
      { outer: 'transaction', inner: 'snapshot' },
      { outer: 'snapshot', inner: 'transaction' },
      { outer: 'snapshot', inner: 'snapshot' },
    ] as const)(
      'a $inner inside a $outer is refused instead of waiting for ever',
      async ({ outer, inner }) => {
        const nested = opened()[outer](() => opened()[inner](async () => 'reached'));

        await expect(nested).rejects.toThrow(TypeError);
      },
    );

    test('stores carried out of their transaction refuse to work', async () => {
      const escaped = await opened().transaction(async (stores) => stores);

      await expect(escaped.dossiers.revision()).rejects.toThrow();
    });
  });

  describe('snapshots', () => {
    test('a snapshot sees one state throughout, whatever is committed meanwhile', async () => {
      const guildId = someGuild();
      const firstRead = Promise.withResolvers<void>();
      const committed = Promise.withResolvers<void>();

      const seen = opened().snapshot(async ({ dossiers }) => {
        const before = await dossiers.revision();
        firstRead.resolve();
        await committed.promise;
        return { before, after: await dossiers.revision(), listed: await dossiers.listPublished(guildId) };
      });
      await firstRead.promise;
      await opened()
        .transaction(({ dossiers }) => dossiers.save(exampleDossier({ guildId })))
        .finally(committed.resolve);

      const { before, after, listed } = await seen;
      expect(after).toBe(before);
      expect(listed.filter((dossier) => dossier.guildId === guildId)).toEqual([]);
    });

    test('writing in a snapshot is an error and changes nothing', async () => {
      const dossier = exampleDossier({ guildId: someGuild(), slug: DossierSlug.parse('only-read') });

      const writing = opened().snapshot(({ dossiers }) => dossiers.save(dossier));

      await expect(writing).rejects.toThrow(TypeError);
      const found = await opened().snapshot(({ dossiers }) => dossiers.find(dossier.guildId, dossier.slug));
      expect(found).toBeNull();
    });
  });

  describe('closing', () => {
    test('close lets a running transaction finish, and nothing begins after it', async () => {
      const database = await openAnother();
      const dossier = exampleDossier();
      const order: string[] = [];

      const running = database
        .transaction(({ dossiers }) => dossiers.save(dossier))
        .then(() => order.push('transaction'));
      const closing = database.close().then(() => order.push('close'));
      await Promise.all([running, closing]);

      expect(order).toEqual(['transaction', 'close']);
      await expect(database.transaction(async () => {})).rejects.toMatchObject({ code: 'store.unavailable' });
      await expect(database.snapshot(async () => {})).rejects.toMatchObject({ code: 'store.unavailable' });
    });
  });
}
