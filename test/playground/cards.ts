import type { Card } from '../../src/chat/card.ts';
import type { Asker } from '../../src/chat/dispatch.ts';

/** A deal with every kind of span and of button. */
export const dealCard = (title: string, { t, now }: Asker): Card => ({
  title: [{ bold: 'D-1' }, ` · ${title}`],
  tone: 'good',
  blocks: [
    {
      kind: 'facts',
      facts: [
        { label: t('field.amount'), value: ['1.200.000.000 ₫'] },
        { label: t('field.owner'), value: [{ mention: { name: 'Lan', ids: { playground: 'lan' } } }] },
        { label: t('field.close'), value: [{ moment: now.toISOString(), style: 'both' }] },
        { label: t('field.website'), value: [{ link: 'acme.vn', url: 'https://acme.vn' }] },
        { label: t('field.note'), value: [{ link: 'bad', url: 'javascript:alert(1)' }] },
      ],
    },
    {
      kind: 'actions',
      actions: [
        { label: t('title.deal.move'), style: 'primary', command: 'deal.edit', wire: { deal: 'D-1' } },
        { label: t('title.log.call'), command: 'log.call', wire: { record: 'D-1' } },
        { label: t('title.deal.won'), command: 'deal.won', wire: { deal: 'D-1' }, replace: true },
        { label: t('title.deal.lost'), style: 'danger', command: 'deal.lost', wire: { deal: 'D-1' } },
      ],
    },
  ],
});

const table: Card['blocks'][number] & { kind: 'table' } = {
  kind: 'table',
  columns: [
    { label: 'Giai đoạn', align: 'left' },
    { label: 'Số cơ hội', align: 'right' },
    { label: 'Giá trị', align: 'right' },
    { label: 'Người phụ trách chính', align: 'left' },
  ],
  rows: [
    [['Đang tư vấn'], ['31'], ['1.480.000.000 ₫'], ['Nguyễn Thị Lan']],
    [['Đàm phán'], ['14'], ['1.730.000.000 ₫'], ['Trần Quang Minh']],
    [['<b>*_`<!channel> @everyone'], ['1'], ['12 ₫'], ['x'.repeat(60)]],
  ],
  more: 12,
};

/** A chart, a table too long to be shown whole, a button and a note. */
export const pipelineCard = ({ t, now }: Asker): Card => ({
  title: ['Đang mở ', { bold: '5,02 tỷ ₫' }, ' · 109 cơ hội'],
  blocks: [
    {
      kind: 'chart',
      alt: 'Đang tư vấn 1,48 tỷ, 31 cơ hội; Đàm phán 1,73 tỷ, 14 cơ hội',
      chart: {
        kind: 'bars',
        title: 'Đang mở 5,02 tỷ ₫ · 109 cơ hội',
        subtitle: 'Giá trị và số cơ hội theo giai đoạn',
        rows: [
          { label: 'Đang tư vấn', value: 1480, text: '1,48 tỷ', note: '31 cơ hội', tone: 'main' },
          { label: 'Đàm phán', value: 1730, text: '1,73 tỷ', note: '14', tone: 'main' },
          { label: 'Bị mất', value: 300, text: '300 tr', note: '3', tone: 'muted' },
        ],
      },
      table,
    },
    table,
    { kind: 'actions', actions: [{ label: t('title.deal.add'), command: 'deal.add', wire: {} }] },
    { kind: 'note', text: ['Tính đến ', { moment: now.toISOString(), style: 'both' }] },
  ],
});
