import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { type GuildId, WatcherId, WatchId } from '../../src/core/ids.ts';
import type { Inquiry } from '../../src/core/inquiry.ts';
import type { Report } from '../../src/core/report.ts';
import type { Database } from '../../src/ports/stores.ts';
import { findGroup, unansweredGroups } from '../../src/services/digest/unanswered-groups.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleReport, freshCase, keyOf, someMember } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const day = '2026-03-02';
const period = { fromDay: '2026-03-01', toDay: '2026-03-07' };

async function opened(): Promise<Database> {
  const database = await openSqlite({ file: join(temporaryFolder(), 'footnote.sqlite') });
  onTestFinished(() => database.close());
  return database;
}

const ask = (database: Database, guildId: GuildId, asked: readonly Partial<Inquiry>[]) =>
  database.transaction(async ({ inquiries }) => {
    for (const inquiry of asked) await inquiries.add(exampleInquiry({ guildId, day, ...inquiry }));
  });

/** Puts a question to the moderators, as so many members. */
const put = (
  database: Database,
  guildId: GuildId,
  text: string,
  members: number,
  changes: Partial<Report> = {},
) =>
  database.transaction(async ({ cases }) => {
    const fresh = freshCase({ guildId, subject: { kind: 'question', text } });
    await cases.open(fresh, keyOf(fresh));
    for (let member = 0; member < members; member += 1)
      await cases.addReport(exampleReport(fresh, { reportedAt: Date.parse(day), ...changes }));
  });

/** Has as many members watch a question. */
const watch = (database: Database, guildId: GuildId, text: string, members: number) =>
  database.transaction(async ({ watches }) => {
    for (let member = 0; member < members; member += 1) {
      const watcher = {
        id: WatcherId.parse(exampleId()),
        guildId,
        memberId: someMember(),
        locale: 'en-US',
        batch: null,
        waitingSince: null,
      };
      await watches.addWatcher(watcher);
      const id = WatchId.parse(exampleId());
      await watches.add(watcher, { kind: 'question', id, text, answer: null, telling: false });
    }
  });

describe('groups of unanswered questions', () => {
  test('show what three members asked on one day, and count the rest', async () => {
    const database = await opened();
    const guildId = someGuild();
    await ask(database, guildId, [
      { text: 'who pays the militias', asker: 'a' },
      { text: 'who is paying militias', asker: 'b', outcome: 'none-of-these' },
      { text: 'who pays the militias?', asker: 'c', outcome: 'ambiguous' },
      { text: 'who pays the militias?', asker: 'd', day: '2026-03-03' },
      { text: 'did Iran bomb Kirkuk', asker: 'a' },
      { text: 'did Iran bomb Kirkuk', asker: 'b' },
      { text: 'did Iran bomb Kirkuk', asker: 'x', day: '2026-03-03' },
      { text: 'did Iran bomb Kirkuk', asker: 'y', day: '2026-02-28' },
      { text: 'who pays the militias', asker: 'e', outcome: 'answered' },
    ]);

    expect(await unansweredGroups({ database }, { guildId, ...period })).toEqual({
      groups: [
        {
          label: 'who pays the militias',
          askedByMany: true,
          key: expect.stringMatching(/^[0-9a-f]{16}$/),
          questions: 4,
          askedModerators: 0,
          waitingToBeTold: 0,
          caseNumbers: [],
        },
      ],
      further: 3,
    });
  });

  test('show a question put to the moderators, with its case, however few asked it', async () => {
    const database = await opened();
    const guildId = someGuild();
    await put(database, guildId, 'who finances the ferry', 1, { outcome: 'told' });
    await put(database, guildId, 'did Iran bomb Kirkuk', 2);
    await ask(database, guildId, [
      { text: 'did Iran bomb Kirkuk last week', asker: 'a' },
      { text: 'is it Anna Meier', asker: 'a' },
    ]);

    expect(await unansweredGroups({ database }, { guildId, ...period })).toEqual({
      groups: [
        {
          label: 'did Iran bomb Kirkuk',
          askedByMany: false,
          key: expect.stringMatching(/^[0-9a-f]{16}$/),
          questions: 0,
          askedModerators: 2,
          waitingToBeTold: 2,
          caseNumbers: [2],
        },
        {
          label: 'who finances the ferry',
          askedByMany: false,
          key: expect.stringMatching(/^[0-9a-f]{16}$/),
          questions: 0,
          askedModerators: 1,
          waitingToBeTold: 0,
          caseNumbers: [1],
        },
      ],
      further: 2,
    });
  });

  test('do not count those who put it to the moderators towards the floor: they may have asked it before', async () => {
    const database = await opened();
    const guildId = someGuild();
    await put(database, guildId, 'who pays the militias', 5);
    await ask(database, guildId, [
      { text: 'who pays militias', asker: 'a' },
      { text: 'who pays militias', asker: 'b' },
    ]);

    const { groups, further } = await unansweredGroups({ database }, { guildId, ...period });

    expect(groups).toMatchObject([{ label: 'who pays the militias', askedByMany: false, questions: 0 }]);
    expect(further).toBe(2);
  });

  test('say how many wait to be told: of what few asked, only those who put it to the moderators', async () => {
    const database = await opened();
    const guildId = someGuild();
    await put(database, guildId, 'who pays the militias', 2);
    await watch(database, guildId, 'who is paying the militias', 3);
    await watch(database, guildId, 'did Iran bomb Kirkuk', 5);
    await watch(database, someGuild(), 'who pays the militias', 1);
    await ask(database, guildId, [
      { text: 'did Iran bomb Kirkuk', asker: 'a' },
      { text: 'did Iran bomb Kirkuk', asker: 'b' },
    ]);

    const { groups, further } = await unansweredGroups({ database }, { guildId, ...period });

    expect(groups).toMatchObject([
      { label: 'who pays the militias', questions: 0, askedModerators: 2, waitingToBeTold: 2 },
    ]);
    expect(further).toBe(2);
  });

  test('are found again by their name, in their own server alone', async () => {
    const database = await opened();
    const [guildId, other] = [someGuild(), someGuild()];
    await put(database, guildId, 'who pays the militias', 1);
    await watch(database, guildId, 'who pays the militias', 1);
    const { groups } = await unansweredGroups({ database }, { guildId, ...period });
    const [{ key } = { key: '' }] = groups;

    const found = await findGroup({ database }, { guildId, ...period, key });
    const others = [
      await findGroup({ database }, { guildId: other, ...period, key }),
      await findGroup({ database }, { guildId, fromDay: '2026-02-01', toDay: '2026-02-02', key }),
      await findGroup({ database }, { guildId, ...period, key: '0'.repeat(16) }),
    ];

    expect(found).toMatchObject({ group: groups[0], inquiryIds: [], watchIds: [expect.any(String)] });
    expect(others).toEqual([null, null, null]);
  });

  test('of a period without questions are none', async () => {
    const database = await opened();

    const found = await unansweredGroups({ database }, { guildId: someGuild(), ...period });

    expect(found).toEqual({ groups: [], further: 0 });
  });

  const words = 'who pays militia Kirkuk Nujaba bombed Meier 3'.split(' ');
  const inquiry = fc.record({
    text: fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
      .map((chosen) => chosen.join(' ')),
    day: fc.constantFrom('2026-03-02', '2026-03-03'),
    asker: fc.constantFrom('a', 'b', 'c', 'd'),
    outcome: fc.constantFrom('unanswered', 'ambiguous', 'none-of-these'),
  } as const);

  test('never give a text or a word that fewer than three members of one day used, unless it was put to the moderators', async () => {
    const database = await opened();
    await fc.assert(
      fc.asyncProperty(
        fc.array(inquiry, { maxLength: 25 }),
        fc.uniqueArray(
          inquiry.map(({ text }) => text),
          { maxLength: 2 },
        ),
        async (asked, moderators) => {
          const guildId = someGuild();
          await ask(database, guildId, asked);
          for (const text of moderators) await put(database, guildId, text, 1);

          const { groups, further } = await unansweredGroups({ database }, { guildId, ...period });

          const most = (uses: (text: string) => boolean) => {
            const days = Map.groupBy(
              asked.filter(({ text }) => uses(text)),
              (each) => each.day,
            );
            return Math.max(
              0,
              ...Array.from(days.values(), (some) => new Set(some.map((each) => each.asker)).size),
            );
          };
          for (const { label, askedByMany, caseNumbers } of groups) {
            if (!askedByMany) {
              expect(moderators).toContain(label);
              expect(caseNumbers.length).toBeGreaterThan(0);
              continue;
            }
            expect(asked.map(({ text }) => text)).toContain(label);
            for (const word of label.split(' ').filter((each) => each !== 'who'))
              expect(most((text) => text.split(' ').includes(word))).toBeGreaterThanOrEqual(3);
          }
          const shown = groups.reduce((sum, { questions }) => sum + questions, 0);
          expect(shown + further).toBe(asked.length);
          expect(groups.flatMap(({ caseNumbers }) => caseNumbers)).toHaveLength(moderators.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
