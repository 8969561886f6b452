import { Worker } from 'node:worker_threads';
import type { Clock } from '../../ports/clock.ts';
import type { DigestPicture, Pictures } from '../../ports/pictures.ts';
import type { DrawAnswer } from './draw-worker.ts';

export type PicturesOptions = {
  readonly clock: Clock;
  /** How long a picture may take, in ms, the start of the thread included; 10 seconds by default. */
  readonly timeoutMs?: number;
  /** How long the thread is kept without a picture to draw, in ms; 3 minutes by default. */
  readonly idleMs?: number;
  /** The thread's code. Tests give another, which dies or hangs. */
  readonly workerFile?: URL;
};

/** Pictures, until they are closed. */
export type OpenPictures = Pictures & {
  /** Ends the thread, if there is one; what it was drawing fails. */
  close(): Promise<void>;
};

/** A thread that draws, and how what it is drawing fails. */
type Drawing = { readonly worker: Worker; fail: (reason: Error) => void };

const heapMb = 128;

/**
 * Draws pictures, one after the other, in a thread of its own, which is started for the first picture and ended when there
 * is none for a while: neither the start of the bot, nor its memory, nor its event loop pay for them. A thread that dies or
 * takes too long fails the picture it was drawing; the next one gets a new thread.
 */
export function openPictures(options: PicturesOptions): OpenPictures {
  const { clock, timeoutMs = 10_000, idleMs = 180_000 } = options;
  const workerFile = options.workerFile ?? new URL('./draw-worker.ts', import.meta.url);
  let drawing: Drawing | null = null;
  let closed = false;
  let cancelIdle = () => {};
  let before: Promise<unknown> = Promise.resolve();

  const end = async (ended: Drawing, reason: Error) => {
    if (drawing === ended) drawing = null;
    ended.fail(reason);
    await ended.worker.terminate();
  };

  const start = (): Drawing => {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    const started: Drawing = { worker, fail: () => {} };
    worker.on(
      'error',
      (error) => void end(started, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', () => void end(started, new Error('the drawing thread ended')));
    return started;
  };

  const drawNow = async (picture: DigestPicture) => {
    if (closed) throw new Error('pictures are closed');
    cancelIdle();
    drawing ??= start();
    const current = drawing;
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const take = (answer: DrawAnswer) => ('png' in answer ? resolve(answer.png) : reject(answer.failure));
    const late = () => void end(current, new Error(`no picture within ${timeoutMs} ms`));
    const cancelTimeout = clock.after(timeoutMs, late);
    current.fail = reject;
    current.worker.once('message', take);
    current.worker.ref();
    current.worker.postMessage(picture);
    try {
      return await promise;
    } finally {
      cancelTimeout();
      if (drawing === current) {
        current.worker.unref();
        cancelIdle = clock.after(idleMs, () => void end(current, new Error('the drawing thread rested')));
      }
    }
  };

  return {
    draw(picture) {
      const drawn = before.then(() => drawNow(picture));
      before = drawn.catch(() => {});
      return drawn;
    },
    async close() {
      closed = true;
      cancelIdle();
      if (drawing !== null) await end(drawing, new Error('pictures are closed'));
    },
  };
}
