import { describe, expect, test } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { ChannelId, DossierId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleDossier, exampleId } from '../fakes/example-dossier.ts';
import { someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

const slug = (name: string) => DossierSlug.parse(name);

/** Dossiers, their versions and pins. */
export function describeDossiers(opened: () => Database): void {
  const save = (...saved: Dossier[]) =>
    opened().transaction(async ({ dossiers }) => {
      for (const dossier of saved) await dossiers.save(dossier);
    });

  describe('saving and finding', () => {
    test.each([
      { why: 'written by a person', dossier: exampleDossier({ guildId: someGuild() }) },
      {
        why: 'a sample, by a model, with nothing known about the post',
        dossier: exampleDossier({
          guildId: someGuild(),
          sample: true,
          status: 'draft',
          post: { text: 'Nul\u{1F600} "quoted" — ؟', author: null, date: null, url: null, remarks: null },
          summary: { text: 'Short.', madeBy: { by: 'model', model: 'gpt-example' } },
          claims: [],
        }),
      },
      {
        why: 'by extraction, archived, with more claims and notes than one insert carries',
        dossier: manyClaims(exampleDossier({ guildId: someGuild(), status: 'archived' }), 250),
      },
    ])('a dossier comes back as it was saved: $why', async ({ dossier }) => {
      await save(dossier);

      const found = await opened().snapshot(({ dossiers }) => dossiers.find(dossier.guildId, dossier.slug));
      expect(found).toEqual(dossier);
    });

    test('a slug names one dossier of a server and another one among the shared', async () => {
      const own = exampleDossier({ guildId: someGuild(), slug: slug('one-name'), title: 'Own' });
      const shared = exampleDossier({ guildId: null, slug: slug('one-name'), title: 'Shared' });
      await save(own, shared);

      const found = await opened().snapshot(async ({ dossiers }) => [
        await dossiers.find(own.guildId, own.slug),
        await dossiers.find(null, own.slug),
        await dossiers.find(someGuild(), own.slug),
      ]);

      expect(found.map((dossier) => dossier?.title)).toEqual(['Own', 'Shared', undefined]);
    });

    test('a changed dossier replaces the old one, claims and notes with it', async () => {
      const before = exampleDossier({ guildId: someGuild() });
      const after = { ...before, title: 'Renamed', version: 2, claims: before.claims.slice(1) };
      await save(before);

      await save(after);

      const found = await opened().snapshot(({ dossiers }) => dossiers.find(before.guildId, before.slug));
      expect(found).toEqual(after);
    });
  });

  describe('what cannot be saved', () => {
    const stored = exampleDossier({ guildId: someGuild(), slug: slug('stored') });

    test.each([
      { why: 'a new dossier begins at 1', dossier: exampleDossier({ guildId: someGuild(), version: 2 }) },
      { why: 'the stored version again', dossier: stored },
      { why: 'a version left out', dossier: { ...stored, version: 3 } },
      { why: 'another owner', dossier: { ...stored, version: 2, guildId: someGuild() } },
      { why: 'shared with all', dossier: { ...stored, version: 2, guildId: null } },
      { why: 'another slug', dossier: { ...stored, version: 2, slug: slug('renamed') } },
      {
        why: 'a slug the owner has used',
        dossier: exampleDossier({ guildId: stored.guildId, slug: stored.slug }),
      },
    ])('$why', async ({ dossier }) => {
      await save(stored).catch(() => {});

      await expect(save(dossier)).rejects.toThrow(RangeError);

      const found = await opened().snapshot(({ dossiers }) => dossiers.find(stored.guildId, stored.slug));
      expect(found).toEqual(stored);
    });
  });

  describe('listing', () => {
    test('a server is shown its own published dossiers first, then the shared ones, each by title', async () => {
      const guildId = someGuild();
      const mark = exampleId()
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, 'x');
      const make = (owner: typeof guildId | null, title: string, status: Dossier['status'] = 'published') =>
        exampleDossier({ guildId: owner, title: `${mark} ${title}`, slug: slug(`${mark}-${title}`), status });
      await save(
        make(null, 'b'),
        make(guildId, '10'),
        make(guildId, '9'),
        make(null, 'a'),
        make(guildId, 'draft', 'draft'),
        make(null, 'old', 'archived'),
        make(someGuild(), 'foreign'),
      );

      const { all, shared } = await opened().snapshot(async ({ dossiers }) => ({
        all: await dossiers.listPublished(guildId),
        shared: await dossiers.listShared(),
      }));

      const names = (listed: readonly Dossier[]) =>
        listed.filter(({ title }) => title.startsWith(mark)).map(({ title }) => title.slice(mark.length + 1));
      expect(names(all)).toEqual(['9', '10', 'a', 'b']);
      expect(names(shared)).toEqual(['a', 'b']);
      expect(all.findIndex((dossier) => dossier.guildId === null)).toBe(2);
    });

    test('every one of many dossiers is listed whole', async () => {
      const guildId = someGuild();
      const many = Array.from({ length: 230 }, (_, index) =>
        exampleDossier({ guildId, slug: slug(`many-${index}`), title: `Many ${index}` }),
      );
      await save(...many);

      const listed = await opened().snapshot(({ dossiers }) => dossiers.listPublished(guildId));

      expect(listed.filter((dossier) => dossier.guildId === guildId)).toEqual(many);
    });
  });

  describe('published and loadPublished', () => {
    test('what is published of an owner is named by its state and read whole by its id', async () => {
      const guildId = someGuild();
      const first = exampleDossier({ guildId });
      const draft = exampleDossier({ guildId, slug: slug('unfinished'), status: 'draft' });
      const shared = exampleDossier({ slug: slug(`of-all-${guildId}`) });
      await save(first, { ...first, version: 2 }, draft, shared);

      const seen = await opened().snapshot(async ({ dossiers }) => ({
        own: await dossiers.published(guildId),
        shared: await dossiers.published(null),
        loaded: await dossiers.loadPublished(guildId, [first.id, draft.id, shared.id]),
        none: await dossiers.loadPublished(guildId, []),
      }));

      expect(seen.own).toEqual([{ id: first.id, version: 2, rewrites: 0 }]);
      expect(seen.shared).toContainEqual({ id: shared.id, version: 1, rewrites: 0 });
      expect(seen.shared.map(({ id }) => id)).not.toContain(first.id);
      expect(seen.loaded).toEqual([{ ...first, version: 2 }]);
      expect(seen.none).toEqual([]);
    });

    test('the state of a dossier differs once words were taken out of it', async () => {
      const member = someMember();
      const guildId = someGuild();
      const mentions = exampleDossier({ guildId, title: `What <@${member}> said` });
      const other = exampleDossier({ guildId, slug: slug('other') });
      await save(mentions, other);

      await opened().transaction(({ members }) => members.erase(member));

      const states = await opened().snapshot(({ dossiers }) => dossiers.published(guildId));
      expect(states.find(({ id }) => id === mentions.id)).toEqual({
        id: mentions.id,
        version: 1,
        rewrites: 1,
      });
      expect(states.find(({ id }) => id === other.id)).toEqual({ id: other.id, version: 1, rewrites: 0 });
    });
  });

  describe('revision', () => {
    test('it grows with every save and with nothing else', async () => {
      const revision = () => opened().snapshot(({ dossiers }) => dossiers.revision());
      const first = await revision();
      const dossier = exampleDossier({ guildId: someGuild() });

      await save(dossier);
      const second = await revision();
      await expect(save(dossier)).rejects.toThrow(RangeError);
      await opened().snapshot(({ dossiers }) => dossiers.listShared());
      const third = await revision();

      expect(second).toBeGreaterThan(first);
      expect(third).toBe(second);
    });
  });

  describe('history', () => {
    test('every version is remembered whole, newest first', async () => {
      const first = exampleDossier({ guildId: someGuild(), changedAt: Date.UTC(2026, 0, 1) });
      const second = { ...first, version: 2, title: 'Renamed', changedAt: Date.UTC(2026, 0, 2) };
      await save(first, second);

      const history = await opened().snapshot(({ dossiers }) => dossiers.history(first.guildId, first.id));

      expect(history).toEqual([
        { version: 2, changedAt: Date.UTC(2026, 0, 2), dossier: second },
        { version: 1, changedAt: Date.UTC(2026, 0, 1), dossier: first },
      ]);
    });
  });

  describe('pins', () => {
    const channelId = ChannelId.parse('200000000000000001');

    test('the last pin of a channel holds until it is taken away', async () => {
      const guildId = someGuild();
      const own = exampleDossier({ guildId });
      const shared = exampleDossier({ slug: slug(`pin-${guildId}`) });
      await save(own, shared);

      const seen = await opened().transaction(async ({ dossiers }) => {
        const pins = [await dossiers.pinned(guildId, channelId)];
        for (const pin of [own.id, shared.id, null]) {
          await dossiers.pin(guildId, channelId, pin);
          pins.push(await dossiers.pinned(guildId, channelId));
        }
        return pins;
      });

      expect(seen).toEqual([null, own.id, shared.id, null]);
    });

    test('what is not there cannot be pinned', async () => {
      const missing = DossierId.parse(exampleId());

      const pinning = opened().transaction(({ dossiers }) => dossiers.pin(someGuild(), channelId, missing));

      await expect(pinning).rejects.toThrow(RangeError);
    });
  });
}

function manyClaims(dossier: Dossier, count: number): Dossier {
  const claims = Array.from({ length: count }, (_, index) => {
    const [claim] = exampleDossier().claims;
    if (claim === undefined) throw new Error('the example has claims');
    return { ...claim, key: claim.key.replace('01', String(index)) as typeof claim.key };
  });
  return { ...dossier, claims, summary: { text: 'Taken from the post.', madeBy: { by: 'extractive' } } };
}
