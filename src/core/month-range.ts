import { type DayRange, daysAfter, daysIn } from './digest-period.ts';

/** Months `YYYY-MM`, both included. */
type MonthRange = { readonly from: string; readonly to: string };

/**
 * Days as the whole months among them and what is left at both ends, each part within one month; together they are each
 * day once.
 */
type SplitRange = { readonly months: MonthRange | null; readonly days: readonly DayRange[] };

/** Takes the whole months out of a range of days, the first of which is not after the last. */
export function splitByMonth({ from, to }: DayRange): SplitRange {
  const [first, last] = [daysOfMonth(monthOf(from)), daysOfMonth(monthOf(to))];
  const [beginsWhole, endsWhole] = [from === first.from, to === last.to];
  if (first.from === last.from && !(beginsWhole && endsWhole)) return { months: null, days: [{ from, to }] };
  const months = {
    from: monthOf(beginsWhole ? from : daysAfter(first.to, 1)),
    to: monthOf(endsWhole ? to : daysAfter(last.from, -1)),
  };
  const begin = beginsWhole ? [] : [{ from, to: first.to }];
  const end = endsWhole ? [] : [{ from: last.from, to }];
  return { months: months.from > months.to ? null : months, days: [...begin, ...end] };
}

/** Days as whole months, with days that come to them and others that go from them. */
type MonthSum = {
  readonly months: MonthRange | null;
  readonly plus: readonly DayRange[];
  readonly minus: readonly DayRange[];
};

/** The same days with the fewest single ones: a month of which most days are meant is whole, without the others. */
export function sumByMonth(range: DayRange): MonthSum {
  const { months, days } = splitByMonth(range);
  const isMost = (part: DayRange) => 2 * daysIn(part) > daysIn(daysOfMonth(monthOf(part.from)));
  const most = days.filter(isMost);
  const whole = [
    ...(months === null ? [] : [months.from, months.to]),
    ...most.map((part) => monthOf(part.from)),
  ].toSorted();
  const [from, to] = [whole[0], whole.at(-1)];
  return {
    months: from === undefined || to === undefined ? null : { from, to },
    plus: days.filter((part) => !isMost(part)),
    minus: most.flatMap(othersOfMonth),
  };
}

/** The days of its month that a part of it lacks. */
function othersOfMonth(part: DayRange): readonly DayRange[] {
  const month = daysOfMonth(monthOf(part.from));
  return [
    ...(part.from === month.from ? [] : [{ from: month.from, to: daysAfter(part.from, -1) }]),
    ...(part.to === month.to ? [] : [{ from: daysAfter(part.to, 1), to: month.to }]),
  ];
}

/** The month (`YYYY-MM`) of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The days of a month. */
export function daysOfMonth(month: string): DayRange {
  const from = `${month}-01`;
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  return { from, to: end.toISOString().slice(0, 10) };
}
