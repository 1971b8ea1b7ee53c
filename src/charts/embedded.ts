import { createCanvas } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js';
import { MARKS } from './marks.ts';
import { configOf, type Picture } from './picture.ts';

Chart.register(BarController, BarElement, CategoryScale, Filler, LinearScale, LineController, LineElement);
Chart.register(PointElement);

// Our own constant text, the one a server runs too; nothing from a chart is ever in it.
const marks: Plugin = new Function(`return ${MARKS}`)();

/** Draws in this process, as a PNG of twice the CSS size. Encoding leaves the event loop free. */
export async function drawEmbedded(picture: Picture): Promise<Buffer> {
  const { width = 0, height = 0, backgroundColor = '' } = picture.getPostData();
  const canvas = createCanvas(width, height);
  const paper: Plugin = {
    id: 'paper',
    beforeDraw({ ctx }) {
      ctx.fillStyle = backgroundColor;
      ctx.fillRect(0, 0, width, height);
    },
  };
  // Chart.js asks for the DOM's canvas and uses only what this one has.
  const element = canvas as unknown as HTMLCanvasElement;
  const drawn = new Chart(element, { ...configOf(picture), plugins: [paper, marks] });
  try {
    return await canvas.encode('png');
  } finally {
    drawn.destroy();
  }
}
