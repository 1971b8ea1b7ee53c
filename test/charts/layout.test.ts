import fc from 'fast-check';
import { expect, it } from 'vitest';
import { configOf, pictureOf } from '../../src/charts/picture.ts';
import { type Mark, WIDTH } from '../../src/charts/sheet.ts';
import type { Chart, TrendChart } from '../../src/chat/chart.ts';
import { weeks } from './samples.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const value = fc.oneof(
  fc.double({ min: -1e300, max: 1e300 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
  fc.integer({ min: 0, max: 2000 }),
);
const tone = fc.constantFrom('main' as const, 'strong' as const, 'muted' as const);
const point = fc.record({ label: text, value: fc.option(value), text });
const words = { title: text, subtitle: text };
const anyChart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    kind: fc.constant('bars' as const),
    ...words,
    rows: fc.array(fc.record({ label: text, value, text, note: text, tone }), { maxLength: 25 }),
  }),
  fc.record({
    kind: fc.constant('trend' as const),
    ...words,
    points: fc.array(point, { maxLength: 60 }),
    target: fc.record({ value, text }),
  }),
);

/** The last figure known is long, has the line on both sides and no room to its right. */
const gap = { label: '', value: null, text: '' };
const crowded: TrendChart = {
  kind: 'trend',
  title: '',
  subtitle: '',
  points: [gap, gap, gap, gap, gap, gap, { ...gap, value: 1 }, { ...gap, value: 0, text: 'A2ÀSM' }, gap],
  target: { value: Number.NaN, text: '' },
};

it('every text of any chart stands inside the card, at a place that is a number', () => {
  fc.assert(
    fc.property(anyChart, (chart) => {
      const picture = pictureOf(chart);
      const height = picture.getPostData().height ?? 0;
      for (const mark of marks(picture)) {
        const { left, right } = span(mark);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(WIDTH);
        expect(mark.y).toBeGreaterThan(0);
        expect(mark.y).toBeLessThan(height);
      }
    }),
    { numRuns: 300, examples: [[crowded]] },
  );
});

it('no text of a trend covers another', () => {
  const figure = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 60 }), fc.option(figure), (values, target) => {
      const chart = weeks(values, target === null ? undefined : { value: target, text: 'Mục tiêu' });
      const all = marks(pictureOf(chart));
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1)) {
          const apart = span(a).right <= span(b).left + 1 || span(b).right <= span(a).left + 1;
          expect(apart || Math.abs(a.y - b.y) >= 12, `${a.text} over ${b.text}`).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

function marks(picture: ReturnType<typeof pictureOf>): readonly Mark[] {
  return configOf(picture).options?.plugins?.marks?.texts as Mark[];
}

function span({ x, width, align }: Mark) {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { left, right: left + width };
}
