import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { registry } from '../../src/commands/index.ts';
import { type Locale, translator } from '../../src/i18n/index.ts';
import { render } from '../../src/platforms/terminal/render.ts';

const draw = (card: Card, locale: Locale = 'en', colour = false) =>
  render(card, { t: translator(locale), zone: 'Asia/Ho_Chi_Minh', registry, colour });

const hostile = `\u001b[31mred\u001b[0m\u009b2J\u0007 \u202eevil 🏢公司 ${'x'.repeat(500)}`;

const rich: Card = {
  title: ['D-42 Gia hạn ', { bold: 'Sữa Việt' }],
  tone: 'good',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: 'Giá trị', value: ['1,2 tỷ ₫'] },
        { label: 'Phụ trách', value: [{ mention: { name: 'Lê Thị Ánh', ids: {} } }] },
        { label: 'Cập nhật', value: [{ moment: '2026-11-22T03:00:00Z', style: 'both' }] },
      ],
    },
    {
      kind: 'chart',
      alt: '',
      chart: {
        kind: 'bars',
        title: 'Đàm phán giữ nhiều tiền nhất',
        subtitle: '22/11/2026',
        rows: [
          { label: 'Lead mới', value: 1, text: '1 tỷ', tone: 'main' },
          { label: 'Đàm phán', value: 8, text: '8 tỷ', tone: 'strong' },
          { label: 'Chốt', value: 0, text: '0', tone: 'main' },
        ],
      },
      table: {
        kind: 'table',
        columns: [
          { label: 'Giai đoạn', align: 'left' },
          { label: 'Giá trị', align: 'right' },
        ],
        rows: [
          [['Lead mới'], ['1 tỷ']],
          [['Đàm phán 公司'], ['8 tỷ']],
          [['Chốt'], ['0']],
        ],
        more: 2,
      },
    },
    { kind: 'text', text: ['Dòng một\nDòng hai, xem ', { link: 'trang này', url: 'https://chot.example' }] },
    {
      kind: 'actions',
      actions: [
        { label: 'Thắng', command: 'deal.won', wire: { deal: '42', from: '7' } },
        { label: 'Ghi chú', command: 'log.note', wire: { record: 'D-42', text: 'gọi lại sau' } },
        { label: 'Cũ', command: 'deal.won', wire: { _draft: '3' } },
      ],
    },
    { kind: 'note', text: ['tính đến hôm nay'] },
  ],
};

describe('a card on a terminal', () => {
  it('reads the same as ever, in Vietnamese', () => expect(draw(rich, 'vi')).toMatchSnapshot());
  it('reads the same as ever, in English', () => expect(draw(rich, 'en')).toMatchSnapshot());

  it('never prints a control character that came with data, wherever it stands', () => {
    const text = [
      hostile,
      { bold: hostile },
      { link: hostile, url: hostile },
      { mention: { name: hostile, ids: {} } },
      { channel: hostile, on: 'slack' },
    ];
    const table = {
      kind: 'table' as const,
      columns: [
        { label: hostile, align: 'left' as const },
        { label: 'n', align: 'right' as const },
      ],
      rows: [[text, text]],
    };
    const card: Card = {
      title: text,
      blocks: [
        { kind: 'text', text },
        { kind: 'note', text },
        { kind: 'facts', facts: [{ label: hostile, value: text }] },
        table,
        {
          kind: 'chart',
          alt: hostile,
          table,
          chart: { kind: 'bars', title: hostile, subtitle: hostile, rows: [] },
        },
        {
          kind: 'actions',
          actions: [{ label: hostile, command: 'log.note', wire: { record: hostile, text: hostile } }],
        },
      ],
    };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(draw(card)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('stays within 80 columns, also with wide characters and long names, and closes what turns the direction', () => {
    const cell = [hostile];
    const out = draw({
      title: [hostile],
      blocks: [
        { kind: 'facts', facts: [{ label: hostile, value: cell }] },
        {
          kind: 'table',
          columns: ['a', 'b', 'c'].map((label) => ({ label, align: 'left' as const })),
          rows: [[cell, ['公司'.repeat(60)], ['🏢'.repeat(60)]]],
        },
      ],
    });
    for (const line of out.split('\n')) {
      expect(stringWidth(line)).toBeLessThanOrEqual(80);
      const opened = [...line].filter((c) => /[\u2066-\u2068]/.test(c)).length;
      expect([...line].filter((c) => c === '\u2069').length, line).toBe(opened);
    }
  });

  it('has colours on a terminal only', () => {
    expect(draw(rich)).not.toContain('\u001b');
  });
});
