import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { DigestPicture } from '../../ports/pictures.ts';
import { drawDigest } from './draw-digest.ts';
import { loadFonts } from './fonts.ts';

/** What the thread answers to a `DigestPicture`: the picture as a PNG, or why there is none. */
export type DrawAnswer = { readonly png: Uint8Array<ArrayBuffer> } | { readonly failure: Error };

const fonts = loadFonts();
// Pixels lie where the garbage collector does not count them: unasked, it lets a hundred pictures take a gigabyte.
setFlagsFromString('--expose-gc');
const collect: (how: { type: 'minor' }) => void = runInNewContext('gc');

parentPort?.on('message', (picture: DigestPicture) => {
  const answer = answerTo(picture);
  parentPort?.postMessage(answer, 'png' in answer ? [answer.png.buffer] : []);
  setImmediate(() => collect({ type: 'minor' }));
});

function answerTo(picture: DigestPicture): DrawAnswer {
  try {
    return { png: drawDigest(picture, fonts) };
  } catch (error) {
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}
