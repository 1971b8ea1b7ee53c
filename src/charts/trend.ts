import type { TrendChart } from '../chat/chart.ts';
import { axis } from './axis.ts';
import { bars } from './bars.ts';
import { measure } from './fonts.ts';
import { type Line, placer, type Spot } from './place.ts';
import { colour, font, heading, MARGIN, type Mark, options, RIGHT, type Sheet } from './sheet.ts';
import { around, speakers } from './values.ts';
import { clean, ellipsize } from './words.ts';

const PLOT_HEIGHT = 170;
const DOT = 7;

/** Lays out a line through time: values at the points, the last one large, an optional dotted target. */
export function trend(chart: TrendChart): Sheet {
  const head = heading(chart);
  const points = chart.points.map(({ label, value, text }) => ({
    label: ellipsize(clean(label), font.small, 160),
    text: ellipsize(clean(text), font.value, 130),
    value: value !== null && Number.isFinite(value) ? value : null,
  }));
  const last = points.findLastIndex((point) => point.value !== null);
  const target = chart.target && Number.isFinite(chart.target.value) ? chart.target : undefined;
  if (last < 0) return bars({ ...chart, kind: 'bars', rows: [] });

  const top = head.bottom + 43;
  const bottom = top + PLOT_HEIGHT;
  const { low, high } = range([...points.map((point) => point.value), target?.value ?? null]);
  const beyond = last === points.length - 1 ? 16 + measure(points[last]?.text ?? '', font.figure) : DOT;
  const right = Math.floor(RIGHT - beyond);
  const x = (i: number) => MARGIN + ((right - MARGIN) * i) / Math.max(points.length - 1, 1);
  const y = (value: number) => bottom - PLOT_HEIGHT * ((value - low) / (high - low));

  const line = points.map((point, i) => (point.value === null ? null : { x: x(i), y: y(point.value) }));
  const rules = target ? [{ y: y(target.value), from: MARGIN, to: right }] : [];
  const area = { left: MARGIN, right: RIGHT, top: head.bottom + 4, bottom: bottom + 22 };
  const place = placer(line, rules, area);
  const texts: Mark[] = [...head.texts];

  const end = line[last];
  if (end) {
    const beside: Spot = { x: end.x + 16, y: end.y + 8, align: 'left' };
    const spots = [beside, ...around(line, last)];
    texts.push(...place(points[last]?.text ?? '', font.figure, colour.blue, spots, 'always'));
  }
  if (target) {
    const text = ellipsize(clean(target.text), font.small, 300);
    const spots = [y(target.value) - 10, y(target.value) + 22].flatMap((at): Spot[] => [
      { x: MARGIN, y: at, align: 'left' },
      { x: (MARGIN + right) / 2, y: at, align: 'center' },
      { x: right, y: at, align: 'right' },
    ]);
    texts.push(...place(text, font.small, colour.quiet, spots, 'always'));
  }
  for (const i of speakers(points.map((point) => point.value))) {
    if (i === last) continue;
    texts.push(...place(points[i]?.text ?? '', font.small, colour.quiet, around(line, i), 'if clear'));
  }
  const ticks = points.map(({ label }, i) => ({ label, x: x(i) }));
  texts.push(...axis(ticks, bottom + 40));

  const height = bottom + 77;
  return {
    height,
    config: {
      type: 'line',
      data: {
        labels: points.map((point) => point.label),
        datasets: [
          {
            data: points.map((point) => point.value),
            borderColor: colour.blue,
            borderWidth: 4,
            borderJoinStyle: 'round',
            borderCapStyle: 'round',
            clip: false,
            pointRadius: line.map((_, i) => (i === last ? DOT + 1.5 : alone(line, i) ? 4 : 0)),
            pointBackgroundColor: colour.blue,
            pointBorderColor: line.map((_, i) => (i === last ? '#FFFFFF' : colour.blue)),
            pointBorderWidth: line.map((_, i) => (i === last ? 3 : 0)),
            fill: target
              ? { target: { value: target.value }, above: colour.tint, below: 'transparent' }
              : false,
          },
        ],
      },
      options: {
        ...options({ left: MARGIN, right, top, bottom }, height, { texts, rules }),
        scales: { x: { display: false }, y: { display: false, min: low, max: high } },
      },
    },
  };
}

/** Starts at zero, or at half the height of a line that stays in its upper half. */
function range(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  const high = Math.max(0, ...known);
  const least = Math.min(...known);
  const low = least > high / 2 ? high / 2 : Math.min(0, least);
  return { low, high: high > low ? high : low + 1 };
}

function alone(line: Line, i: number): boolean {
  return line[i] !== null && !line[i - 1] && !line[i + 1];
}
