import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import type { GuildId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { exampleReport, freshCase, keyOf } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

const span = { fromMs: Date.UTC(2026, 2, 2), untilMs: Date.UTC(2026, 2, 3) };
const before = span.fromMs - 1;
const last = span.untilMs - 1;

/** What a digest reads of a span of time. */
export function describeDigest(opened: () => Database): void {
  const open = (guildId: GuildId, change: Partial<Case> = {}) =>
    opened().transaction(({ cases }) => {
      const fresh = freshCase({ guildId, ...change });
      return cases.open(fresh, keyOf(fresh));
    });

  describe('a span of time', () => {
    test('holds the cases opened in it, its first moment included and its end not', async () => {
      const guildId = someGuild();
      for (const openedAt of [before, span.fromMs, last, span.untilMs]) await open(guildId, { openedAt });

      expect(await opened().snapshot(({ cases }) => cases.openedIn(guildId, span))).toBe(2);
    });

    test('holds the cases resolved in it that still are', async () => {
      const guildId = someGuild();
      for (const resolvedAt of [before, span.fromMs, last, span.untilMs])
        await open(guildId, {
          openedAt: 1,
          state: 'resolved',
          takenAt: resolvedAt === last ? 2 : null,
          resolvedAt,
        });
      await open(guildId, { openedAt: 1, state: 'reopened', resolvedAt: null });

      const resolved = await opened().snapshot(({ cases }) => cases.resolvedIn(guildId, span));
      const count = await opened().snapshot(({ cases }) => cases.countResolvedIn(guildId, span));

      expect(resolved).toHaveLength(2);
      expect(count).toBe(2);
      expect(resolved).toContainEqual({ openedAt: 1, takenAt: null, resolvedAt: span.fromMs });
      expect(resolved).toContainEqual({ openedAt: 1, takenAt: 2, resolvedAt: last });
    });

    test('ranks messages by the reports in it, made in good faith', async () => {
      const guildId = someGuild();
      const [twice, thrice, alike, question] = [
        await open(guildId),
        await open(guildId),
        await open(guildId),
        await open(guildId, { subject: { kind: 'question', text: 'who?' } }),
      ];
      const reported: readonly (readonly [Case, number, boolean])[] = [
        [twice, span.fromMs, false],
        [twice, last, false],
        [twice, last, true],
        [twice, before, false],
        [twice, span.untilMs, false],
        [thrice, last, false],
        [thrice, last, false],
        [thrice, last, false],
        [alike, last, false],
        [alike, last, false],
        [question, last, false],
      ];
      await opened().transaction(async ({ cases }) => {
        for (const [of, reportedAt, badFaith] of reported)
          await cases.addReport(exampleReport(of, { reportedAt, badFaith }));
      });

      const ranked = await opened().snapshot(({ cases }) => cases.mostReported(guildId, span, 10));
      const first = await opened().snapshot(({ cases }) => cases.mostReported(guildId, span, 1));

      expect(ranked).toEqual([
        { case: thrice, reports: 3 },
        { case: twice, reports: 2 },
        { case: alike, reports: 2 },
      ]);
      expect(first).toEqual(ranked.slice(0, 1));
    });

    test('dossiers changed in it are given as they were before it and at its end', async () => {
      const guildId = someGuild();
      const saved = async (own: Partial<Dossier>, ...changedAt: readonly number[]) => {
        const dossier = exampleDossier({ guildId, slug: DossierSlug.parse(someGuild()), ...own });
        await opened().transaction(async ({ dossiers }) => {
          for (const [index, at] of changedAt.entries())
            await dossiers.save({ ...dossier, version: index + 1, changedAt: at, title: `at ${at}` });
        });
        return dossier.id;
      };
      const [fresh, changed, archived] = [
        await saved({}, span.fromMs),
        await saved({}, before - 1, before, last, last, span.untilMs),
        await saved({ status: 'archived' }, before, last),
      ];
      await saved({}, before);
      await saved({}, span.untilMs);
      await saved({ guildId: someGuild() }, last);
      const shared = await saved({ guildId: null }, last);

      const found = await opened().snapshot(({ dossiers }) => dossiers.changedIn(guildId, span));

      const versions = new Map(
        found.map((change) => [change.after.id, [change.before?.version ?? null, change.after.version]]),
      );
      const own = found.filter(({ after }) => after.guildId !== null);
      expect(own).toHaveLength(3);
      expect([fresh, changed, archived, shared].map((id) => versions.get(id))).toEqual([
        [null, 1],
        [2, 4],
        [1, 2],
        [null, 1],
      ]);
      expect(found.find(({ after }) => after.id === changed)?.after.title).toBe(`at ${last}`);
    });

    test('cases are listed by how short they wait', async () => {
      const guildId = someGuild();
      await open(guildId, { waitsSince: before });
      const later = await open(guildId, { waitsSince: span.fromMs });

      const page = await opened().snapshot(({ cases }) =>
        cases.page(guildId, { states: [], waitsSinceFrom: span.fromMs }, 10, 0),
      );

      expect(page).toEqual({ cases: [later], total: 1 });
    });

    test('cases are listed by what they are about', async () => {
      const guildId = someGuild();
      await open(guildId);
      const question = await open(guildId, { subject: { kind: 'question', text: 'who?' } });

      const page = await opened().snapshot(({ cases }) =>
        cases.page(guildId, { states: [], kind: 'question' }, 10, 0),
      );

      expect(page).toEqual({ cases: [question], total: 1 });
    });
  });
}
