import type { Bar, BarsChart } from '../chat/chart.ts';
import { measure } from './fonts.ts';
import { colour, font, heading, MARGIN, options, RIGHT, type Sheet, write } from './sheet.ts';
import { clean, ellipsize } from './words.ts';

const ROW = 44;
const GAP = { label: 24, text: 10, note: 15 };
const SHORTEST_FULL_BAR = 60;
/** More rows are cut, and their number is written below. */
const MOST_ROWS = 20;
const TONE = { main: colour.blue, strong: colour.ink, muted: colour.grey };

/** Lays out horizontal bars: labels to the left, values at the ends of the bars, no axis. */
export function bars(chart: BarsChart): Sheet {
  const { texts, bottom } = heading(chart);
  const rows = chart.rows.slice(0, MOST_ROWS).map(readable);
  const hidden = chart.rows.length - rows.length;
  const top = bottom + 20;
  const end = top + ROW * rows.length;

  const tail = Math.max(0, ...rows.map((row) => row.tail));
  const room = RIGHT - MARGIN - GAP.label - GAP.text;
  const widest = Math.min(240, room - SHORTEST_FULL_BAR - tail);
  const labels = rows.map((row) => ellipsize(row.label, font.label, widest));
  const left = MARGIN + GAP.label + Math.max(0, ...labels.map((label) => measure(label, font.label)));

  // As long as every row's text still fits behind its own bar, not only behind the longest one.
  const most = Math.max(...rows.map((row) => row.value), 0) || 1;
  const fits = rows.map((row) => (RIGHT - left - GAP.text - row.tail) * (most / row.value));
  const length = Math.min(RIGHT - left, ...fits);

  rows.forEach((row, i) => {
    const y = top + ROW * (i + 0.5) + 6.5;
    const x = left + (row.value / most) * length + GAP.text;
    const quiet = row.tone === 'muted';
    texts.push(write(labels[i] ?? '', { x: MARGIN, y }, font.label, colour.ink));
    texts.push(write(row.text, { x, y }, font.value, quiet ? colour.quiet : colour.ink));
    const behind = x + measure(row.text, font.value) + GAP.note;
    if (row.note) texts.push(write(row.note, { x: behind, y }, font.label, colour.quiet));
  });
  if (hidden > 0) texts.push(write(`… +${hidden}`, { x: MARGIN, y: end + 22 }, font.label, colour.quiet));

  const height = end + (hidden > 0 ? 50 : rows.length > 0 ? 22 : 8);
  const plot = { left, right: left + length, top, bottom: Math.max(end, top + 1) };
  return {
    height,
    config: {
      type: 'bar',
      data: {
        labels,
        datasets: [
          {
            data: rows.map((row) => row.value),
            backgroundColor: rows.map((row) => (row.value > 0 ? TONE[row.tone] : colour.grey)),
            barThickness: 25,
            borderRadius: 5,
            borderSkipped: 'start',
            minBarLength: 3,
          },
        ],
      },
      options: {
        ...options(plot, height, { texts, rules: [] }),
        indexAxis: 'y',
        scales: { x: { display: false, min: 0, max: most }, y: { display: false } },
      },
    },
  };
}

/** A row whose words are drawable and short, with the width of what stands behind its bar. */
function readable(row: Bar) {
  const text = ellipsize(clean(row.text), font.value, 220);
  const width = measure(text, font.value);
  // A figure is never cut for the sake of its note.
  const room = 235 - width;
  const note = row.note && room > 40 ? ellipsize(clean(row.note), font.label, room) : '';
  return {
    label: clean(row.label) || '–',
    value: Number.isFinite(row.value) ? Math.max(0, row.value) : 0,
    text,
    note,
    tail: width + (note ? GAP.note + measure(note, font.label) : 0),
    tone: row.tone,
  };
}
