import type { ChartConfiguration, ChartType } from 'chart.js';
import { css, type Font, measure } from './fonts.ts';
import { clean, wrap } from './words.ts';

/** Lengths are CSS pixels. */
export const WIDTH = 560;
export const MARGIN = 28;
export const RIGHT = WIDTH - MARGIN;

/** Three colours; `quiet` (for small text) and `tint` are shades of ink and blue. */
export const colour = {
  blue: '#2F6BED',
  ink: '#1D2430',
  grey: '#C4CBD5',
  quiet: '#6B7684',
  tint: 'rgba(47, 107, 237, 0.18)',
} as const;

export const font = {
  title: { size: 24, weight: 600 },
  figure: { size: 22, weight: 600 },
  value: { size: 18, weight: 600 },
  label: { size: 18, weight: 400 },
  small: { size: 16, weight: 400 },
} as const satisfies Record<string, Font>;

/** A text at its place: `y` is the baseline. A font wider than Inter is squeezed into `width`. */
export interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly font: string;
  readonly color: string;
}

/** A dotted horizontal line. */
export interface Rule {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface Marks {
  readonly texts: readonly Mark[];
  readonly rules: readonly Rule[];
}

declare module 'chart.js' {
  interface PluginOptionsByType<TType extends ChartType> {
    /** What our own plugin writes (marks.ts). */
    marks?: Marks;
  }
}

/** A chart laid out: everything is decided, it only has to be drawn. */
export interface Sheet {
  readonly height: number;
  readonly config: ChartConfiguration<'bar' | 'line'>;
}

/** What every configuration shares; `plot` is the area that Chart.js draws in. */
export function options(plot: Plot, height: number, marks: Marks) {
  const { left, right, top, bottom } = plot;
  return {
    responsive: false,
    animation: false as const,
    devicePixelRatio: 2,
    events: [],
    layout: { autoPadding: false, padding: { left, top, right: WIDTH - right, bottom: height - bottom } },
    plugins: { legend: { display: false }, title: { display: false }, tooltip: { enabled: false }, marks },
  };
}

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function write(
  text: string,
  at: { x: number; y: number; align?: Mark['align'] },
  face: Font,
  color: string,
): Mark {
  const width = Math.ceil(measure(text, face)) + 1;
  return { text, x: at.x, y: at.y, width, align: at.align ?? 'left', font: css(face), color };
}

/** Title and subtitle, two lines each at most; `bottom` is the last baseline. */
export function heading(chart: { title: string; subtitle: string }): { texts: Mark[]; bottom: number } {
  const texts: Mark[] = [];
  let bottom = 16;
  for (const line of wrap(clean(chart.title), font.title, RIGHT - MARGIN, 2)) {
    bottom += 30;
    texts.push(write(line, { x: MARGIN, y: bottom }, font.title, colour.ink));
  }
  bottom += 3;
  for (const line of wrap(clean(chart.subtitle), font.small, RIGHT - MARGIN, 2)) {
    bottom += 22;
    texts.push(write(line, { x: MARGIN, y: bottom }, font.small, colour.quiet));
  }
  return { texts, bottom };
}
