import { describe, expect, onTestFinished, test } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import { afterLook, type LinkCheck, uncheckedLink } from '../../src/core/link-check.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';

const nowMs = Date.UTC(2026, 2, 2, 9);
const survey = 'https://harbour.example/survey';
const fridays = 'https://union.example/fridays';

/** What is known of the addresses of sources. A database each, since what is due is asked of all of it. */
export function describeLinks(openAnother: () => Promise<Database>): void {
  const opened = async () => {
    const database = await openAnother();
    onTestFinished(() => database.close());
    return database;
  };
  const withDossier = async (overrides: Parameters<typeof exampleDossier>[0] = {}) => {
    const database = await opened();
    const dossier = exampleDossier(overrides);
    await database.transaction(({ dossiers }) => dossiers.save(dossier));
    return { database, dossier };
  };
  const dueIn = (database: Database, atMs: number, limit = 10) =>
    database.snapshot(({ links }) => links.due(atMs, limit));
  const alive = (url: string, atMs: number) => afterLook(uncheckedLink(url, atMs), { found: 'alive' }, atMs);
  const save = (database: Database, ...checks: readonly LinkCheck[]) =>
    database.transaction(({ links }) => links.save(checks));

  describe('links of sources', () => {
    test('those of published dossiers that nobody has looked at are due, and no others', async () => {
      const { database } = await withDossier();

      expect(await dueIn(database, nowMs)).toEqual([
        uncheckedLink(survey, nowMs),
        uncheckedLink(fridays, nowMs),
      ]);
      expect(await dueIn(database, nowMs, 1)).toHaveLength(1);
    });

    test.each(['draft', 'archived'] as const)('those of a dossier that is %s are not due', async (status) => {
      const { database } = await withDossier({ status });

      expect(await dueIn(database, nowMs)).toEqual([]);
    });

    test('an address that two dossiers name is due once', async () => {
      const { database } = await withDossier();
      const other = exampleDossier({ slug: DossierSlug.parse('another-ferry') });
      await database.transaction(({ dossiers }) => dossiers.save(other));

      expect(await dueIn(database, nowMs)).toHaveLength(2);
    });

    test('the witness is the one that could be read and was looked at longest ago, of those that are cited', async () => {
      const { database } = await withDossier();
      const witness = () => database.snapshot(({ links }) => links.witness());
      await save(
        database,
        afterLook(uncheckedLink(survey, nowMs), { found: 'blocked' }, nowMs),
        alive('https://nobody.example/', nowMs - 2),
      );
      expect(await witness()).toBeNull();

      await save(database, alive(survey, nowMs), alive(fridays, nowMs - 1));

      expect(await witness()).toEqual(alive(fridays, nowMs - 1));
    });

    test('what was saved is read as it was, and a later save takes its place', async () => {
      const { database } = await withDossier();
      const moved = afterLook(
        uncheckedLink(survey, nowMs),
        { found: 'moved', finalUrl: 'https://new.example/survey' },
        nowMs,
      );
      const missing = afterLook(moved, { found: 'dead' }, nowMs + 1);
      const tried = afterLook(missing, { found: 'failed' }, nowMs + 2);
      await save(database, uncheckedLink(survey, nowMs));
      await save(database, tried);

      const known = await database.snapshot(({ links }) => links.of([survey, fridays]));

      expect([...known]).toEqual([[survey, tried]]);
    });

    test('those whose time has come are due, oldest first, before those nobody has looked at', async () => {
      const { database } = await withDossier();
      const checked = alive(fridays, nowMs);
      await save(database, checked);

      expect((await dueIn(database, checked.dueAt - 1)).map(({ url }) => url)).toEqual([survey]);
      expect((await dueIn(database, checked.dueAt)).map(({ url }) => url)).toEqual([fridays, survey]);
      await save(database, { ...alive(survey, nowMs), dueAt: checked.dueAt - 1 });
      expect((await dueIn(database, checked.dueAt)).map(({ url }) => url)).toEqual([survey, fridays]);
    });

    test('those that no source of a published dossier names any more are not due, and dropped', async () => {
      const { database, dossier } = await withDossier();
      await save(database, alive(survey, nowMs), alive(fridays, nowMs));
      const [first, ...others] = dossier.claims;
      const notes = first?.notes.filter(({ url }) => url !== fridays) ?? [];
      const claims = first === undefined ? [] : [{ ...first, notes }, ...others];
      await database.transaction(({ dossiers }) => dossiers.save({ ...dossier, claims, version: 2 }));
      const laterMs = nowMs + 40 * 86_400_000;
      expect((await dueIn(database, laterMs)).map(({ url }) => url)).toEqual([survey]);

      expect(await database.transaction(({ links }) => links.dropUncited(nowMs))).toBe(0);
      expect(await database.transaction(({ links }) => links.dropUncited(laterMs))).toBe(1);

      const known = await database.snapshot(({ links }) => links.of([survey, fridays]));
      expect([...known.keys()]).toEqual([survey]);
      expect(await database.transaction(({ links }) => links.dropUncited(laterMs))).toBe(0);
      await database.transaction(({ dossiers }) =>
        dossiers.save({ ...dossier, claims, status: 'archived', version: 3 }),
      );
      expect(await database.transaction(({ links }) => links.dropUncited(laterMs))).toBe(1);
    });

    test('addresses are counted once each, with the dead and those nothing is known of', async () => {
      const { database } = await withDossier();
      const counts = () => database.snapshot(({ links }) => links.counts());
      expect(await counts()).toEqual({ addresses: 2, dead: 0, unknown: 2 });
      const dead = { ...alive(survey, nowMs), state: 'dead' as const };

      await save(database, dead, uncheckedLink(fridays, nowMs));

      expect(await counts()).toEqual({ addresses: 2, dead: 1, unknown: 1 });
    });

    test('only an announcement tells that links have changed, and dossiers have not', async () => {
      const { database } = await withDossier();
      const revision = () => database.snapshot(({ links }) => links.revision());
      const ofDossiers = () => database.snapshot(({ dossiers }) => dossiers.revision());
      const dossiersBefore = await ofDossiers();
      const before = await revision();

      await save(database, alive(survey, nowMs));
      expect(await revision()).toBe(before);
      await database.transaction(({ links }) => links.announce());
      expect(await revision()).toBeGreaterThan(before);
      expect(await ofDossiers()).toBe(dossiersBefore);
    });
  });
}
