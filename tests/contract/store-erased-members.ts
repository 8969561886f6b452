import { describe, expect, test } from 'vitest';
import { DossierSlug, parseClaimReference } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import type { UserId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { exampleEntry, exampleMessage, exampleReport, someMember } from '../fixtures/store/example-case.ts';
import { madeFrom } from '../fixtures/store/made-from-message.ts';
import { caseSteps } from './case-steps.ts';

const nobody = { reporterId: null, statement: null, details: null } as const;

/** What is left of a member who is erased. */
export function describeErasedMembers(opened: () => Database): void {
  const { open, add, find, reportsOf, record } = caseSteps(opened);
  const erase = (memberId: UserId) => opened().transaction(({ members }) => members.erase(memberId));

  describe('erasing a member', () => {
    test('their reports lose who they are and what they wrote, and keep what counts', async () => {
      const [member, other] = [someMember(), someMember()];
      const about = await open();
      const elsewhere = await open({ openedAt: 1 });
      const [mine, theirs, told] = [
        exampleReport(about, { reporterId: member, weight: 0.5, badFaith: true }),
        exampleReport(about, { reporterId: other }),
        exampleReport(elsewhere, { reporterId: member, outcome: 'told' }),
      ];
      await add(mine, theirs, told);
      await opened().transaction(async ({ outbox }) => {
        for (const { id: subjectId, guildId } of [mine, theirs])
          await outbox.put({ kind: 'outcome', guildId, subjectId }, 1, 1);
      });

      const shownAnew = await erase(member);

      expect(shownAnew).toEqual([elsewhere, about]);
      expect(await reportsOf(about)).toEqual([{ ...mine, ...nobody, outcome: 'not-wanted' }, theirs]);
      expect(await reportsOf(elsewhere)).toEqual([{ ...told, ...nobody }]);
      const left = await opened().transaction(({ outbox }) => outbox.deleteBefore(2));
      expect(left.map(({ subjectId }) => subjectId)).toEqual([theirs.id]);
      await add(exampleReport(about, { reporterId: member }));
      expect(await reportsOf(about)).toHaveLength(3);
    });

    test('their messages lose text, author and claims, and what reporters quoted of them', async () => {
      const member = someMember();
      const claims = [parseClaimReference('ferry/c01')];
      const written = await open({ subject: exampleMessage({ authorId: member, claims }) });
      const report = exampleReport(written);
      await add(report);

      const shownAnew = await erase(member);

      const erased = {
        ...written,
        subject: { ...written.subject, authorId: null, text: null, textFrom: null, claims: [] },
      };
      expect(shownAnew).toEqual([erased]);
      expect(await find(written)).toEqual(erased);
      expect(await reportsOf(written)).toEqual([{ ...report, statement: null }]);
    });

    test('a question only they asked loses its text; one that others asked too keeps it', async () => {
      const [member, other, third] = [someMember(), someMember(), someMember()];
      const own = await open({ subject: { kind: 'question', text: 'Who paid for the ferry?' } });
      const shared = await open({ subject: { kind: 'question', text: 'Who paid for the pier?' } });
      const asked = { reason: null, statement: null } as const;
      await add(
        exampleReport(own, { ...asked, reporterId: member }),
        exampleReport(shared, { ...asked, reporterId: member }),
        exampleReport(shared, { ...asked, reporterId: other }),
        exampleReport(shared, { ...asked, reporterId: third }),
      );

      await erase(member);
      expect((await find(own))?.subject).toEqual({ kind: 'question', text: null });
      expect(await find(shared)).toEqual(shared);
      await erase(other);
      expect(await find(shared)).toEqual(shared);
      await erase(third);
      expect((await find(shared))?.subject).toEqual({ kind: 'question', text: null });
      const again = await open({ guildId: own.guildId, subject: own.subject });
      expect(again.number).toBe(2);
    });

    test('nothing is left in their record but what they did as a moderator', async () => {
      const member = someMember();
      const assigned = await open({ state: 'assigned', assigneeId: member });
      const entry = exampleEntry({ actorId: member });
      await add(exampleReport(assigned, { reporterId: member }));
      await open({ subject: exampleMessage({ authorId: member }) });
      const { origin } = await madeFrom(opened(), { authorId: member });
      await opened().transaction(async ({ audit, faith, optOuts }) => {
        await audit.add(entry);
        await faith.mark(assigned.guildId, member, 1);
        await optOuts.add(member, 5_000);
      });

      await erase(member);

      expect(await record(member)).toEqual({
        optedOutSince: null,
        reports: [],
        reportedMessages: [],
        badFaith: [],
        moderated: [assigned],
        audit: [entry],
        watches: [],
      });
      const origins = await opened().snapshot((stores) =>
        stores.origins.ofMessage(origin.guildId, origin.messageId),
      );
      expect(origins).toEqual([{ ...origin, authorId: null }]);
    });

    test('where others mentioned them, nobody is mentioned', async () => {
      const member = someMember();
      const mention = `ask <@${member}> about it`;
      const subject = exampleMessage({ text: mention });
      const resolution = {
        kind: 'no-action',
        by: someMember(),
        note: mention,
        url: null,
        claim: null,
      } as const;
      const about = await open({ subject, state: 'resolved', resolution, resolvedAt: 1 });
      const report = exampleReport(about, { statement: mention, details: mention });
      await add(report);

      await erase(member);

      const replaced = 'ask <@000000000000000000> about it';
      expect(await find(about)).toEqual({
        ...about,
        subject: { ...subject, text: replaced },
        resolution: { ...resolution, note: replaced },
      });
      expect(await reportsOf(about)).toEqual([{ ...report, statement: replaced, details: replaced }]);
    });

    test('dossiers that mention them keep their quotes in place and mention nobody', async () => {
      const member = someMember();
      const { post, claims } = exampleDossier();
      const [claim] = claims;
      if (claim === undefined) throw new Error('the example has claims');
      const text = `<@${member}> says: it sank.`;
      const mentioning = { ...claim, quote: text, start: 0, end: text.length, gist: text };
      const { dossier } = await madeFrom(opened(), {
        authorId: null,
        dossier: { post: { ...post, text }, claims: [mentioning] },
      });

      await erase(member);

      const replaced = text.replace(member, '0'.repeat(member.length));
      const left = { ...mentioning, quote: replaced, gist: replaced };
      const { present, versions } = await opened().snapshot(async ({ dossiers }) => ({
        present: await dossiers.find(dossier.guildId, dossier.slug),
        versions: (await dossiers.history(dossier.guildId, dossier.id)).map((version) => version.dossier),
      }));
      for (const found of [present, ...versions]) {
        expect(found?.post.text).toBe(replaced);
        expect(found?.claims).toEqual([left]);
      }
    });

    test('erasing a member nobody has met changes nothing', async () => {
      const revision = () => opened().snapshot(({ dossiers }) => dossiers.revision());
      const before = await revision();

      expect(await erase(someMember())).toEqual([]);

      expect(await revision()).toBe(before);
    });
  });

  describeErasedDossiers(opened);
}

/** What becomes of dossiers made from the messages of a member who is erased. */
function describeErasedDossiers(opened: () => Database): void {
  describe('erasing the author of messages that dossiers were made from', () => {
    const removed = '[removed at the request of the author]';
    const eraseAuthor = async (dossier: Partial<Dossier>) => {
      const authorId = someMember();
      const made = await madeFrom(opened(), { authorId, dossier });
      await opened().transaction(({ members }) => members.erase(authorId));
      const { guildId, slug, id } = made.dossier;
      const left = await opened().snapshot(async ({ dossiers }) => ({
        present: await dossiers.find(guildId, slug),
        versions: (await dossiers.history(guildId, id)).map((version) => version.dossier),
      }));
      return { before: made.dossier, ...left };
    };

    test('post and quotes leave every version; gists, notes and the rest stay', async () => {
      const { before, present, versions } = await eraseAuthor({});

      const after = {
        ...before,
        post: { ...before.post, text: removed, author: null, url: null },
        claims: before.claims.map((claim) => ({
          ...claim,
          quote: removed,
          start: 0,
          end: removed.length,
        })),
      };
      expect(present).toEqual({ ...after, version: 2 });
      expect(versions).toEqual([{ ...after, version: 2 }, after]);
    });

    test('a title, a summary and gists that repeat the post go with it', async () => {
      const { post, claims } = exampleDossier();
      const [claim, ...others] = claims;
      if (claim === undefined) throw new Error('the example has claims');
      const { present, versions } = await eraseAuthor({
        slug: DossierSlug.parse('repeating'),
        title: 'Nobody on the island…',
        summary: { text: `${post.text.slice(0, 40)} …`, madeBy: { by: 'extractive' } },
        claims: [{ ...claim, gist: `The post says: “${claim.quote}”.` }, ...others],
      });

      for (const dossier of [present, ...versions]) {
        expect(dossier?.title).toBe('repeating');
        expect(dossier?.summary.text).toBe(removed);
        expect(dossier?.claims[0]?.gist).toBe(`The post says: “${removed}”.`);
        expect(JSON.stringify(dossier)).not.toContain(claim.quote);
      }
    });

    test('processes that keep the catalogue in memory are told to read it anew', async () => {
      const authorId = someMember();
      await madeFrom(opened(), { authorId });
      const revision = () => opened().snapshot(({ dossiers }) => dossiers.revision());
      const before = await revision();

      await opened().transaction(({ members }) => members.erase(authorId));

      expect(await revision()).toBeGreaterThan(before);
    });
  });
}
