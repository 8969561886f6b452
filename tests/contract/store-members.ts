import { describe, expect, test } from 'vitest';
import { DossierSlug, parseClaimReference } from '../../src/core/claim.ts';
import { DossierId, MessageId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import {
  exampleEntry,
  exampleMessage,
  exampleReport,
  someChannel,
  someMember,
} from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { exampleWatcher, questionWatch } from '../fixtures/store/example-watch.ts';
import { madeFrom } from '../fixtures/store/made-from-message.ts';
import { caseSteps } from './case-steps.ts';

/** Opt-outs, the dossiers made from messages, and all that is stored about one member. */
export function describeMembers(opened: () => Database): void {
  const { open, add, find, reportsOf, record } = caseSteps(opened);

  describe('opt-outs', () => {
    test('an opt-out holds until it is withdrawn', async () => {
      const member = someMember();

      const seen = await opened().transaction(async ({ optOuts }) => [
        await optOuts.has(member),
        await optOuts.remove(member),
        await optOuts.add(member, 1_000),
        await optOuts.add(member, 2_000),
        await optOuts.has(member),
        await optOuts.has(someMember()),
        await optOuts.remove(member),
        await optOuts.has(member),
      ]);

      expect(seen).toEqual([false, false, true, false, true, false, true, false]);
    });
  });

  describe('dossiers made from messages', () => {
    const named = (slug: string) => ({ slug: DossierSlug.parse(slug) });

    test('they are found by message in their server, and by author in any', async () => {
      const author = someMember();
      const messageId = MessageId.parse(someGuild());
      const origins = await Promise.all(
        [author, null].map((authorId) => madeFrom(opened(), { authorId, messageId })),
      );
      const [first, second] = origins;
      if (first === undefined || second === undefined) throw new Error('both were made');

      const found = await opened().snapshot(async ({ origins: stored }) => ({
        first: await stored.ofMessage(first.origin.guildId, messageId),
        second: await stored.ofMessage(second.origin.guildId, messageId),
        other: await stored.ofMessage(first.origin.guildId, MessageId.parse(someGuild())),
        byAuthor: await stored.byAuthor(author),
      }));

      expect(found).toEqual({
        first: [first.origin],
        second: [second.origin],
        other: [],
        byAuthor: [first.origin],
      });
    });

    test('many messages are looked for at once', async () => {
      const guildId = someGuild();
      const [first, second] = [
        await madeFrom(opened(), { authorId: null, guildId, dossier: named('first') }),
        await madeFrom(opened(), { authorId: null, guildId, dossier: named('second') }),
      ];
      const unknown = Array.from({ length: 250 }, () => MessageId.parse(someGuild()));
      const ids = [first.origin.messageId, ...unknown, second.origin.messageId];

      const found = await opened().snapshot(({ origins }) => origins.ofMessages(guildId, ids));

      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([first.origin, second.origin]));
      expect(await opened().snapshot(({ origins }) => origins.ofMessages(guildId, []))).toEqual([]);
    });

    test('a channel has those of its messages and of its threads', async () => {
      const [guildId, channelId, threadId] = [someGuild(), someChannel(), someChannel()];
      const inChannel = await madeFrom(opened(), {
        ...{ authorId: null, guildId, channelId, dossier: named('in-channel') },
      });
      const inThread = await madeFrom(opened(), {
        ...{ authorId: null, guildId, channelId: threadId, parentId: channelId, dossier: named('in-thread') },
      });
      await madeFrom(opened(), { authorId: null, guildId, dossier: named('elsewhere') });

      const [ofChannel, ofThread] = await opened().snapshot(async ({ origins }) => [
        await origins.ofChannel(guildId, channelId),
        await origins.ofChannel(guildId, threadId),
      ]);

      expect(ofChannel).toHaveLength(2);
      expect(ofChannel).toEqual(expect.arrayContaining([inChannel.origin, inThread.origin]));
      expect(ofThread).toEqual([inThread.origin]);
    });

    test('those not archived are given of all servers, in portions by id', async () => {
      const made = await Promise.all([1, 2, 3].map(() => madeFrom(opened(), { authorId: null })));
      const archived = await madeFrom(opened(), { authorId: null, dossier: { status: 'archived' } });
      const known = new Set([...made, archived].map(({ dossier }) => dossier.id));

      const page = (after: DossierId | null) =>
        opened().snapshot(async ({ origins }) =>
          (await origins.notArchived(after, 2)).map(({ dossierId }) => dossierId),
        );
      const found: DossierId[] = [];
      for (let ids = await page(null); ids.length > 0; ids = await page(ids.at(-1) ?? null)) {
        expect(ids.length).toBeLessThanOrEqual(2);
        found.push(...ids.filter((id) => known.has(id)));
      }

      expect(found).toEqual(made.map(({ dossier }) => dossier.id).toSorted());
    });

    test('only a dossier of the server has an origin there', async () => {
      const origin = {
        dossierId: DossierId.parse(exampleId()),
        guildId: someGuild(),
        channelId: someChannel(),
        parentId: null,
        messageId: MessageId.parse(someGuild()),
        authorId: null,
      };

      await expect(opened().transaction(({ origins }) => origins.add(origin))).rejects.toThrow(RangeError);
    });
  });

  describe('what is stored about a member', () => {
    test('nothing is stored about a member nobody has met', async () => {
      expect(await record(someMember())).toEqual({
        optedOutSince: null,
        reports: [],
        reportedMessages: [],
        badFaith: [],
        moderated: [],
        audit: [],
        watches: [],
      });
    });

    test('everything of the member in every server is told, and nothing of others', async () => {
      const [member, other] = [someMember(), someMember()];
      const about = await open();
      const written = await open({ subject: exampleMessage({ authorId: member }) });
      const assigned = await open({ state: 'assigned', assigneeId: member, openedAt: 2 });
      const resolved = await open({
        state: 'resolved',
        resolution: { kind: 'no-action', by: member, note: 'Fine.', url: null, claim: null },
        resolvedAt: 3,
        openedAt: 1,
      });
      const report = exampleReport(about, { reporterId: member, reportedAt: 2 });
      const older = exampleReport(assigned, { reporterId: member, reportedAt: 1 });
      const entry = exampleEntry({ actorId: member });
      await add(report, older, exampleReport(about));
      const watcher = exampleWatcher({ memberId: member });
      const watch = questionWatch();
      await opened().transaction(async ({ audit, faith, optOuts, watches }) => {
        await watches.addWatcher(watcher);
        await watches.add(watcher, watch);
        await watches.addWatcher(exampleWatcher());
        await audit.add(entry);
        await audit.add(exampleEntry());
        await faith.mark(about.guildId, member, 1);
        await faith.mark(about.guildId, member, 1);
        await faith.mark(about.guildId, other, 1);
        await optOuts.add(member, 5_000);
        await optOuts.add(other, 6_000);
      });

      expect(await record(member)).toEqual({
        optedOutSince: 5_000,
        reports: [
          { report, case: about },
          { report: older, case: assigned },
        ],
        reportedMessages: [written],
        badFaith: [{ guildId: about.guildId, marks: 2 }],
        moderated: [assigned, resolved],
        audit: [entry],
        watches: [{ watcher, watches: [watch] }],
      });
    });
  });

  describe('withdrawing the messages of a member', () => {
    test('text, claims and quotes go; the author and the reporters stay', async () => {
      const member = someMember();
      const claims = [parseClaimReference('ferry/c01')];
      const written = await open({ subject: exampleMessage({ authorId: member, claims }) });
      const other = await open();
      const report = exampleReport(written);
      await add(report);

      const withdrawn = await opened().transaction(({ members }) => members.withdrawMessages(member));

      const left = { ...written, subject: { ...written.subject, text: null, textFrom: null, claims: [] } };
      expect(withdrawn).toEqual([left]);
      expect(await find(written)).toEqual(left);
      expect(await find(other)).toEqual(other);
      expect(await reportsOf(written)).toEqual([{ ...report, statement: null }]);
    });
  });
}
