import type { DigestPicture, PictureBar } from '../../src/ports/pictures.ts';

const figure = (value: number) => ({ value, text: String(value) });

/** A bar of a claim that was asked about twelve times, and eight times before. */
export function exampleBar(label: string, change: Partial<PictureBar> = {}): PictureBar {
  return { label, reference: 'ferry-timetable/c01', now: figure(12), before: figure(8), ...change };
}

/** A picture of these claims in a week of March 2026. */
export function examplePicture(labels: readonly string[]): DigestPicture {
  const days = ['Mon 2', 'Tue 3', 'Wed 4', 'Thu 5', 'Fri 6', 'Sat 7', 'Sun 8'];
  return {
    locale: 'en-US',
    claims: {
      title: 'Most asked claims',
      now: 'Mar 2 – 8, 2026',
      before: 'Feb 23 – Mar 1, 2026',
      bars: labels.map((label) => exampleBar(label)),
    },
    asks: {
      title: 'Asked per day',
      columns: days.map((label, index) => ({ label, asks: figure(3 + ((index * 5) % 11)) })),
    },
  };
}
