import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { createDrawer } from '../../src/charts/drawer.ts';
import { registerFont } from '../../src/charts/fonts.ts';
import { drawn } from './drawn.ts';
import { pipelineEn, pipelineVi, rowsOf, weeks } from './samples.ts';

describe('a chart drawn in the process', () => {
  it('prints title, labels, values and notes of bars as the caller wrote them, at twice 560 pixels', async () => {
    const { texts, width, height, png } = await drawn(pipelineVi);
    expect(texts).toEqual([
      ...['Đang mở 5,02 tỷ ₫ · 109 cơ hội', 'Giá trị và số cơ hội theo giai đoạn · 22/11/2026'],
      ...['Khách mới', '960 tr', '42 cơ hội', 'Đang tư vấn', '1,48 tỷ', '31', 'Đàm phán', '1,73 tỷ', '14'],
      ...['Thắng', '1,22 tỷ', '9', 'Thua', '0 ₫', '0'],
    ]);
    expect({ width, height }).toEqual({ width: 1120, height: 666 });
    const image = await loadImage(png);
    expect([image.width, image.height]).toEqual([1120, 666]);
  });

  it('prints nothing of its own, whatever the language', async () => {
    const { texts } = await drawn(pipelineEn);
    const given = [
      pipelineEn.title,
      pipelineEn.subtitle,
      ...pipelineEn.rows.flatMap((r) => [r.label, r.text, r.note]),
    ];
    expect(texts).toEqual(given);
  });

  it('prints the last value of a trend, the first, the highest and the target', async () => {
    const { texts, width, height } = await drawn(
      weeks([610, 570, 675, 655, 735, 990, 762, 722, 815, 782, 855, 890], {
        value: 800,
        text: 'Mục tiêu 800 tr',
      }),
    );
    expect(texts).toEqual([
      ...['Doanh số tuần vượt mục tiêu 9 %', 'Doanh số chốt mỗi tuần'],
      ...['890 tr', 'Mục tiêu 800 tr', '990 tr', '610 tr'],
      ...['T36', 'T39', 'T42', 'T45', 'T47'],
    ]);
    expect({ width, height }).toEqual({ width: 1120, height: 722 });
  });

  it('paints the bars in three colours on a solid white card', async () => {
    const { png } = await drawn(pipelineVi);
    const seen = await colours(png);
    for (const colour of ['ffffff', '2f6bed', '1d2430', 'c4cbd5']) expect(seen).toContain(colour);
    expect(seen[0]).toBe('ffffff');
  });

  it('makes a picture of no rows and of no figures that says only its title', async () => {
    const heading = ['Doanh số tuần vượt mục tiêu 9 %', 'Doanh số chốt mỗi tuần'];
    expect((await drawn(weeks([]))).texts).toEqual(heading);
    expect((await drawn(weeks([null, Number.NaN]))).texts).toEqual(heading);
    const empty = await drawn({ ...pipelineVi, rows: [] });
    expect(empty.texts).toEqual([pipelineVi.title, pipelineVi.subtitle]);
    expect(empty.height).toBeLessThan(220);
  });

  it('draws bars of nothing but zeros, and of figures that are none', async () => {
    const rows = [0, Number.NaN, Number.POSITIVE_INFINITY, -5].map((value, i) => {
      return { label: `Hàng ${i}`, value, text: `${i} ₫`, tone: 'main' as const };
    });
    const { texts } = await drawn({ ...pipelineVi, rows });
    expect(texts.slice(2)).toEqual(rows.flatMap((row) => [row.label, row.text]));
  });

  it('says a flat line once', async () => {
    const { texts } = await drawn(weeks([0, 0, 0, 0]));
    expect(texts.filter((text) => text === '0 tr')).toEqual(['0 tr']);
  });

  it('grows with its rows and says how many it left out', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `Hàng ${i + 1}`);
    const twelve = await drawn(rowsOf(names.slice(0, 12)));
    const thirty = await drawn(rowsOf(names));
    expect(twelve.texts).toContain('Hàng 12');
    expect(twelve.height).toBeGreaterThan((await drawn(rowsOf(names.slice(0, 7)))).height);
    expect(thirty.texts).toContain('Hàng 20');
    expect(thirty.texts).not.toContain('Hàng 21');
    expect(thirty.texts.at(-1)).toBe('… +10');
  });

  it('draws many charts at once', async () => {
    const drawer = createDrawer({ timeoutMs: 1000 });
    const many = await Promise.all(Array.from({ length: 8 }, () => drawer.draw(pipelineVi)));
    expect(new Set(many.map(({ png }) => png.toString('base64'))).size).toBe(1);
  });
});

it('a missing font is an error, not a chart without words', () => {
  expect(() => registerFont('/nowhere/Inter.ttf')).toThrow('/nowhere/Inter.ttf');
  expect(() => registerFont(import.meta.filename)).toThrow('font');
});

/** The colours of a picture, the commonest first. */
async function colours(png: Buffer): Promise<string[]> {
  const image = await loadImage(png);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const data = Buffer.from(pen.getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data.toString('hex', i, i + 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
}
