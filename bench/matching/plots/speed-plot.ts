import { ENGINE_NAMES } from '../engines.ts';
import type { SpeedRow } from '../speed-of-engine.ts';
import { axis, drawPlot, engineLooks, headings, legend } from './draw-plot.ts';

/** How long a look-up takes, by how many claims there are. */
export function latencyPlot(rows: readonly SpeedRow[]): Uint8Array {
  const engines = ENGINE_NAMES.filter((name) => rows.some(({ engine }) => engine === name));
  const sizes = Array.from(new Set(rows.map(({ claims }) => claims)));
  return drawPlot({
    type: 'scatter',
    data: {
      datasets: engines.map((name) => ({
        label: name,
        data: rows
          .filter(({ engine }) => engine === name)
          .map(({ claims, lookUp }) => ({ x: claims, y: lookUp.p95 })),
        showLine: true,
        borderWidth: name === 'Footnote' ? 3.5 : 2,
        borderColor: engineLooks[name].colour,
        backgroundColor: engineLooks[name].colour,
        borderDash: [...engineLooks[name].dash],
        pointStyle: engineLooks[name].point,
        pointRadius: name === 'Footnote' ? 6 : 5,
      })),
    },
    options: {
      scales: {
        x: {
          ...axis('claims'),
          type: 'logarithmic',
          min: Math.min(...sizes) / 1.2,
          max: Math.max(...sizes) * 1.2,
          afterBuildTicks: (scale) => {
            scale.ticks = sizes.map((value) => ({ value }));
          },
          ticks: { ...axis('').ticks, callback: (value) => Number(value).toLocaleString('en') },
        },
        y: {
          ...axis('milliseconds for a look-up, p95'),
          type: 'logarithmic',
          afterBuildTicks: (scale) => {
            scale.ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000]
              .filter((value) => value >= scale.min && value <= scale.max)
              .map((value) => ({ value }));
          },
          ticks: { ...axis('').ticks, callback: (value) => Number(value).toLocaleString('en') },
        },
      },
      plugins: {
        ...headings(
          'Time to look up a tweet, by the number of claims',
          'Both axes logarithmic; one run of all engines',
        ),
        legend: legend(16),
      },
    },
  });
}
