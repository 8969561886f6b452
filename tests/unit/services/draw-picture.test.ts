import { expect, it } from 'vitest';
import type { Log } from '../../../src/ports/log.ts';
import type { BoundDeps } from '../../../src/services/deps.ts';
import { drawPicture } from '../../../src/services/digest/draw-picture.ts';
import { examplePicture } from '../../fakes/example-picture.ts';

const described = { picture: examplePicture(['Who paid for it']), alt: 'Who paid for it: 12 (8).' };

async function drawn(pictures: BoundDeps['pictures'], what: Parameters<typeof drawPicture>[1]) {
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  // Of all that services are given, this one needs these two.
  const picture = await drawPicture({ pictures, log } as BoundDeps, what);
  return { picture, lines };
}

it('gives a picture its words', async () => {
  const png = Uint8Array.of(1, 2, 3);

  expect(await drawn({ draw: async () => png }, described)).toEqual({
    picture: { png, alt: described.alt },
    lines: [],
  });
});

it('does without a picture that cannot be drawn, and says so in one line that tells no claim', async () => {
  const failing = { draw: () => Promise.reject(new RangeError('Who paid for it')) };

  const { picture, lines } = await drawn(failing, described);

  expect(picture).toBeNull();
  expect(lines).toHaveLength(1);
  expect(lines).toMatchObject([[{ error: { name: 'RangeError' } }, 'a digest goes without its picture']]);
  expect(JSON.stringify(lines)).not.toContain('Who paid');
});

it('draws nothing where there is nothing to draw', async () => {
  const failing = { draw: () => Promise.reject(new TypeError('drawn')) };

  expect(await drawn(failing, null)).toEqual({ picture: null, lines: [] });
});
