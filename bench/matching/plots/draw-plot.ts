import { createCanvas } from '@napi-rs/canvas';
import {
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  type Plugin,
  PointElement,
  ScatterController,
  SubTitle,
  Title,
} from 'chart.js';
import { fontOf, loadFonts } from '../../../src/adapters/pictures/fonts.ts';
import { encodePng } from '../../../src/adapters/pictures/png.ts';
import type { EngineName } from '../engines.ts';

Chart.register(
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  SubTitle,
  Title,
);

const size = { width: 760, height: 500, scale: 2 };

export const ink = { text: '#1f2933', weak: '#52606d', grid: '#e1e6eb', ground: '#ffffff' };

type EngineLook = {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly point: 'circle' | 'rect' | 'triangle' | 'rectRot' | 'crossRot' | 'star' | 'cross';
};

/** Colours that the colour-blind tell apart (Okabe and Ito, "Color Universal Design", 2008), and dashes and marks besides. */
export const engineLooks: Readonly<Record<EngineName, EngineLook>> = {
  Footnote: { colour: '#0072b2', dash: [], point: 'circle' },
  'textbook BM25': { colour: '#d55e00', dash: [8, 4], point: 'rect' },
  'FTS5 porter': { colour: '#009e73', dash: [2, 3], point: 'triangle' },
  'MiniSearch tuned': { colour: '#cc79a7', dash: [10, 3, 2, 3], point: 'rectRot' },
  lunr: { colour: '#e69f00', dash: [4, 4], point: 'crossRot' },
  Orama: { colour: '#56b4e9', dash: [12, 4], point: 'star' },
  'Fuse.js': { colour: '#000000', dash: [1, 4], point: 'cross' },
};

const font = (px: number, weight: 400 | 700 = 400) => ({
  family: fontOf(1).replace(/^.*?px /u, ''),
  size: px,
  weight,
});

/** The heading and, smaller, what is shown. */
export function headings(title: string, subtitle: string) {
  return {
    title: {
      display: true,
      text: title,
      align: 'start' as const,
      color: ink.text,
      font: font(18, 700),
      padding: { bottom: 2 },
    },
    subtitle: {
      display: true,
      text: subtitle,
      align: 'start' as const,
      color: ink.weak,
      font: font(13),
      padding: { bottom: 10 },
    },
  };
}

/** Names of the lines, below the plot; room for a sample of the line, or for its mark alone. */
export function legend(sampleWidth = 36, without: readonly string[] = []) {
  return {
    position: 'bottom' as const,
    labels: {
      color: ink.text,
      font: font(13),
      usePointStyle: true,
      pointStyleWidth: sampleWidth,
      padding: 14,
      filter: ({ text }: { readonly text: string }) => !without.includes(text),
    },
  };
}

/** An axis with its meaning. */
export function axis(text: string) {
  return {
    title: { display: true, text, color: ink.text, font: font(14) },
    grid: { color: ink.grid },
    border: { color: ink.weak },
    ticks: { color: ink.weak, font: font(13), maxRotation: 0 },
  };
}

/** Writes texts beside points of the plot, given in its units. */
export function notes(
  texts: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly dx: number;
    readonly dy: number;
  }[],
): Plugin {
  return {
    id: 'notes',
    afterDatasetsDraw({ ctx, scales }) {
      ctx.font = fontOf(13);
      ctx.fillStyle = ink.text;
      ctx.textAlign = 'left';
      for (const { x, y, text, dx, dy } of texts)
        ctx.fillText(
          text,
          (scales['x']?.getPixelForValue(x) ?? 0) + dx,
          (scales['y']?.getPixelForValue(y) ?? 0) + dy,
        );
    },
  };
}

/** A chart as a PNG, drawn as the product draws. */
export function drawPlot(chart: ChartConfiguration<'line' | 'scatter'>): Uint8Array {
  loadFonts();
  const canvas = createCanvas(size.width, size.height);
  const ground: Plugin = {
    id: 'ground',
    beforeDraw({ ctx }) {
      ctx.fillStyle = ink.ground;
      ctx.fillRect(0, 0, size.width, size.height);
    },
  };
  // The canvas has what chart.js asks of one in a page.
  const drawn = new Chart<'line' | 'scatter'>(canvas as unknown as HTMLCanvasElement, {
    ...chart,
    options: {
      ...chart.options,
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: size.scale,
      layout: { padding: { top: 12, left: 14, right: 24, bottom: 10 } },
    },
    plugins: [ground, ...(chart.plugins ?? [])],
  });
  const png = encodePng(canvas.data(), canvas.width, canvas.height);
  drawn.destroy();
  return png;
}
