import type { DayRange } from '../../src/core/digest-period.ts';
import type { AsksOn, Inquiry, InquiryTotal, WayTotal } from '../../src/core/inquiry.ts';

/** What is equal of totals, whatever their order. */
export function sorted(some: readonly InquiryTotal[]): readonly InquiryTotal[] {
  return some.toSorted((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
}

/** What is equal of totals of ways, whatever their order. */
export function sortedWays(some: readonly WayTotal[]): readonly WayTotal[] {
  const nameOf = ({ command, outcome }: WayTotal) => `${command} ${outcome}`;
  return some.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function subjectOf({ command, outcome, dossierId: dossier, claimId }: Omit<InquiryTotal, 'askers'>): string {
  return JSON.stringify([command, outcome, dossier, claimId]);
}

/** The sums of totals of the same subject. */
export function merged(some: readonly InquiryTotal[]): readonly InquiryTotal[] {
  return [...Map.groupBy(some, subjectOf).values()].map((group) =>
    group.reduce(({ command, outcome, dossierId: dossier, claimId, ...sum }, each) => ({
      ...{ command, outcome, dossierId: dossier, claimId },
      inquiries: sum.inquiries + each.inquiries,
      askers: sum.askers + each.askers,
      feedback: { yes: sum.feedback.yes + each.feedback.yes, no: sum.feedback.no + each.feedback.no },
    })),
  );
}

/** Totals by counting the inquiries themselves: a day's askers are the different ones of each total of the day. */
export function recounted(asked: readonly Inquiry[]): readonly InquiryTotal[] {
  const met = new Set<string>();
  return merged(
    asked.map(({ command, outcome, dossierId: dossier, claimId, day, asker, feedback }) => {
      const subject = { command, outcome, dossierId: dossier, claimId, inquiries: 1 };
      const answers = { yes: feedback === 'yes' ? 1 : 0, no: feedback === 'no' ? 1 : 0 };
      const once = JSON.stringify([day, asker, command, outcome, dossier, claimId]);
      const askers = met.has(once) ? 0 : 1;
      met.add(once);
      return { ...subject, askers, feedback: answers };
    }),
  );
}

/** What was asked on each day, by counting the inquiries themselves. */
export function asksOnDays(asked: readonly Inquiry[]): readonly AsksOn[] {
  return [...Map.groupBy(asked, ({ day }) => day)]
    .map(([day, group]) => ({ from: day, to: day, asks: group.length }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** The last days of the months in which the contract asks. */
const lastDays: Readonly<Record<string, string>> = {
  '2023-12': '31',
  '2024-01': '31',
  '2024-02': '29',
  '2024-03': '31',
  '2024-04': '30',
};

/** What was asked in each month, or in the part of it that lies in the range. */
export function asksInMonths(asked: readonly Inquiry[], { from, to }: DayRange): readonly AsksOn[] {
  return [...Map.groupBy(asked, ({ day }) => day.slice(0, 7))]
    .map(([month, group]) => {
      const [first, last] = [`${month}-01`, `${month}-${lastDays[month]}`];
      return { from: first < from ? from : first, to: last > to ? to : last, asks: group.length };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
