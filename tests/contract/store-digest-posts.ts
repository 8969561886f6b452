import { describe, expect, onTestFinished, test } from 'vitest';
import { MessageId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { someChannel } from '../fixtures/store/example-case.ts';
import { examplePost } from '../fixtures/store/example-digest-post.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

/** Scheduled digests. */
export function describeDigestPosts(open: () => Promise<Database>): void {
  const opened = async () => {
    const database = await open();
    onTestFinished(() => database.close());
    return database;
  };
  const due = (dueAt: number) => ({ dueAt, paused: null }) as const;
  const paused = { dueAt: null, paused: { at: 7, why: 'unseen' } } as const;

  describe('schedules of digests', () => {
    test('are what was last written, each server’s its own, and none where that was null', async () => {
      const database = await opened();
      const [one, other, none] = [someGuild(), someGuild(), someGuild()];

      await database.transaction(async ({ digests }) => {
        await digests.saveTurn(one, due(5));
        await digests.saveTurn(one, paused);
        await digests.saveTurn(other, paused);
        await digests.saveTurn(other, due(6));
        await digests.saveTurn(none, due(7));
        await digests.saveTurn(none, null);
      });

      const turns = await database.snapshot(({ digests }) =>
        Promise.all([one, other, none].map((guildId) => digests.turn(guildId))),
      );
      expect(turns).toEqual([paused, due(6), null]);
    });

    test('are due from their moment on, longest first, but those that are paused or whose server was left', async () => {
      const database = await opened();
      const [late, early, exact, later, stopped, left] = Array.from({ length: 6 }, someGuild);
      const moments = [
        [late, due(99)],
        [early, due(50)],
        [exact, due(100)],
        [later, due(101)],
        [stopped, paused],
        [left, due(1)],
      ] as const;
      await database.transaction(async ({ digests, departures }) => {
        for (const [guildId, turn] of moments) if (guildId) await digests.saveTurn(guildId, turn);
        if (left) await departures.left(left, 2);
      });
      const found = (limit: number) => database.snapshot(({ digests }) => digests.due(100, limit));

      expect(await found(10)).toEqual([early, late, exact]);
      expect(await found(2)).toEqual([early, late]);
      if (left) await database.transaction(({ departures }) => departures.returned(left));
      expect(await found(1)).toEqual([left]);
    });

    test('are counted, and those that have stopped are named with the reason', async () => {
      const database = await opened();
      const guildId = someGuild();
      await database.transaction(async ({ digests }) => {
        await digests.saveTurn(someGuild(), due(5));
        await digests.saveTurn(guildId, paused);
      });

      const turns = await database.snapshot(({ digests }) => digests.turns());

      expect(turns).toEqual({ total: 2, paused: [{ guildId, why: 'unseen' }] });
    });
  });

  describe('scheduled digests', () => {
    test('a period is claimed once, whoever comes second gets the first', async () => {
      const database = await opened();
      const first = examplePost();
      const { guildId } = first;
      const claim = (post = first) => database.transaction(({ digests }) => digests.claim(post));

      const claims = [
        await claim(),
        await claim(examplePost({ guildId })),
        await claim(examplePost({ guildId, key: 'day 2026-03-02' })),
        await claim(examplePost()),
      ];

      expect(claims.slice(0, 2)).toEqual([first, first]);
      expect(new Set(claims.map(({ id }) => id)).size).toBe(3);
    });

    test('a post keeps its place, is found in its own server alone, and the last one posted is known', async () => {
      const database = await opened();
      const older = examplePost();
      const { guildId } = older;
      const newer = examplePost({ guildId, key: 'week 2026-03-09', madeAt: older.madeAt + 1 });
      const unposted = examplePost({ guildId, key: 'week 2026-03-16', madeAt: older.madeAt + 2 });
      const placed = (post: typeof older) => ({
        ...post,
        channelId: someChannel(),
        messageId: MessageId.parse(someGuild()),
      });
      const [there, last] = [placed(older), placed(newer)];

      await database.transaction(async ({ digests }) => {
        for (const post of [newer, older, unposted]) await digests.claim(post);
        for (const post of [there, last]) await digests.savePlace(post);
        await digests.savePlace({ ...placed(unposted), messageId: null, guildId: someGuild() });
      });

      const found = await database.snapshot(async ({ digests }) => ({
        older: await digests.findPost(guildId, older.id),
        unposted: await digests.findPost(guildId, unposted.id),
        elsewhere: await digests.findPost(someGuild(), older.id),
        last: await digests.lastPosted(guildId),
        none: await digests.lastPosted(someGuild()),
      }));
      expect(found).toEqual({ older: there, unposted, elsewhere: null, last, none: null });
    });

    test('those made before a moment are deleted, oldest first and at most so many', async () => {
      const database = await opened();
      const posts = [3, 1, 2, 4].map((madeAt) => examplePost({ madeAt }));
      await database.transaction(async ({ digests }) => {
        for (const post of posts) await digests.claim(post);
      });
      const remove = (limit: number) =>
        database.transaction(({ digests }) => digests.deletePostsBefore(4, limit));
      const left = () =>
        database.snapshot(async ({ digests }) => {
          const found = await Promise.all(posts.map(({ guildId, id }) => digests.findPost(guildId, id)));
          return found.flatMap((post) => post?.madeAt ?? []);
        });

      expect(await remove(2)).toBe(2);
      expect(await left()).toEqual([3, 4]);
      expect(await remove(2)).toBe(1);
      expect(await left()).toEqual([4]);
    });
  });
}
