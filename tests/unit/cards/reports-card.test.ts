import { describe, expect, it } from 'vitest';
import { pageOfReport, reportsCard } from '../../../src/cards/reports-card.ts';
import { ReportId } from '../../../src/core/ids.ts';
import { exampleReport } from '../../fakes/example-case.ts';
import { english, shownOf, textIn } from './shown-case.ts';

describe('the list of a case’s reports', () => {
  it('says of a report how many earlier ones were marked, and finds the page it stands on', () => {
    const reports = Array.from({ length: 12 }, (_, index) =>
      exampleReport({ id: ReportId.parse(`report${String(index).padStart(6, '0')}`), weight: 0.25 }),
    );
    const shown = shownOf({}, reports);
    const page = pageOfReport(shown, reports[11]?.id ?? exampleReport().id, english);

    expect(page).toBe(3);
    expect(textIn(reportsCard(shown, page, english))).toContain(
      '**Reporter 12** · Misleading · <t:1772442000:R>\nNothing was written with it.\n2 earlier reports of this reporter were marked',
    );
  });
});
