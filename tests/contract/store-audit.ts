import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../src/core/audit.ts';
import type { AuditFilter } from '../../src/ports/case-stores.ts';
import type { Database } from '../../src/ports/stores.ts';
import { exampleEntry, someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

/** The audit. */
export function describeAudit(opened: () => Database): void {
  const add = (...added: AuditEntry[]) =>
    opened().transaction(async ({ audit }) => {
      for (const entry of added) await audit.add(entry);
    });

  describe('the audit', () => {
    test('lines come back as they were written, the newest first, even those of one moment', async () => {
      const guildId = someGuild();
      const entries = [
        exampleEntry({ guildId, actorId: null, act: 'case.opened', before: null }),
        exampleEntry({ guildId, act: 'settings.changed', caseNumber: null, before: 'ageingHours 24' }),
        ...Array.from({ length: 8 }, () => exampleEntry({ guildId })),
      ];
      await add(...entries);

      const page = await opened().snapshot(({ audit }) => audit.page(guildId, {}, 100, 0));

      expect(page).toEqual({ entries: entries.toReversed(), total: 10 });
    });

    test('a page shows what the filter lets through and how much that is in all', async () => {
      const guildId = someGuild();
      const actorId = someMember();
      const [first, second, third, fourth] = [
        exampleEntry({ guildId, actorId, caseNumber: 7 }),
        exampleEntry({ guildId, actorId, caseNumber: 8 }),
        exampleEntry({ guildId, act: 'case.resolved', caseNumber: 7 }),
        exampleEntry({ guildId, actorId, act: 'case.resolved', caseNumber: null }),
      ];
      await add(first, second, third, fourth);
      const page = (filter: AuditFilter, limit = 10, offset = 0) =>
        opened().snapshot(({ audit }) => audit.page(guildId, filter, limit, offset));

      expect(await page({ actorId })).toEqual({ entries: [fourth, second, first], total: 3 });
      expect(await page({ actorId }, 1, 1)).toEqual({ entries: [second], total: 3 });
      expect(await page({ act: 'case.resolved' })).toEqual({ entries: [fourth, third], total: 2 });
      expect(await page({ caseNumber: 7 })).toEqual({ entries: [third, first], total: 2 });
      expect(await page({ actorId, act: 'case.taken', caseNumber: 8 })).toEqual({
        entries: [second],
        total: 1,
      });
    });

    test('lines from before a moment are deleted in portions, later ones stay', async () => {
      const guildId = someGuild();
      const longAgo = Date.UTC(2001, 0, 1);
      const old = Array.from({ length: 5 }, () => exampleEntry({ guildId, at: longAgo - 1 }));
      const exact = exampleEntry({ guildId, at: longAgo });
      await add(...old, exact);

      const deleted = await opened().transaction(async ({ audit }) => [
        await audit.deleteBefore(longAgo, 3),
        await audit.deleteBefore(longAgo, 3),
        await audit.deleteBefore(longAgo, 3),
      ]);

      expect(deleted).toEqual([3, 2, 0]);
      const { entries } = await opened().snapshot(({ audit }) => audit.page(guildId, {}, 10, 0));
      expect(entries).toEqual([exact]);
    });
  });
}
