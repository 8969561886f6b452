import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js';
import type { DigestPicture, PictureColumn } from '../../ports/pictures.ts';
import { fontOf } from './fonts.ts';
import { type Part, titlePart } from './lines.ts';
import { look } from './look.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

type Asks = NonNullable<DigestPicture['asks']>;

const chartHeight = 170;
/** More columns than this have no room for their figures. */
const figuresUpTo = 12;

/** How often something was asked in each stretch of time, as columns. */
export function asksPart(context: SKRSContext2D, asks: Asks, locale: string): Part {
  const title = titlePart(context, asks.title);
  return {
    height: title.height + chartHeight,
    draw(into, top) {
      title.draw(into, top);
      const canvas = createCanvas(look.inner, chartHeight);
      const chart = columnChart(canvas, asks.columns, locale);
      into.drawImage(canvas, look.padding, top + title.height, look.inner, chartHeight);
      chart.destroy();
    },
  };
}

/** Draws columns with their axes; destroying the chart clears the canvas. */
function columnChart(canvas: Canvas, shown: readonly PictureColumn[], locale: string): Chart<'bar'> {
  const font = { family: fontOf(1).replace(/^.*?px /, ''), size: look.small };
  const ticks = { color: look.weakText, font, maxRotation: 0 };
  return new Chart<'bar'>(canvas as unknown as HTMLCanvasElement, {
    type: 'bar',
    data: {
      labels: shown.map(({ label }) => label),
      datasets: [
        {
          data: shown.map(({ asks }) => asks.value),
          backgroundColor: look.bar,
          borderRadius: { topLeft: 3, topRight: 3, bottomLeft: 0, bottomRight: 0 },
          maxBarThickness: 44,
          categoryPercentage: 0.9,
          barPercentage: 0.85,
        },
      ],
    },
    options: {
      locale,
      responsive: false,
      animation: false,
      events: [],
      devicePixelRatio: look.scale,
      layout: { padding: { top: shown.length > figuresUpTo ? 6 : 20 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: look.weakBar },
          ticks: { ...ticks, autoSkipPadding: 10 },
        },
        y: {
          beginAtZero: true,
          suggestedMax: 4,
          border: { display: false },
          grid: { color: look.grid, drawTicks: false },
          ticks: { ...ticks, precision: 0, maxTicksLimit: 5, padding: 6 },
        },
      },
    },
    plugins: shown.length > figuresUpTo ? [] : [figuresOver(shown)],
  });
}

/** Writes each column's figure above it. */
function figuresOver(shown: readonly PictureColumn[]): Plugin<'bar'> {
  return {
    id: 'figures',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.font = fontOf(look.small, 700);
      ctx.fillStyle = look.text;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'alphabetic';
      for (const [index, column] of chart.getDatasetMeta(0).data.entries())
        ctx.fillText(shown[index]?.asks.text ?? '', column.x, column.y - 5);
    },
  };
}
