import type { SKRSContext2D } from '@napi-rs/canvas';
import type { DigestPicture, PictureBar, PictureFigure } from '../../ports/pictures.ts';
import { type Fonts, fontOf } from './fonts.ts';
import { labelPart, type Part, titlePart } from './lines.ts';
import { look } from './look.ts';
import { shownLabel } from './shown-label.ts';

type Claims = NonNullable<DigestPicture['claims']>;

/** One of the two kinds of bar. */
type BarLook = {
  readonly height: number;
  /** Of the bar with its figure. */
  readonly rowHeight: number;
  readonly font: string;
  readonly colour: string;
  shape(context: SKRSContext2D, x: number, top: number, width: number, height: number): void;
};

const strong: BarLook = {
  height: 15,
  rowHeight: 18,
  font: fontOf(look.label, 700),
  colour: look.text,
  shape(context, x, top, width, height) {
    context.fillStyle = look.bar;
    context.beginPath();
    context.roundRect(x, top, Math.max(2, width), height, [0, 3, 3, 0]);
    context.fill();
  },
};

const weak: BarLook = {
  height: 8,
  rowHeight: 14,
  font: fontOf(look.small),
  colour: look.weakText,
  shape(context, x, top, width, height) {
    context.strokeStyle = look.weakBar;
    context.lineWidth = 1.25;
    context.beginPath();
    context.roundRect(x + 0.6, top + 0.6, Math.max(1, width - 1.2), height - 1.2, [0, 2, 2, 0]);
    context.stroke();
  },
};

const afterBars = 12;
/** Between the end of a bar and its figure. */
const gap = 7;

/** The claims asked about, one below the other: what it says, and a bar for each of the two periods. */
export function claimsPart(context: SKRSContext2D, claims: Claims, fonts: Fonts): Part {
  const { bars } = claims;
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now.value, before.value]));
  const room = look.inner - roomForFigures(context, bars);
  const rows = bars.map((bar): Part => {
    const label = labelPart(context, shownLabel(bar, fonts));
    return {
      height: label.height + strong.rowHeight + weak.rowHeight + afterBars,
      draw(into, top) {
        label.draw(into, top);
        const below = top + label.height;
        drawBar(into, strong, below, (bar.now.value / most) * room, bar.now);
        drawBar(into, weak, below + strong.rowHeight, (bar.before.value / most) * room, bar.before);
      },
    };
  });
  const parts = [titlePart(context, claims.title), keyPart(context, claims), ...rows];

  return {
    height: parts.reduce((sum, { height }) => sum + height, -afterBars),
    draw(into, top) {
      let at = top;
      for (const part of parts) {
        part.draw(into, at);
        at += part.height;
      }
    },
  };
}

function roomForFigures(context: SKRSContext2D, bars: readonly PictureBar[]): number {
  const widest = (font: string, figures: readonly PictureFigure[]) => {
    context.font = font;
    return Math.max(...figures.map(({ text }) => context.measureText(text).width));
  };
  const now = bars.map((bar) => bar.now);
  const before = bars.map((bar) => bar.before);
  return gap + Math.max(widest(strong.font, now), widest(weak.font, before));
}

function drawBar(
  context: SKRSContext2D,
  { shape, height, font, colour }: BarLook,
  top: number,
  width: number,
  { value, text }: PictureFigure,
): void {
  if (value > 0) shape(context, look.padding, top, width, height);
  context.font = font;
  context.fillStyle = colour;
  context.fillText(text, look.padding + (value > 0 ? width + gap : 0), top + height / 2 + 4.8);
}

const sampleWidth = 18;
const sampleHeight = 10;
const keyHeight = 20;
const betweenKeys = 18;

/** What the two kinds of bar mean, side by side where there is room. */
function keyPart(context: SKRSContext2D, { now, before }: Claims): Part {
  context.font = fontOf(look.small);
  const widthOf = (text: string) => sampleWidth + gap + context.measureText(text).width;
  const besides = widthOf(now) + betweenKeys;
  const fits = besides + widthOf(before) <= look.inner;
  return {
    height: (fits ? keyHeight : 2 * keyHeight) + 8,
    draw(into, top) {
      drawKey(into, strong, now, look.padding, top);
      if (fits) drawKey(into, weak, before, look.padding + besides, top);
      else drawKey(into, weak, before, look.padding, top + keyHeight);
    },
  };
}

function drawKey(
  context: SKRSContext2D,
  { shape, height }: BarLook,
  text: string,
  x: number,
  top: number,
): void {
  const shown = Math.min(height, sampleHeight);
  shape(context, x, top + (keyHeight - shown) / 2 - 2, sampleWidth, shown);
  context.font = fontOf(look.small);
  context.fillStyle = look.weakText;
  context.fillText(text, x + sampleWidth + gap, top + 12.5);
}
