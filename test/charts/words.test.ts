import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { css, measure } from '../../src/charts/fonts.ts';
import { font } from '../../src/charts/sheet.ts';
import { clean, ellipsize, wrap } from '../../src/charts/words.ts';

const VOWELS = 'aăâeêioôơuưy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower = [...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')));
const VIETNAMESE = [...lower, ...lower.map((letter) => letter.toUpperCase()), 'đ', 'Đ', '₫'];

describe('words on a chart', () => {
  it('keep every Vietnamese letter, also when its accents were typed apart', () => {
    const text = VIETNAMESE.join('');
    expect(clean(text)).toBe(text);
    expect(clean(text.normalize('NFD'))).toBe(text);
  });

  it('are drawn with a shape of its own for every Vietnamese letter', () => {
    const shapes = VIETNAMESE.map((letter) => {
      const canvas = createCanvas(60, 80);
      const pen = canvas.getContext('2d');
      pen.font = css({ size: 40, weight: 600 });
      pen.fillText(letter, 10, 60);
      return canvas.toBuffer('image/png').toString('base64');
    });
    const blank = createCanvas(60, 80).toBuffer('image/png').toString('base64');
    expect(new Set(shapes).size).toBe(VIETNAMESE.length);
    expect(shapes).not.toContain(blank);
  });

  it.each([
    ['🎉 Chốt đơn 👩‍👩‍👧 rồi 🇻🇳', 'Chốt đơn rồi'],
    ['日本 Corp 株式会社', 'Corp'],
    ['\u202Eabc\u202C \u2067x\u2069\u200F', 'abc x'],
    ['שלום Shalom مرحبا', 'Shalom'],
    ['a\u0000b\u001b[31m\nc\td', 'ab[31m c d'],
    ['Z\u0336\u0337\u0338a\u0336l\u0337go', 'Zalgo'],
    ['\u{1D400}cme \uFF21\uFF22', 'Acme AB'],
    ['  nhiều   chỗ\u00a0trống ', 'nhiều chỗ trống'],
    ['+12,5 % · “A” – ≥ 3 → €5', '+12,5 % · “A” – ≥ 3 → €5'],
    ['🎉', ''],
  ])('lose what the font cannot draw: %j', (given, expected) => {
    expect(clean(given)).toBe(expected);
  });

  it('are shortened to their room and not more', () => {
    const name = 'Nguyễn Thị Phương Thảo';
    expect(ellipsize(name, font.label, 500)).toBe(name);
    const short = ellipsize(name, font.label, 150);
    expect(short).toBe('Nguyễn Thị Ph…');
    expect(measure(short, font.label)).toBeLessThanOrEqual(150);
  });

  it('fit their lines, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const lines = wrap(clean(text), font.title, 504, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(measure(line, font.title)).toBeLessThanOrEqual(504);
      }),
    );
  });
});
