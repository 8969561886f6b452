import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openPictures } from '../src/adapters/pictures/pictures.ts';
import { systemClock } from '../src/adapters/system-clock.ts';
import type { DigestPicture } from '../src/ports/pictures.ts';
import { percentile, printTable } from './table.ts';

const rounds = 100;
const megabyte = 1024 * 1024;

const sentences = {
  'one script': ['The ferry of nine has not come once this week, whatever the port says about it.'],
  'many scripts, 200 characters each': [
    'لم تصل عبّارة الساعة التاسعة هذا الأسبوع مهما قالوا عن ذلك. ',
    'Паром в девять часов на этой неделе не приходил ни разу. ',
    '九時の渡船は今週一度も来ていない、と「港湾局」が述べた。',
    'नौ बजे की नौका इस सप्ताह एक बार भी नहीं आई। ',
  ].map((sentence) => sentence.repeat(8).slice(0, 200)),
} as const;

/** Measures the picture of a digest with five claims, as many as one shows, and thirty days: the thread that draws, and the one that waits. */
export async function benchPicture(): Promise<void> {
  const rows = [];
  for (const [claims, labels] of Object.entries(sentences)) rows.push(await drawn(claims, pictureOf(labels)));
  printTable(`The picture of a digest, five claims and thirty days, ${rounds} times`, rows);
}

async function drawn(claims: string, picture: DigestPicture) {
  const residentBefore = process.memoryUsage.rss();
  const pictures = openPictures({ clock: systemClock });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const coldMs = await timed(() => pictures.draw(picture));
  const warmMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) warmMs.push(await timed(() => pictures.draw(picture)));
  delay.disable();
  const residentMb = (process.memoryUsage.rss() - residentBefore) / megabyte;
  await pictures.close();
  return {
    claims,
    'cold (ms)': coldMs.toFixed(0),
    'warm p50 (ms)': percentile(warmMs, 0.5).toFixed(0),
    'warm p95 (ms)': percentile(warmMs, 0.95).toFixed(0),
    'resident, added (MB)': residentMb.toFixed(0),
    'event loop held up at most (ms)': (delay.max / 1e6).toFixed(0),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

function pictureOf(labels: readonly string[]): DigestPicture {
  const figure = (value: number) => ({ value, text: String(value) });
  return {
    locale: 'en-US',
    claims: {
      title: 'Most asked claims',
      now: 'March 1 – 30, 2026',
      before: 'January 30 – February 28, 2026',
      bars: Array.from({ length: 5 }, (_, index) => ({
        label: labels[index % labels.length] ?? '',
        reference: `ferry-timetable/c${index}`,
        now: figure(1_000 - index * 90),
        before: figure(400 + index * 30),
      })),
    },
    asks: {
      title: 'Asked per day',
      columns: Array.from({ length: 30 }, (_, index) => ({
        label: `Mar ${index + 1}`,
        asks: figure((index * 37) % 240),
      })),
    },
  };
}

if (import.meta.main) await benchPicture();
