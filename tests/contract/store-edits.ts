import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import { type DossierEdit, keptRevisions } from '../../src/ports/edit-store.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { madeFrom } from '../fixtures/store/made-from-message.ts';

/** Changes of dossiers that are not published yet. */
export function describeEdits(opened: () => Database): void {
  /** A server's dossier with so many revisions; the title of each is its number. */
  const begun = async (revisions: number) => {
    const guildId = someGuild();
    const dossier = exampleDossier({ guildId });
    await opened().transaction(async (stores) => {
      await stores.dossiers.save(dossier);
      for (let revision = 1; revision <= revisions; revision += 1)
        await stores.edits.add(guildId, stepOf(dossier, revision));
    });
    return { guildId, dossier };
  };

  describe('changing dossiers', () => {
    test('the latest revision and the ones before it are found, and the dossier itself stays as it was', async () => {
      const { guildId, dossier } = await begun(3);

      const found = await opened().snapshot(async ({ edits, dossiers }) => ({
        latest: await edits.latest(guildId, dossier.id),
        second: await edits.at(guildId, dossier.id, 2),
        none: await edits.at(guildId, dossier.id, 4),
        underWay: await edits.underWay(guildId),
        stored: await dossiers.findOwn(guildId, dossier.id),
      }));

      expect(found.latest).toEqual(stepOf(dossier, 3));
      expect(found.second?.dossier.title).toBe('2');
      expect(found.none).toBeNull();
      expect(found.underWay).toEqual([dossier.id]);
      expect(found.stored).toEqual(dossier);
    });

    test('a revision that does not follow the latest is refused: nobody overwrites what they did not see', async () => {
      const { guildId, dossier } = await begun(2);

      const again = opened().transaction(({ edits }) => edits.add(guildId, stepOf(dossier, 2)));

      await expect(again).rejects.toThrow(RangeError);
    });

    test('only so many revisions are kept', async () => {
      const { guildId, dossier } = await begun(keptRevisions + 2);

      const kept = await opened().snapshot(async ({ edits }) => [
        await edits.at(guildId, dossier.id, 2),
        await edits.at(guildId, dossier.id, 3),
      ]);

      expect(kept.map((edit) => edit?.revision)).toEqual([undefined, 3]);
    });

    test('what was changed goes when it is dropped, and when the author of the post is erased', async () => {
      const dropped = await begun(2);
      const authorId = someMember();
      const { dossier, origin } = await madeFrom(opened(), { authorId });
      await opened().transaction(async ({ edits, members }) => {
        await edits.add(origin.guildId, { dossier, revision: 1, before: 0, changedAt: 1 });
        await edits.drop(dropped.guildId, dropped.dossier.id);
        await members.erase(authorId);
      });

      const left = await opened().snapshot(async ({ edits }) => [
        await edits.latest(dropped.guildId, dropped.dossier.id),
        await edits.latest(origin.guildId, dossier.id),
      ]);

      expect(left).toEqual([null, null]);
    });
  });
}

function stepOf(dossier: Dossier, revision: number): DossierEdit {
  return {
    dossier: { ...dossier, title: String(revision) },
    revision,
    before: revision - 1,
    changedAt: 1_000 + revision,
  };
}
