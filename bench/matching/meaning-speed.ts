import { centreOf } from '../../src/core/matching/closeness.ts';
import { nearest } from '../../src/core/matching/nearest.ts';
import { packVectors } from '../../src/core/matching/packed-vectors.ts';

/** How long the nearest of many vectors take to find, and how much memory a vector needs: `node bench/matching/meaning-speed.ts`. */
const dimensions = 1_536;
const ofOneDossier = 20;
const questions = 40;

let state = 7;
function number(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 31 - 1;
}

function vector(): Float32Array {
  const numbers = Float32Array.from({ length: dimensions }, () => 0.5 + number());
  const length = Math.hypot(...numbers);
  return numbers.map((one) => one / length);
}

const centre = centreOf(Array.from({ length: 14 }, vector));

for (const claims of [1_000, 14_000, 100_000]) {
  const packs = Array.from({ length: claims / ofOneDossier }, (_, at) =>
    packVectors(
      Array.from({ length: ofOneDossier }, (_unused, place) => ({ id: `${at}/${place}`, vector: vector() })),
      centre,
    ),
  );
  const took: number[] = [];
  for (let question = 0; question < questions; question += 1) {
    const wanted = vector();
    const from = performance.now();
    nearest(packs, wanted, 5, centre);
    took.push(performance.now() - from);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (questions - 1))] ?? 0).toFixed(1);
  const bytes = packs.reduce(
    (sum, pack) => sum + pack.bytes.byteLength + pack.sides.byteLength + 4 * pack.ids.length,
    0,
  );
  process.stdout.write(
    `${claims} claims: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${Math.round(bytes / claims)} bytes a claim\n`,
  );
}
