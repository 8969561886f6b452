import type { Case } from '../../src/core/case.ts';
import type { UserId } from '../../src/core/ids.ts';
import type { Report } from '../../src/core/report.ts';
import type { Database } from '../../src/ports/stores.ts';
import { freshCase, keyOf } from '../fixtures/store/example-case.ts';

/** What the contracts about cases, and about the members in them, do to a database, and look up in it. */
export function caseSteps(opened: () => Database) {
  const open = (overrides: Partial<Case> = {}) => {
    const fresh = freshCase(overrides);
    return opened().transaction(({ cases }) => cases.open(fresh, keyOf(fresh)));
  };
  /** Whether each report was the first of its member in its case. */
  const add = (...added: Report[]) =>
    opened().transaction(async ({ cases }) => {
      const fresh: boolean[] = [];
      for (const report of added) fresh.push(await cases.addReport(report));
      return fresh;
    });
  const find = ({ guildId, id }: Case) => opened().snapshot(({ cases }) => cases.find(guildId, id));
  const reportsOf = ({ guildId, id }: Case) => opened().snapshot(({ cases }) => cases.reports(guildId, id));
  const record = (memberId: UserId) => opened().snapshot(({ members }) => members.record(memberId));
  return { open, add, find, reportsOf, record };
}
