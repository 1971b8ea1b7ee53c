import type { Bar, BarsChart, TrendChart } from '../../src/chat/chart.ts';

function bar(label: string, value: number, text: string, note: string, tone: Bar['tone'] = 'main'): Bar {
  return { label, value, text, note, tone };
}

export const pipelineVi: BarsChart = {
  kind: 'bars',
  title: 'Đang mở 5,02 tỷ ₫ · 109 cơ hội',
  subtitle: 'Giá trị và số cơ hội theo giai đoạn · 22/11/2026',
  rows: [
    bar('Khách mới', 960, '960 tr', '42 cơ hội'),
    bar('Đang tư vấn', 1480, '1,48 tỷ', '31'),
    bar('Đàm phán', 1730, '1,73 tỷ', '14'),
    bar('Thắng', 1220, '1,22 tỷ', '9', 'strong'),
    bar('Thua', 0, '0 ₫', '0', 'muted'),
  ],
};

export const pipelineEn: BarsChart = {
  kind: 'bars',
  title: '₫2.44B open across 73 deals',
  subtitle: 'Value and number of deals by stage · 22 Nov 2026',
  rows: [bar('New lead', 960, '₫960M', '42 deals'), bar('Consulting', 1480, '₫1.48B', '31')],
};

export function weeks(
  values: readonly (number | null)[],
  target?: { value: number; text: string },
): TrendChart {
  return {
    kind: 'trend',
    title: 'Doanh số tuần vượt mục tiêu 9 %',
    subtitle: 'Doanh số chốt mỗi tuần',
    points: values.map((value, i) => ({
      label: `T${36 + i}`,
      value,
      text: value === null ? '' : `${value} tr`,
    })),
    ...(target && { target }),
  };
}

export function rowsOf(labels: readonly string[]): BarsChart {
  const rows = labels.map((label, i) => bar(label, labels.length - i, `${labels.length - i}`, ''));
  return { kind: 'bars', title: 'Rows', subtitle: 'Each by its label', rows };
}
