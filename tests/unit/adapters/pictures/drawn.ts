import { createCanvas, loadImage } from '@napi-rs/canvas';

/** What a PNG shows. */
export type Drawn = {
  readonly width: number;
  readonly height: number;
  /** How many pixels of these columns and rows are not of the colour in the top left corner. */
  inkIn(fromX: number, toX: number, fromY?: number, toY?: number): number;
};

/** Reads a PNG with the canvas's own decoder. */
export async function readPng(png: Uint8Array): Promise<Drawn> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(data.buffer);
  return {
    width,
    height,
    inkIn(fromX, toX, fromY = 0, toY = height) {
      let ink = 0;
      for (let y = fromY; y < toY; y += 1)
        for (let x = fromX; x < toX; x += 1) if (pixels[y * width + x] !== pixels[0]) ink += 1;
      return ink;
    },
  };
}
