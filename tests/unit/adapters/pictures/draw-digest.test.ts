import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawDigest } from '../../../../src/adapters/pictures/draw-digest.ts';
import { loadFonts } from '../../../../src/adapters/pictures/fonts.ts';
import { labelPart } from '../../../../src/adapters/pictures/lines.ts';
import { encodePng } from '../../../../src/adapters/pictures/png.ts';
import { shownLabel } from '../../../../src/adapters/pictures/shown-label.ts';
import { examplePicture } from '../../../fakes/example-picture.ts';
import { readPng } from './drawn.ts';

const fonts = loadFonts();

/** The pixels of a label as it is drawn. */
function inkOf(text: string): string {
  fonts.prepare(text);
  const context = createCanvas(400, 60).getContext('2d');
  labelPart(context, text).draw(context, 10);
  return Buffer.from(context.getImageData(0, 0, 400, 60).data).toString('base64');
}

const reference = 'ferry-timetable/c01';
const shown = (label: string) => shownLabel({ label, reference }, fonts);
const draw = async (...labels: readonly string[]) => readPng(drawDigest(examplePicture(labels), fonts));

describe('the words of a picture', () => {
  // Two words of as many letters each: as empty boxes they would look the same.
  it.each([
    ['Latin', 'ferry', 'boats'],
    ['Latin with marks', 'łąkaő', 'žluťý'],
    ['Greek', 'λιμάνι', 'σταθμό'],
    ['Cyrillic', 'паром', 'вокза'],
    ['Ukrainian', 'їжакі', 'ґанок'],
    ['Vietnamese', 'thuyền', 'đường'.padEnd(6, 'ớ')],
    ['Devanagari', 'नौका', 'गाड़ी'],
    ['Arabic', 'سفينة', 'محطةت'],
    ['Persian', 'کشتیپ', 'چمدان'],
    ['Japanese', '渡船場の', '駅前です'],
    ['Katakana', 'フェリー', 'トラック'],
  ])('are drawn in %s', (_script, one, other) => {
    expect(shown(one)).toBe(one);
    expect(shown(other)).toBe(other);
    expect(inkOf(one)).not.toBe(inkOf(' '));
    expect(inkOf(one)).not.toBe(inkOf(other));
  });

  it.each([
    'เรือข้ามฟาก',
    'מעבורת',
    '여객선이 없다',
    '船们都走了',
    'The เรือ is late',
    '🎉 🎉',
    '…',
    '\u{10fffe}',
  ])('are the name of the claim where a letter has no font: %s', (label) =>
    expect(shown(label)).toBe(reference),
  );

  it.each([
    ['🎉 Party 👩‍👩‍👧 time 🇩🇪', 'Party time'],
    ['paid 1️⃣ of 2️⃣', 'paid 1 of 2'],
    ['no\u0000thing \u202eodd\u202c\n here', 'no thing odd here'],
  ])('are without emoji and controls: %j', (label, plain) => expect(shown(label)).toBe(plain));

  it('begin at the right where they are written from there', () => {
    const ink = (text: string) => {
      const context = createCanvas(400, 40).getContext('2d');
      labelPart(context, text).draw(context, 10);
      const { data } = context.getImageData(0, 0, 400, 40);
      const columns = Array.from({ length: 1_600 * 40 }, (_, index) => index)
        .filter((index) => index % 4 === 3 && data[index] !== 0)
        .map((index) => ((index - 3) / 4) % 400);
      return { from: Math.min(...columns), to: Math.max(...columns) };
    };

    expect(ink('العبّارة متأخرة').from).toBeGreaterThan(200);
    expect(ink('العبّارة متأخرة').to).toBeGreaterThan(375);
    expect(ink('The ferry is late').from).toBeLessThan(20);
    expect(ink('The ferry is late').to).toBeLessThan(200);
  });
});

describe('the picture of a digest', () => {
  it.each([
    ['Latin', 'The ferry of nine has not come once this week, whatever they say. '],
    ['one long word', 'Donaudampfschifffahrtsgesellschaftskapitän'],
    ['Arabic', 'لم تصل عبّارة الساعة التاسعة هذا الأسبوع مهما قالوا '],
    ['Cyrillic', 'Паром в девять часов на этой неделе не приходил ни разу. '],
    ['Japanese', '九時の渡船は今週一度も来ていない、と「港湾局」が述べた。'],
  ])('grows with a claim of 200 characters and cuts nothing off: %s', async (_script, sentence) => {
    const short = await draw(sentence.slice(0, 12));
    const long = await draw(sentence.repeat(20).slice(0, 200));

    expect(long.width).toBe(800);
    expect(long.height).toBeGreaterThanOrEqual(short.height + 3 * 38);
    expect(long.inkIn(0, 30) + long.inkIn(770, 800)).toBe(0);
    expect(long.inkIn(32, 768)).toBeGreaterThan(short.inkIn(32, 768) + 3_000);
  });

  it('shows a bar for each of the two periods, as long as it was asked about', async () => {
    const base = examplePicture(['The ferry is late']);
    const asked = async (now: number, before: number) => {
      const figures = { now: { value: now, text: 'n' }, before: { value: before, text: 'b' } };
      const claims = base.claims && {
        ...base.claims,
        bars: [100, 0].map((other, index) => ({
          label: 'The ferry is late',
          reference,
          ...(index === 1 ? figures : { now: { value: other, text: 'n' }, before: { value: 0, text: 'b' } }),
        })),
      };
      const drawn = await readPng(drawDigest({ ...base, claims, asks: null }, fonts));
      return drawn.inkIn(0, 800, drawn.height - 110);
    };

    const [nothing, now, both] = [await asked(0, 0), await asked(50, 0), await asked(50, 50)];

    expect(now).toBeGreaterThan(nothing + 8_000);
    expect(both).toBeGreaterThan(now + 500);
    expect(both).toBeLessThan(now + 6_000);
  });

  it('shows asks alone, and claims alone', async () => {
    const whole = examplePicture(['The ferry is late']);
    const all = await readPng(drawDigest(whole, fonts));
    const asks = await readPng(drawDigest({ ...whole, claims: null }, fonts));
    const claims = await readPng(drawDigest({ ...whole, asks: null }, fonts));

    expect(asks.height + claims.height).toBe(all.height + 24);
    expect(asks.inkIn(0, 800)).toBeGreaterThan(10_000);
  });
});

describe('a PNG', () => {
  it('holds the pixels it is made of', async () => {
    const pixels = Uint8Array.from([1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 250, 251, 252, 255]);
    const context = createCanvas(2, 2).getContext('2d');

    const { loadImage } = await import('@napi-rs/canvas');
    context.drawImage(await loadImage(Buffer.from(encodePng(pixels, 2, 2))), 0, 0);

    expect(Uint8Array.from(context.getImageData(0, 0, 2, 2).data)).toEqual(pixels);
  });
});
