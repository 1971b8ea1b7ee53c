import type { ChartConfiguration } from 'chart.js';
import Q from 'quickchart-js';
import type { Chart } from '../chat/chart.ts';
import { bars } from './bars.ts';
import { MARKS } from './marks.ts';
import { WIDTH } from './sheet.ts';
import { trend } from './trend.ts';

// The package is CommonJS: its types promise a default that node does not unwrap.
const QuickChart = Q as unknown as typeof Q.default;
export type Picture = InstanceType<typeof QuickChart>;

const TAIL = `,"plugins":[${MARKS}]}`;

/**
 * The picture of a chart, ready to be drawn here or by a QuickChart server. The configuration is JSON text
 * with our own plugin behind it, never an object: quickchart-js would run code it finds in an object's labels.
 */
export function pictureOf(chart: Chart): Picture {
  const { height, config } = chart.kind === 'bars' ? bars(chart) : trend(chart);
  return new QuickChart()
    .setConfig(JSON.stringify(config).slice(0, -1) + TAIL)
    .setVersion('4')
    .setDevicePixelRatio(2)
    .setBackgroundColor('#FFFFFF')
    .setWidth(WIDTH)
    .setHeight(height);
}

/** The configuration that a picture holds, read as data: nothing in it is run. */
export function configOf(picture: Picture): ChartConfiguration<'bar' | 'line'> {
  return JSON.parse(`${picture.getPostData().chart.slice(0, -TAIL.length)}}`);
}
