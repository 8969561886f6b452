import { afterEach, expect, it } from 'vitest';
import { type OpenPictures, openPictures } from '../../../../src/adapters/pictures/pictures.ts';
import { systemClock } from '../../../../src/adapters/system-clock.ts';
import { examplePicture } from '../../../fakes/example-picture.ts';
import { fakeClock } from '../../../fakes/fake-clock.ts';
import { readPng } from './drawn.ts';

const opened: OpenPictures[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((pictures) => pictures.close()));
});

/** Pictures drawn by a thread that does what the first claim says, and tells its own number. */
function obedient() {
  const code = `
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ claims }) => {
      const { label } = claims.bars[0];
      if (label === 'die') throw new Error('died');
      if (label === 'leave') process.exit();
      if (label === 'fail') parentPort.postMessage({ failure: new Error('failed') });
      if (label === 'draw') parentPort.postMessage({ png: Uint8Array.of(threadId) });
    });`;
  const clock = fakeClock();
  const pictures = openPictures({
    clock,
    timeoutMs: 1_000,
    idleMs: 60_000,
    workerFile: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
  });
  opened.push(pictures);
  return { clock, pictures, draw: (label: string) => pictures.draw(examplePicture([label])) };
}

/** How many threads keep this process alive. */
const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

it('draws in a thread of its own', async () => {
  const pictures = openPictures({ clock: systemClock });
  opened.push(pictures);

  const drawn = await Promise.all([
    pictures.draw(examplePicture(['The ferry is late'])),
    pictures.draw(examplePicture(['渡船は遅れている', 'The ferry is late'])),
  ]);

  const [one, two] = await Promise.all(drawn.map(readPng));
  expect(one?.width).toBe(800);
  expect(two?.height).toBeGreaterThan(one?.height ?? Number.NaN);
});

it('says why a picture could not be drawn, and keeps the thread', async () => {
  const { draw } = obedient();

  const before = await draw('draw');
  await expect(draw('fail')).rejects.toThrow('failed');

  expect(await draw('draw')).toEqual(before);
});

it.each([
  ['die', 'died'],
  ['leave', 'the drawing thread ended'],
])('draws the next picture in a new thread after one that did %s', async (label, reason) => {
  const { draw } = obedient();

  const before = await draw('draw');
  const failing = draw(label);
  const next = draw('draw');

  await expect(failing).rejects.toThrow(reason);
  expect(await next).not.toEqual(before);
});

it('gives up a thread that takes too long', async () => {
  const { draw, clock } = obedient();
  const before = await draw('draw');
  const hanging = draw('hang');
  // One turn, after which the thread has been asked.
  await Promise.resolve();

  clock.advance(1_000);

  await expect(hanging).rejects.toThrow('no picture within 1000 ms');
  expect(await draw('draw')).not.toEqual(before);
});

it('ends the thread when it has rested for a while, and not before', async () => {
  const { draw, clock } = obedient();
  const first = await draw('draw');
  clock.advance(59_999);
  const second = await draw('draw');
  clock.advance(59_999);
  expect(await draw('draw')).toEqual(first);
  expect(second).toEqual(first);

  clock.advance(60_000);

  expect(await draw('draw')).not.toEqual(first);
});

it('leaves no thread and no timer when it is closed', async () => {
  const { draw, pictures, clock } = obedient();
  await draw('draw');
  const hanging = draw('hang');
  await Promise.resolve();
  const waiting = draw('draw');
  const failures = Promise.allSettled([hanging, waiting]);

  expect(threads()).toBe(1);
  await pictures.close();

  expect(await failures).toMatchObject([
    { reason: { message: 'pictures are closed' } },
    { reason: { message: 'pictures are closed' } },
  ]);
  await expect(draw('draw')).rejects.toThrow('pictures are closed');
  expect(clock.timers()).toBe(0);
  expect(threads()).toBe(0);
});
