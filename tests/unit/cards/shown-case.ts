import type { Case } from '../../../src/core/case.ts';
import { tallyOf } from '../../../src/core/case-priority.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { UserId } from '../../../src/core/ids.ts';
import type { Report } from '../../../src/core/report.ts';
import type { ShownCase } from '../../../src/services/cases/show-case.ts';
import { words } from '../../../src/words/words.ts';
import { exampleCase, exampleReport } from '../../fakes/example-case.ts';
import { nodesOf } from './card-nodes.ts';
import { textsOf } from './shown.ts';

/** A moderator. */
export const max = UserId.parse('1290000000000000303');

/** The words of English cards. */
export const english = words('en-US');

/** The longest name a dossier can have. */
export const longSlug = DossierSlug.parse('a'.repeat(48));

/** A case as its card shows it. */
export function shownOf(
  change: Partial<Case> = {},
  reports: readonly Report[] = [exampleReport()],
): ShownCase {
  const shown = exampleCase(change);
  return {
    case: shown,
    reports,
    tally: tallyOf(reports),
    priority: 'normal',
    ageing: false,
    claims: [],
    answer: null,
    stillShown: [],
    cardLocale: 'en-US',
    nowMs: shown.openedAt,
  };
}

/** All text of a card. */
export function textIn(card: unknown): string {
  return textsOf([card]).join('\n');
}

/** The labels of its buttons and fields, in order. */
export function labelsIn(card: unknown): readonly string[] {
  return nodesOf(card).flatMap(({ label }) => (typeof label === 'string' ? [label] : []));
}
