import { describe, expect, onTestFinished, test } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import type { GuildId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import type { ClaimVector } from '../../src/ports/vector-store.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { madeFrom } from '../fixtures/store/made-from-message.ts';

const model = 'test-model';
const provider = 'models.example';
const of = { model, provider };

/** Vectors of claims: what may be sent, what is kept, and when it goes. A database each, since counts are of all of it. */
export function describeVectors(openAnother: () => Promise<Database>): void {
  const opened = async () => {
    const database = await openAnother();
    onTestFinished(() => database.close());
    return database;
  };
  const vectorsOf = ({ id, claims }: Dossier, value = 0.6): ClaimVector[] =>
    claims.map((claim) => ({
      claimId: claim.id,
      dossierId: id,
      textHash: `hash of ${claim.key}`,
      vector: Float32Array.of(value, 0.8, 0),
    }));
  const save = (database: Database, vectors: readonly ClaimVector[], by = model) =>
    database.transaction((stores) => stores.vectors.save(by, vectors));
  const consent = (database: Database, guildId: GuildId, allowed: boolean) =>
    database.transaction(({ settings }) =>
      settings.write(guildId, { ...defaultGuildSettings, model: allowed ? { provider } : null }),
    );
  const counts = (database: Database) => database.snapshot(({ vectors }) => vectors.counts(of));
  const kept = (database: Database, { id }: Dossier, by = model) =>
    database.snapshot(({ vectors }) => vectors.ofDossiers(by, [id]));
  const withShared = async () => {
    const database = await opened();
    const dossier = exampleDossier();
    await database.transaction(({ dossiers }) => dossiers.save(dossier));
    return { database, dossier };
  };

  describe('vectors of claims', () => {
    test('are read as they were written, number by number, and a later one takes their place', async () => {
      const { database, dossier } = await withShared();
      await save(database, vectorsOf(dossier, 0.1));
      await save(database, vectorsOf(dossier, Math.fround(1 / 3)));
      await save(database, vectorsOf(dossier), 'another-model');

      const found = await kept(database, dossier);

      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining(vectorsOf(dossier, Math.fround(1 / 3))));
    });

    test('are wanted for shared claims, and for those of a server only while it allows it', async () => {
      const { database } = await withShared();
      const guildId = someGuild();
      const own = exampleDossier({ guildId });
      await database.transaction(({ dossiers }) => dossiers.save(own));
      expect(await counts(database)).toEqual({ claims: 2, vectors: 0 });

      await consent(database, guildId, true);

      expect(await counts(database)).toEqual({ claims: 4, vectors: 0 });
      expect(await database.snapshot(({ settings }) => settings.withModel(provider))).toEqual([guildId]);
      await save(database, vectorsOf(own));
      await consent(database, guildId, false);
      const asked = await database.snapshot(({ vectors }) =>
        vectors.stillEmbeddable(
          of,
          own.claims.map(({ id }) => id),
        ),
      );
      expect(asked).toEqual([]);
      expect(await database.transaction(({ vectors }) => vectors.dropUnwanted(provider))).toBe(2);
      expect(await kept(database, own)).toEqual([]);
    });

    test('are wanted by nobody but the provider that the server allows, letter by letter', async () => {
      const database = await opened();
      const guildId = someGuild();
      await database.transaction(async ({ dossiers, settings }) => {
        await dossiers.save(exampleDossier({ guildId }));
        await settings.write(guildId, { ...defaultGuildSettings, model: { provider: 'my_models' } });
      });

      const wanted = await database.snapshot(({ vectors, settings }) =>
        Promise.all(
          ['my_models', 'my-models', 'MY_MODELS', 'my_model', '%'].map(async (name) => [
            (await vectors.counts({ model, provider: name })).claims,
            (await settings.withModel(name)).length,
          ]),
        ),
      );

      expect(wanted).toEqual([[2, 1], ...new Array(4).fill([0, 0])]);
    });

    test.each(['draft', 'archived'] as const)('are not wanted for a dossier that is %s', async (status) => {
      const database = await opened();

      await database.transaction(({ dossiers }) => dossiers.save(exampleDossier({ status })));

      expect(await counts(database)).toEqual({ claims: 0, vectors: 0 });
    });

    test('claims are gone through in portions, each with its texts and the hash it has', async () => {
      const { database, dossier } = await withShared();
      await save(database, vectorsOf(dossier).slice(0, 1));
      const page = (after: (typeof dossier.claims)[number]['id'] | null) =>
        database.snapshot(({ vectors }) => vectors.embeddable(of, after, 1));

      const [first] = await page(null);
      const [second] = await page(first?.claimId ?? null);

      expect(await page(second?.claimId ?? null)).toEqual([]);
      const expected = dossier.claims.map(({ id, quote, gist }, at) => ({
        claimId: id,
        dossierId: dossier.id,
        guildId: null,
        title: dossier.title,
        quote,
        gist,
        textHash: at === 0 ? 'hash of c01' : null,
      }));
      expect([first, second]).toEqual(expected.toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1)));
    });

    test('go when their dossier is archived or saved anew', async () => {
      const { database, dossier } = await withShared();
      await save(database, vectorsOf(dossier));

      await database.transaction(({ dossiers }) =>
        dossiers.save({ ...dossier, version: 2, status: 'archived' }),
      );

      expect(await kept(database, dossier)).toEqual([]);
    });

    test('go with the words of a member who is erased, and where that member is mentioned', async () => {
      const database = await opened();
      const [author, mentioned] = [someMember(), someMember()];
      const { dossier } = await madeFrom(database, { authorId: author });
      const title = `About <@${mentioned}>`;
      const other = await madeFrom(database, { authorId: null, dossier: { title } });
      const untouched = await madeFrom(database, { authorId: null });
      for (const made of [dossier, other.dossier, untouched.dossier]) await save(database, vectorsOf(made));

      await database.transaction(({ members }) => members.erase(author));
      await database.transaction(({ members }) => members.erase(mentioned));

      expect(await kept(database, dossier)).toEqual([]);
      expect(await kept(database, other.dossier)).toEqual([]);
      expect(await kept(database, untouched.dossier)).toHaveLength(2);
    });

    test('go with their server', async () => {
      const database = await opened();
      const [guildId, neighbour] = [someGuild(), someGuild()];
      const [own, theirs] = [exampleDossier({ guildId }), exampleDossier({ guildId: neighbour })];
      for (const dossier of [own, theirs]) {
        await database.transaction(({ dossiers }) => dossiers.save(dossier));
        await save(database, vectorsOf(dossier));
      }

      await database.transaction(({ departures }) => departures.purge(guildId));

      expect(await kept(database, own)).toEqual([]);
      expect(await kept(database, theirs)).toHaveLength(2);
    });

    test('of other models are removed a few at a time', async () => {
      const { database, dossier } = await withShared();
      await save(database, vectorsOf(dossier));
      await save(database, vectorsOf(dossier), 'old-model');
      const drop = () => database.transaction(({ vectors }) => vectors.dropOtherModels(model, 1));

      expect([await drop(), await drop(), await drop()]).toEqual([1, 1, 0]);

      expect(await kept(database, dossier, 'old-model')).toEqual([]);
      expect(await kept(database, dossier)).toHaveLength(2);
    });

    test('marks tell which dossier’s have changed, and the revision that some have', async () => {
      const { database, dossier } = await withShared();
      const other = exampleDossier({ slug: DossierSlug.parse('another-ferry') });
      await database.transaction(({ dossiers }) => dossiers.save(other));
      await save(database, [...vectorsOf(dossier), ...vectorsOf(other)]);
      const look = () =>
        database.snapshot(async ({ vectors }) => ({
          marks: await vectors.marks(model),
          revision: await vectors.revision(),
        }));
      const before = await look();

      await save(database, vectorsOf(dossier).slice(0, 1));

      const after = await look();
      expect(after.revision).toBeGreaterThan(before.revision);
      expect(after.marks.get(dossier.id)).not.toBe(before.marks.get(dossier.id));
      expect(after.marks.get(other.id)).toBe(before.marks.get(other.id));
    });

    test('one process has the turn to make them; it may keep it, and another takes it once it is over', async () => {
      const database = await opened();
      const take = (nowMs: number, untilMs: number, heldUntilMs: number | null) =>
        database.transaction(({ vectors }) => vectors.takeTurn(nowMs, untilMs, heldUntilMs));

      expect(await take(1_000, 2_000, null)).toBe(true);
      expect(await take(1_500, 2_500, null)).toBe(false);
      expect(await take(1_500, 2_600, 2_000)).toBe(true);
      expect(await take(2_500, 3_500, null)).toBe(false);
      expect(await take(2_600, 3_600, null)).toBe(true);
    });
  });
}
