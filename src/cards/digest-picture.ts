import { formatClaimReference } from '../core/claim.ts';
import type { AskedClaim, Digest } from '../core/digest.ts';
import { bucketOf, type DayRange, daysAfter, daysIn, spanOf } from '../core/digest-period.ts';
import { PartialDate } from '../core/partial-date.ts';
import type { DigestPicture, PictureColumn, PictureFigure } from '../ports/pictures.ts';
import type { DescribedPicture } from '../services/digest/draw-picture.ts';
import type { Words } from '../words/words.ts';
import { excerpt } from './markdown.ts';

/** The longest claim that is shown whole, in UTF-16 code units: 8 lines of a picture. The card's menu leads to the rest. */
const labelChars = 300;
/** Bars at most: Discord shows a picture on a desktop in a box of some 550 × 350, in which ten long claims cannot be read. */
const mostBars = 5;
/** How much of how many claims stands for the bars where the picture is not seen. Discord allows 1,024 characters. */
const described = { claims: 5, chars: 80 } as const;
/** Up to this many days, each is named by its day of the week. */
const namedWeekdays = 7;

/** What a digest shows as a picture, and the same in words; null when nothing was asked. */
export function digestPicture(digest: Digest, words: Words): DescribedPicture | null {
  const figure = figuresIn(words);
  const buckets = bucketsOf(digest);
  const asked = buckets.some(({ asks }) => asks > 0);
  if (digest.claims.length === 0 && !asked) return null;
  const byDay = bucketOf(digest.period) === 'day';
  const picture: DigestPicture = {
    locale: words.locale,
    claims: digest.claims.length === 0 ? null : claimBars(digest, words, figure),
    asks: asked
      ? {
          title: words.say(byDay ? 'digest.picture.days' : 'digest.picture.months'),
          columns: buckets.map(columnIn(buckets.length, byDay, words, figure)),
        }
      : null,
  };
  const alt = [
    picture.claims === null ? null : claimsInWords(picture.claims, words),
    asked ? asksInWords(buckets, byDay, words, figure) : null,
  ];
  return { picture, alt: alt.filter((sentence) => sentence !== null).join(' ') };
}

type Bucket = DayRange & { readonly asks: number };
type Figure = (value: number) => PictureFigure;

function figuresIn({ locale }: Words): Figure {
  const format = new Intl.NumberFormat(locale);
  return (value) => ({ value, text: format.format(value) });
}

function claimBars(
  { claims, period }: Digest,
  words: Words,
  figure: Figure,
): NonNullable<DigestPicture['claims']> {
  return {
    title: words.say('digest.claims'),
    now: daysInWords(period, words),
    before: daysInWords(period.before, words),
    bars: claims.slice(0, mostBars).map(({ named, asks }: AskedClaim) => {
      const gone = words.say('digest.claim-gone');
      return {
        label: named === null ? gone : excerpt(named.quote, labelChars),
        reference: named === null ? gone : formatClaimReference(named.reference),
        now: figure(asks.now),
        before: figure(asks.before),
      };
    }),
  };
}

/** "March 2 – 8, 2026" */
function daysInWords(range: DayRange, { locale }: Words): string {
  const { fromMs, untilMs } = spanOf(range);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  // Its thin spaces are not in every font.
  return format.formatRange(fromMs, untilMs - 1).replace(/\s/gu, ' ');
}

/** Every day or month of the period, those without a question included. */
function bucketsOf({ period, asks }: Digest): readonly Bucket[] {
  const known = new Map(asks.map((each) => [each.from, each.asks]));
  return rangesOf(period).map((range) => ({ ...range, asks: known.get(range.from) ?? 0 }));
}

function rangesOf(period: DayRange): readonly DayRange[] {
  const days = Array.from({ length: daysIn(period) }, (_, index) => daysAfter(period.from, index));
  if (bucketOf(period) === 'day') return days.map((day) => ({ from: day, to: day }));
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  return [...months.values()].map((month) => ({
    from: month[0] ?? period.from,
    to: month.at(-1) ?? period.to,
  }));
}

function columnIn(count: number, byDay: boolean, { locale }: Words, figure: Figure) {
  const named: Intl.DateTimeFormatOptions = byDay
    ? count <= namedWeekdays
      ? { weekday: 'short' }
      : { month: 'short', day: 'numeric' }
    : { month: 'short', year: '2-digit' };
  const format = new Intl.DateTimeFormat(locale, { ...named, timeZone: 'UTC' });
  return ({ from, asks }: Bucket): PictureColumn => ({
    label: format.format(spanOf({ from, to: from }).fromMs),
    asks: figure(asks),
  });
}

function claimsInWords({ now, before, bars }: NonNullable<DigestPicture['claims']>, words: Words): string {
  const claims = bars.slice(0, described.claims).map((bar) =>
    words.say('digest.picture.claim', {
      claim: excerpt(bar.label, described.chars),
      count: bar.now.text,
      before: bar.before.text,
    }),
  );
  return words.say('digest.picture.claims', { now, before, claims: claims.join('; ') });
}

function asksInWords(buckets: readonly Bucket[], byDay: boolean, words: Words, figure: Figure): string {
  const total = buckets.reduce((sum, { asks }) => sum + asks, 0);
  const most = buckets.reduce((found, bucket) => (bucket.asks > found.asks ? bucket : found));
  return words.say(byDay ? 'digest.picture.most-day' : 'digest.picture.most-month', {
    total: figure(total).text,
    when: byDay ? words.day(spanOf(most).fromMs) : words.date(PartialDate.parse(most.from.slice(0, 7))),
    most: figure(most.asks).text,
  });
}
