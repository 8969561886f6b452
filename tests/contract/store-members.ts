import { describe, expect, test } from 'vitest';
import { parseClaimReference } from '../../src/core/claim.ts';
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
import { memberSteps } from './member-steps.ts';

/** Opt-outs, the dossiers made from messages, and all that is stored about one member. */
export function describeMembers(opened: () => Database): void {
  const { open, add, find, reportsOf, record } = memberSteps(opened);

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

    test('only a dossier of the server has an origin there', async () => {
      const origin = {
        dossierId: DossierId.parse(exampleId()),
        guildId: someGuild(),
        channelId: someChannel(),
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
