import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/core/dossier.ts';
import type { Database } from '../../src/ports/stores.ts';
import { someMember } from '../fixtures/store/example-case.ts';
import { madeFrom } from '../fixtures/store/made-from-message.ts';

const expired = '[no longer kept]';

/** What becomes of dossiers made from messages a while after they were archived. */
export function describeArchivedPosts(opened: () => Database): void {
  const archived = async (changedAt: number, status: Dossier['status'] = 'archived') => {
    const made = await madeFrom(opened(), { authorId: someMember() });
    const dossier = { ...made.dossier, status, version: 3, changedAt };
    await opened().transaction(({ dossiers }) => dossiers.save(dossier));
    return { ...made, dossier };
  };
  const forget = (beforeMs: number, limit: number) =>
    opened().transaction(({ origins }) => origins.forgetArchivedBefore(beforeMs, limit));
  const left = ({ dossier, origin }: Awaited<ReturnType<typeof archived>>) =>
    opened().snapshot(async ({ dossiers, origins }) => ({
      present: await dossiers.findOwn(origin.guildId, dossier.id),
      versions: (await dossiers.history(origin.guildId, dossier.id)).map((version) => version.dossier),
      origins: await origins.ofMessage(origin.guildId, origin.messageId),
    }));

  describe('dossiers made from messages, once they are archived', () => {
    test('post and quotes leave every version when their time has come; gists and notes stay', async () => {
      const made = await archived(1_000);

      expect(await forget(2_000, 10)).toBe(1);

      const { present, versions, origins } = await left(made);
      const { dossier } = made;
      expect(present).toEqual({
        ...dossier,
        post: { ...dossier.post, text: expired, author: null, url: null },
        claims: dossier.claims.map((claim) => ({ ...claim, quote: expired, start: 0, end: expired.length })),
      });
      expect(versions.map(({ post, version }) => [version, post.text])).toEqual([
        [3, expired],
        [2, expired],
        [1, expired],
      ]);
      expect(origins).toEqual([]);
      expect(await forget(2_000, 10)).toBe(0);
    });

    test.each([
      { why: 'it was archived later', changedAt: 2_000, status: 'archived' },
      { why: 'members are shown it', changedAt: 1_000, status: 'published' },
      { why: 'it is a draft', changedAt: 1_000, status: 'draft' },
    ] as const)('nothing is taken from one as long as $why', async ({ changedAt, status }) => {
      const made = await archived(changedAt, status);

      expect(await forget(2_000, 10)).toBe(0);

      const { present, versions, origins } = await left(made);
      expect(present).toEqual(made.dossier);
      expect(versions).toHaveLength(3);
      expect(origins).toEqual([made.origin]);
      await forget(3_000, 10);
    });

    test('no more are taken at a time than was asked for', async () => {
      await archived(1_000);
      await archived(1_000);
      await archived(1_000);

      expect([await forget(2_000, 2), await forget(2_000, 2)]).toEqual([2, 1]);
    });
  });
}
