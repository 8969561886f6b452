/**
 * Draws what the last `quality.ts` and `speed.ts` measured, into `bench/plots/`; with `--docs` into `docs/` as well.
 *
 *     node bench/matching/plots.ts [--docs]
 */
import { writeFileSync } from 'node:fs';
import { kept, PLOTS } from './kept.ts';
import { calibrationPlot, precisionPlot } from './plots/quality-plots.ts';
import { latencyPlot } from './plots/speed-plot.ts';

const DOCS = new URL('../../docs/', import.meta.url);

const quality = kept('quality');
const speed = kept('speed');
const folders = process.argv.includes('--docs') ? [PLOTS, DOCS] : [PLOTS];

if (quality === null) console.error('No figures of quality: run bench/matching/quality.ts first.');
else {
  save('matching-precision.png', precisionPlot(quality));
  save('matching-calibration.png', calibrationPlot(quality));
}
if (speed === null) console.error('No figures of speed: run bench/matching/speed.ts first.');
else save('matching-latency.png', latencyPlot(speed));

function save(name: string, png: Uint8Array): void {
  for (const folder of folders) writeFileSync(new URL(name, folder), png);
}
