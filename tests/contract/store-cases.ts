import { describe, expect, test } from 'vitest';
import type { Case, Subject } from '../../src/core/case.ts';
import { parseClaimReference } from '../../src/core/claim.ts';
import { type CaseId, DossierId, MessageId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleDossier, exampleId } from '../fakes/example-dossier.ts';
import { exampleMessage, freshCase, keyOf, someChannel, someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { caseSteps } from './case-steps.ts';

const hour = 3_600_000;
const startMs = Date.UTC(2026, 2, 2, 9);

/** Cases: opening, finding, saving and listing. */
export function describeCases(opened: () => Database): void {
  const { open, find } = caseSteps(opened);

  describe('opening and saving cases', () => {
    const { id: dossierId, slug } = exampleDossier();
    const subjects: { why: string; subject: Subject }[] = [
      {
        why: 'of a message in a thread, with claims',
        subject: exampleMessage({
          parentId: someChannel(),
          attachments: 3,
          reach: 'private-thread',
          fate: 'edited',
          textFrom: 'forward',
          claims: [parseClaimReference('ferry/c01'), parseClaimReference('ferry/c02')],
        }),
      },
      {
        why: 'of a message of which nothing is known',
        subject: exampleMessage({ authorId: null, text: null, textFrom: null, reach: null, fate: 'closed' }),
      },
      { why: 'of a question', subject: { kind: 'question', text: 'Who paid for the ferry?' } },
      { why: 'of a summary', subject: { kind: 'summary', dossierId, slug } },
    ];

    test.each(subjects)('a case comes back as it was opened: $why', async ({ subject }) => {
      const written = await open({ subject });

      const found = await opened().snapshot(async ({ cases }) => [
        await cases.find(written.guildId, written.id),
        await cases.findByNumber(written.guildId, 1),
        await cases.ofSubject(written.guildId, keyOf(written)),
      ]);

      expect(found).toEqual([written, written, written]);
    });

    test('whatever of a case changed is there once it is saved', async () => {
      const written = await open();
      const changed: Case = {
        ...written,
        state: 'resolved',
        assigneeId: someMember(),
        resolution: {
          kind: 'linked',
          by: someMember(),
          note: 'It is known.',
          url: 'https://discord.com/channels/1/2/3',
          claim: parseClaimReference('ferry/c01'),
        },
        waitsSince: startMs + hour,
        takenAt: startMs + hour,
        resolvedAt: startMs + 2 * hour,
        alertedAt: startMs + hour,
        draft: exampleDossier().slug,
        card: { channelId: someChannel(), messageId: MessageId.parse(someGuild()) },
      };

      await opened().transaction(({ cases }) => cases.save(changed));
      expect(await find(written)).toEqual(changed);
      await opened().transaction(({ cases }) => cases.save(written));
      expect(await find(written)).toEqual(written);
    });

    test('a case that is not there cannot be saved', async () => {
      const saving = opened().transaction(({ cases }) => cases.save({ ...freshCase(), number: 1 }));

      await expect(saving).rejects.toThrow(RangeError);
    });

    test('cases of a server are numbered from one, however many are opened at once', async () => {
      const guildId = someGuild();

      const written = await Promise.all(Array.from({ length: 20 }, () => open({ guildId })));

      expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    });

    test.each(subjects)('a server has one case of a subject: $why', async ({ subject }) => {
      const first = await open({ subject });

      const second = open({ subject, guildId: first.guildId });

      await expect(second).rejects.toThrow(RangeError);
      const elsewhere = await open({ subject });
      expect(elsewhere.number).toBe(1);
    });

    test('subjects of one key but of another kind have cases of their own', async () => {
      const guildId = someGuild();
      const message = freshCase({ guildId });
      const question = freshCase({ guildId, subject: { kind: 'question', text: keyOf(message).key } });

      await open(message);

      expect((await open(question)).number).toBe(2);
    });
  });

  describe('listing cases', () => {
    const waiting = (guildId: Case['guildId'], hours: number, overrides: Partial<Case> = {}) => ({
      guildId,
      waitsSince: startMs + hours * hour,
      ...overrides,
    });

    test('a page has the longest waiting first and says how many there are', async () => {
      const guildId = someGuild();
      const moderator = someMember();
      const [second, , first] = [
        await open(waiting(guildId, 2)),
        await open(waiting(guildId, 1, { state: 'resolved', resolvedAt: startMs })),
        await open(waiting(guildId, 0, { state: 'assigned', assigneeId: moderator })),
      ];
      const third = await open(waiting(guildId, 3, { state: 'reopened' }));
      const page = (filter: object, limit = 10, offset = 0) =>
        opened().snapshot(({ cases }) => cases.page(guildId, { states: [], ...filter }, limit, offset));
      const numbers = ({ cases, total }: Awaited<ReturnType<typeof page>>) => ({
        numbers: cases.map(({ number }) => number),
        total,
      });

      expect(numbers(await page({}))).toEqual({ numbers: [3, 2, 1, 4], total: 4 });
      expect(numbers(await page({}, 2, 1))).toEqual({ numbers: [2, 1], total: 4 });
      expect(numbers(await page({ states: ['open', 'reopened'] }))).toEqual({
        numbers: [second.number, third.number],
        total: 2,
      });
      expect(numbers(await page({ assigneeId: moderator }))).toEqual({ numbers: [first.number], total: 1 });
      expect(numbers(await page({ waitsSinceBefore: startMs + 3 * hour }))).toEqual({
        numbers: [first.number, second.number],
        total: 2,
      });
      expect(numbers(await page({ assigneeId: someMember() }))).toEqual({ numbers: [], total: 0 });
    });

    test('cases are counted by state, and those that age among those not resolved', async () => {
      const guildId = someGuild();
      await open(waiting(guildId, 0));
      await open(waiting(guildId, 0, { state: 'resolved', resolvedAt: startMs }));
      await open(waiting(guildId, 1, { state: 'assigned', assigneeId: someMember() }));
      await open(waiting(guildId, 2, { state: 'reopened' }));
      await open(waiting(guildId, 3));

      const counts = await opened().snapshot(({ cases }) => cases.counts(guildId, startMs + 2 * hour));

      expect(counts).toEqual({ byState: { open: 2, assigned: 1, resolved: 1, reopened: 1 }, ageing: 2 });
    });

    test('cases to alert about are those that wait and of which nobody was told', async () => {
      const guildId = someGuild();
      const later = await open(waiting(guildId, 1));
      const sooner = await open(waiting(guildId, 0, { state: 'assigned', assigneeId: someMember() }));
      await open(waiting(guildId, 0, { state: 'resolved', resolvedAt: startMs }));
      await open(waiting(guildId, 0, { alertedAt: startMs }));
      await open(waiting(guildId, 2));
      const find = (limit: number) =>
        opened().snapshot(({ cases }) => cases.ageingUnalerted(guildId, startMs + 2 * hour, limit));

      expect(await find(10)).toEqual([sooner, later]);
      expect(await find(1)).toEqual([sooner]);
    });
  });

  describe('cases of any server', () => {
    test('cases are found by their messages, by channel, and by the channel of a thread', async () => {
      const [channelId, thread] = [someChannel(), someChannel()];
      const messages = Array.from({ length: 120 }, () => freshCase());
      const inChannel = await open({ subject: exampleMessage({ channelId }) });
      const inThread = await open({ subject: exampleMessage({ channelId: thread, parentId: channelId }) });
      for (const fresh of messages) await open(fresh);
      const ids = messages.map((fresh) => MessageId.parse(keyOf(fresh).key));

      const found = await opened().snapshot(async ({ cases }) => ({
        ofMessages: await cases.ofMessages([...ids, MessageId.parse(someGuild())]),
        ofNone: await cases.ofMessages([]),
        ofChannel: await cases.ofChannel(channelId),
        ofThread: await cases.ofChannel(thread),
      }));

      const idsOf = (cases: readonly { readonly id: CaseId }[]) => cases.map(({ id }) => id).sort();
      expect(idsOf(found.ofMessages)).toEqual(idsOf(messages));
      expect(found.ofNone).toEqual([]);
      expect(idsOf(found.ofChannel)).toEqual(idsOf([inChannel, inThread]));
      expect(found.ofThread).toEqual([inThread]);
    });

    test('a walk through the cases with text meets each once and no other', async () => {
      const guildId = someGuild();
      const there = [await open({ guildId }), await open({ guildId })];
      const closed = await open({ guildId, subject: exampleMessage({ fate: 'closed' }) });
      await open({ guildId, subject: exampleMessage({ fate: 'deleted' }) });
      await open({ guildId, subject: exampleMessage({ text: null, textFrom: null }) });
      await open({ guildId, subject: { kind: 'question', text: 'Who paid?' } });
      await open({
        guildId,
        subject: { kind: 'summary', dossierId: DossierId.parse(exampleId()), slug: exampleDossier().slug },
      });

      const met: Case[] = [];
      for (let after: CaseId | null = null; ; ) {
        const some: readonly Case[] = await opened().snapshot(({ cases }) => cases.withText(after, 2));
        met.push(...some.filter((found) => found.guildId === guildId));
        const last: Case | undefined = some.at(-1);
        if (last === undefined) break;
        after = last.id;
      }

      const byId = (a: Case, b: Case) => (a.id < b.id ? -1 : 1);
      expect(met).toEqual([...there, closed].sort(byId));
    });
  });
}
