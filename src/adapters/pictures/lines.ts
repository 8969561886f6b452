import type { SKRSContext2D } from '@napi-rs/canvas';
import { fontOf } from './fonts.ts';
import { look } from './look.ts';
import { directionOf, wrapText } from './wrap-text.ts';

/** A part of a picture: how tall it is, and how to draw it from a height on. */
export type Part = { readonly height: number; draw(context: SKRSContext2D, top: number): void };

/** Text in one size. */
type Lettering = {
  readonly font: string;
  readonly lineHeight: number;
  /** From the top of a line to the line its letters stand on. */
  readonly baseline: number;
};

const title: Lettering = { font: fontOf(look.title, 700), lineHeight: 26, baseline: 19 };
const label: Lettering = { font: fontOf(look.label), lineHeight: 19, baseline: 14 };

/** The heading of a part. */
export function titlePart(context: SKRSContext2D, text: string): Part {
  return linesPart(context, text, title);
}

/** What a bar stands for, in as many lines as it takes. */
export function labelPart(context: SKRSContext2D, text: string): Part {
  return linesPart(context, text, label);
}

/** Lines of a text; those of a right-to-left one begin at the right. */
function linesPart(context: SKRSContext2D, text: string, { font, lineHeight, baseline }: Lettering): Part {
  context.font = font;
  const lines = wrapText(text, look.inner, (part) => context.measureText(part).width);
  const direction = directionOf(text);
  return {
    height: lines.length * lineHeight + 4,
    draw(into, top) {
      into.font = font;
      into.fillStyle = look.text;
      into.direction = direction;
      into.textAlign = direction === 'rtl' ? 'right' : 'left';
      const x = direction === 'rtl' ? look.padding + look.inner : look.padding;
      for (const [index, line] of lines.entries())
        into.fillText(line, x, top + baseline + index * lineHeight);
      into.direction = 'ltr';
      into.textAlign = 'left';
    },
  };
}
