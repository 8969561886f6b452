import { createCanvas } from '@napi-rs/canvas';
import type { DigestPicture } from '../../ports/pictures.ts';
import { asksPart } from './draw-asks.ts';
import { claimsPart } from './draw-claims.ts';
import type { Fonts } from './fonts.ts';
import { look } from './look.ts';
import { encodePng } from './png.ts';

/** Between two parts of a picture. */
const between = 20;

const canvas = createCanvas(1, 1);

/** A digest as a PNG. */
export function drawDigest({ claims, asks, locale }: DigestPicture, fonts: Fonts): Uint8Array<ArrayBuffer> {
  // One canvas for all pictures: those let go of keep their memory until long after.
  const context = canvas.getContext('2d');
  const parts = [
    claims === null ? null : claimsPart(context, claims, fonts),
    asks === null ? null : asksPart(context, asks, locale),
  ].filter((part) => part !== null);
  const height = parts.reduce((sum, part) => sum + part.height + between, 2 * look.padding - between);

  canvas.width = look.width * look.scale;
  canvas.height = Math.ceil(height) * look.scale;
  context.scale(look.scale, look.scale);
  context.fillStyle = look.ground;
  context.fillRect(0, 0, look.width, Math.ceil(height));
  let top: number = look.padding;
  for (const part of parts) {
    part.draw(context, top);
    top += part.height + between;
  }
  const png = encodePng(canvas.data(), canvas.width, canvas.height);
  canvas.height = 1;
  return png;
}
