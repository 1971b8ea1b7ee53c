import type { Block } from '../../chat/card.ts';
import { code } from '../../crm/codes.ts';
import type { Translator } from '../../i18n/index.ts';
import { formatMoneyShort, formatNumber } from '../../lib/format.ts';
import { plain, shorten } from '../../lib/text.ts';

export interface Named {
  readonly id: number;
  readonly title: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly owner: string | null;
}

/** `D-42 Gia hạn Acme, 350 tr ₫ (Lan)`; `more` stands before the owner, with the mark that it needs. */
export function named(t: Translator, deal: Named, more = ''): string {
  const { id, title, amount, currency, owner } = deal;
  const worth = amount === null ? '' : `, ${formatMoneyShort({ amount, currency }, t.locale)}`;
  const whose = owner === null ? '' : ` (${plain(shorten(owner, 30))})`;
  return `${code('deal', id)} ${plain(shorten(title, 40))}${worth}${more}${whose}`;
}

/** A group of deals: how many, and the first of them by name, each on a line. */
export function group(t: Translator, label: string, count: number, names: readonly string[]): Block {
  const left = count - names.length;
  const listed = [...names, ...(left > 0 ? [t('digest.more', { count: formatNumber(left, t.locale) })] : [])];
  return {
    kind: 'text',
    text: [
      { bold: `${label} (${formatNumber(count, t.locale)})` },
      listed.map((one) => `\n• ${one}`).join(''),
    ],
  };
}
