import { ANSWERED_FROM } from '../../../src/core/matching/confidence.ts';
import type { QualityCurves } from './curves.ts';
import { axis, drawPlot, engineLooks, headings, ink, legend, notes } from './draw-plot.ts';

/** Said beside its point. */
const ANSWERS = `Footnote answers from a chance of ${ANSWERED_FROM}`;

/** How many can be answered at which precision. */
export function precisionPlot({ engines, answered }: QualityCurves): Uint8Array {
  return drawPlot({
    type: 'scatter',
    data: {
      datasets: [
        ...engines.map(({ engine, points }) => ({
          label: engine,
          data: points.map(({ share, precision }) => ({ x: share, y: precision })),
          showLine: true,
          pointRadius: 0,
          borderWidth: engine === 'Footnote' ? 3.5 : 2,
          borderColor: engineLooks[engine].colour,
          borderDash: [...engineLooks[engine].dash],
          pointStyle: 'line' as const,
        })),
        {
          label: ANSWERS,
          data: [{ x: answered.share, y: answered.precision }],
          pointRadius: 7,
          pointStyle: 'circle' as const,
          backgroundColor: engineLooks.Footnote.colour,
          borderColor: ink.ground,
          borderWidth: 2,
        },
      ],
    },
    options: {
      scales: {
        x: { ...axis('share of the texts about a known claim that is answered right'), min: 0 },
        y: { ...axis('share of the answers that is right'), min: 0.4, max: 1 },
      },
      plugins: {
        ...headings(
          'Answering when sure: precision by how much is answered',
          'Tweets, mistyped and forwarded ones, questions, debates; each with its claim there and taken away',
        ),
        legend: legend(36, [ANSWERS]),
      },
    },
    plugins: [notes([{ x: answered.share, y: answered.precision, text: ANSWERS, dx: 12, dy: -8 }])],
  });
}

/** Whether a chance of seven in ten is right seven times of ten. */
export function calibrationPlot({ calibration }: QualityCurves): Uint8Array {
  const bins = calibration.flatMap(({ count, meanScore, shareRight }) =>
    meanScore === null || shareRight === null ? [] : [{ x: meanScore, y: shareRight, count }],
  );
  const { colour } = engineLooks.Footnote;
  const line = (label: string, colourOf: string, data: { x: number; y: number }[], dash: number[]) => ({
    label,
    data,
    showLine: true,
    pointRadius: 0,
    borderColor: colourOf,
    borderDash: dash,
    borderWidth: 2,
    pointStyle: 'line' as const,
  });
  return drawPlot({
    type: 'scatter',
    data: {
      datasets: [
        {
          ...line(
            'Footnote, with how many first claims',
            colour,
            bins.map(({ x, y }) => ({ x, y })),
            [],
          ),
          clip: false as const,
          borderWidth: 3,
          pointRadius: 6,
          pointStyle: 'circle' as const,
          backgroundColor: colour,
        },
        line(
          'as sure as right',
          ink.weak,
          [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
          [6, 5],
        ),
        line(
          'answered from',
          engineLooks['textbook BM25'].colour,
          [
            { x: ANSWERED_FROM, y: 0 },
            { x: ANSWERED_FROM, y: 1 },
          ],
          [2, 3],
        ),
      ],
    },
    options: {
      scales: {
        x: { ...axis('chance given by the index'), min: 0, max: 1 },
        y: { ...axis('share that is right'), min: 0, max: 1 },
      },
      plugins: {
        ...headings(
          'Calibration: how sure, and how often right',
          'Tweets, mistyped and forwarded ones, questions, debates held out from the fit',
        ),
        legend: legend(16),
      },
    },
    plugins: [
      notes(bins.map(({ x, y, count }) => ({ x, y, text: String(count), dx: 12, dy: y < 0.08 ? 6 : 16 }))),
    ],
  });
}
