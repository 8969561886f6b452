import { describe, expect, test } from 'vitest';
import { CaseId, DigestPostId, ReportId } from '../../src/core/ids.ts';
import type { OutboxItem } from '../../src/ports/case-stores.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

const nowMs = Date.UTC(2026, 2, 2, 9);
const leaseMs = 60_000;

type NewItem = Pick<OutboxItem, 'kind' | 'guildId' | 'subjectId'>;

function cardOf(): NewItem {
  return { kind: 'case-card', guildId: someGuild(), subjectId: CaseId.parse(exampleId()) };
}

/** What waits to be sent. Each test has a database of its own, since a claim takes whatever is due. */
export function describeOutbox(openAnother: () => Promise<Database>): void {
  const steps = (database: Database) => ({
    put: (item: NewItem, dueAt = nowMs, atMs = nowMs) =>
      database.transaction(({ outbox }) => outbox.put(item, atMs, dueAt)),
    claim: (atMs = nowMs, limit = 10) =>
      database.transaction(({ outbox }) => outbox.claim(atMs, leaseMs, limit)),
    claimOne: async (atMs = nowMs) => {
      const [item, ...more] = await database.transaction(({ outbox }) => outbox.claim(atMs, leaseMs, 10));
      if (item === undefined || more.length > 0) throw new Error('one item should be due');
      return item;
    },
    finish: (item: OutboxItem) => database.transaction(({ outbox }) => outbox.finish(item)),
    retry: (item: OutboxItem, dueAt: number) =>
      database.transaction(({ outbox }) => outbox.retry(item, dueAt)),
    renew: (item: OutboxItem, untilMs: number) =>
      database.transaction(({ outbox }) => outbox.renew(item, untilMs)),
    nextDue: () => database.snapshot(({ outbox }) => outbox.nextDue()),
    backlog: () => database.snapshot(({ outbox }) => outbox.backlog()),
    deleteBefore: (beforeMs: number) => database.transaction(({ outbox }) => outbox.deleteBefore(beforeMs)),
  });

  const withOutbox = async (work: (outbox: ReturnType<typeof steps>) => Promise<void>) => {
    const database = await openAnother();
    try {
      await work(steps(database));
    } finally {
      await database.close();
    }
  };

  describe('the outbox', () => {
    test('items of every kind are claimed once due, the longest due first, and no more than asked for', () =>
      withOutbox(async ({ put, claim }) => {
        const [first, second, third, later] = [
          cardOf(),
          { ...cardOf(), kind: 'case-alert' } as const,
          { kind: 'outcome', guildId: someGuild(), subjectId: ReportId.parse(exampleId()) } as const,
          cardOf(),
        ];
        await put(third, nowMs);
        await put(first, nowMs - 2);
        await put(second, nowMs - 1);
        await put(later, nowMs + 1);

        const claimed = [...(await claim(nowMs, 2)), ...(await claim(nowMs, 2))];

        expect(claimed).toMatchObject([first, second, third]);
        expect(claimed[0]).toMatchObject({ begunAt: null, attempts: 0, putAt: nowMs });
      }));

    test('digests, which are many on a Monday at nine, are claimed after everything people wait for', () =>
      withOutbox(async ({ put, claim }) => {
        const subjectId = DigestPostId.parse(exampleId());
        const [digest, card] = [{ kind: 'digest', guildId: someGuild(), subjectId } as const, cardOf()];
        await put(digest, nowMs - 2);
        await put(card, nowMs - 1);

        expect((await claim(nowMs, 1)).map(({ kind }) => kind)).toEqual(['case-card']);
        expect((await claim(nowMs, 1)).map(({ kind }) => kind)).toEqual(['digest']);
      }));

    test('what is claimed at once by many is claimed by one', () =>
      withOutbox(async ({ put, claim }) => {
        const items = Array.from({ length: 20 }, cardOf);
        for (const item of items) await put(item);

        const claimed = (await Promise.all(Array.from({ length: 8 }, () => claim(nowMs, 5)))).flat();

        expect(claimed.map(({ subjectId }) => subjectId).sort()).toEqual(
          items.map(({ subjectId }) => subjectId).sort(),
        );
      }));

    test('an item is put once: a second time raises its sequence and is due at the earlier moment', () =>
      withOutbox(async ({ put, claimOne }) => {
        const [sooner, later] = [cardOf(), cardOf()];
        await put(sooner, nowMs + 10, nowMs);
        await put(sooner, nowMs + 5, nowMs + 1);
        await put(later, nowMs + 20);
        await put(later, nowMs + 30, nowMs + 2);

        const first = await claimOne(nowMs + 5);
        const second = await claimOne(nowMs + 20);

        expect(first).toMatchObject({ ...sooner, putAt: nowMs + 1 });
        expect(second).toMatchObject({ ...later, putAt: nowMs + 2 });
      }));

    test('a finished item is gone', () =>
      withOutbox(async ({ put, claim, claimOne, finish, nextDue }) => {
        await put(cardOf());
        await finish(await claimOne());

        expect(await nextDue()).toBeNull();
        expect(await claim(nowMs + 2 * leaseMs)).toEqual([]);
      }));

    test('an item that was put anew while it was sent is due at once, as a first attempt', () =>
      withOutbox(async ({ put, claim, claimOne, finish, retry }) => {
        const item = cardOf();
        await put(item);
        await retry(await claimOne(), nowMs);
        const sent = await claimOne();
        await put(item, nowMs + 1_000, nowMs + 1);
        expect(await claim(nowMs + 1_000)).toEqual([]);

        await finish(sent);

        const again = await claimOne(nowMs + 1);
        expect(again).toEqual({
          ...item,
          sequence: sent.sequence + 1,
          begunAt: null,
          attempts: 0,
          putAt: nowMs + 1,
        });
      }));

    test('an item given back is due when it was said, and says when it was begun and how often it was tried', () =>
      withOutbox(async ({ put, claim, claimOne, retry }) => {
        await put(cardOf());
        await retry(await claimOne(), nowMs + 5_000);
        expect(await claim(nowMs + 4_999)).toEqual([]);

        const second = await claimOne(nowMs + 5_000);
        expect(second).toMatchObject({ begunAt: nowMs, attempts: 1 });

        await retry(second, nowMs + 9_000);
        expect(await claimOne(nowMs + 9_000)).toMatchObject({ begunAt: nowMs, attempts: 2 });
      }));

    test('what a process that died had claimed goes to another once its lease has ended', () =>
      withOutbox(async ({ put, claim, claimOne, nextDue }) => {
        await put(cardOf());
        await claimOne();
        expect(await claim(nowMs + leaseMs - 1)).toEqual([]);
        expect(await nextDue()).toBe(nowMs + leaseMs);

        const taken = await claimOne(nowMs + leaseMs);

        expect(taken).toMatchObject({ begunAt: nowMs, attempts: 0 });
      }));

    test('a lease that is renewed lasts longer, and one that was given back or lost is not taken again', () =>
      withOutbox(async ({ put, claim, claimOne, retry, renew, nextDue }) => {
        await put(cardOf());
        const first = await claimOne();
        await renew(first, nowMs + 2 * leaseMs);
        expect(await claim(nowMs + leaseMs)).toEqual([]);

        const second = await claimOne(nowMs + 2 * leaseMs);
        await retry(second, nowMs + 3 * leaseMs);
        await renew(second, nowMs + 9 * leaseMs);

        expect(await nextDue()).toBe(nowMs + 3 * leaseMs);
      }));

    test('whoever finishes late, when another has sent it already, removes nothing that was put since', () =>
      withOutbox(async ({ put, claimOne, finish, nextDue }) => {
        const item = cardOf();
        await put(item);
        const late = await claimOne();
        await finish(await claimOne(nowMs + leaseMs));
        await put(item, nowMs + leaseMs, nowMs + leaseMs);

        await finish(late);

        expect(await nextDue()).toBe(nowMs + leaseMs);
      }));

    test('the next moment is that of the item due first', () =>
      withOutbox(async ({ put, nextDue }) => {
        expect(await nextDue()).toBeNull();
        await put(cardOf(), nowMs + 20);
        await put(cardOf(), nowMs + 10);

        expect(await nextDue()).toBe(nowMs + 10);
      }));

    test('the backlog counts what waits, taken or not, and tells since when the first of it does', () =>
      withOutbox(async ({ put, claimOne, finish, backlog }) => {
        expect(await backlog()).toEqual({ items: 0, oldestPutAt: null });
        await put(cardOf(), nowMs, nowMs - 5);
        const taken = await claimOne();
        await put(cardOf(), nowMs + 10, nowMs);
        expect(await backlog()).toEqual({ items: 2, oldestPutAt: nowMs - 5 });

        await finish(taken);

        expect(await backlog()).toEqual({ items: 1, oldestPutAt: nowMs });
      }));

    test('items put before a moment are removed and told, later ones stay', () =>
      withOutbox(async ({ put, deleteBefore, claimOne }) => {
        const [old, young] = [cardOf(), cardOf()];
        await put(old, nowMs, nowMs - 1);
        await put(young, nowMs, nowMs);

        expect(await deleteBefore(nowMs)).toMatchObject([old]);
        expect(await deleteBefore(nowMs)).toEqual([]);
        expect(await claimOne()).toMatchObject(young);
      }));
  });
}
