import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/ports/stores.ts';
import { readsOfCases, writesOfCases } from './borders-of-cases.ts';
import { readsOfDossiers, writesOfDossiers } from './borders-of-dossiers.ts';
import { readsOfInquiries, writesOfInquiries } from './borders-of-inquiries.ts';
import { everythingOf, neighbours, settle } from './neighbours.ts';

/** No method reads or changes what belongs to another server. */
export function describeGuildBorders(opened: () => Database): void {
  describe('the border between servers', () => {
    const reads = [...readsOfDossiers, ...readsOfInquiries, ...readsOfCases];
    const writes = [...writesOfDossiers, ...writesOfInquiries, ...writesOfCases];

    test.each(reads)('$method shows nothing of another server', async ({ attempt, sees }) => {
      const both = neighbours();
      await opened().transaction((stores) => settle(both, stores));

      const seen = await opened().snapshot((stores) => attempt(stores, both));

      expect(seen).toEqual(sees);
    });

    test.each(writes)('$method changes nothing of another server', async ({ attempt, gives }) => {
      const both = neighbours();
      await opened().transaction((stores) => settle(both, stores));
      const before = await opened().snapshot((stores) => everythingOf(both, stores));

      const given = await opened()
        .transaction((stores) => attempt(stores, both))
        .catch(() => 'refusal');

      expect(given).toEqual(gives);
      expect(await opened().snapshot((stores) => everythingOf(both, stores))).toEqual(before);
    });
  });
}
