import type { Block } from '../chat/card.ts';
import { type Debt, daysLate } from '../crm/companies/debt.ts';
import type { Ctx } from '../crm/context.ts';
import { formatMoney } from '../lib/format.ts';

/** Who tells, and when that is. */
export type Today = Pick<Ctx, 't' | 'now' | 'zone'>;

/** Says, before anything else, that a customer is late with paying: nobody calls or gives more credit unaware of it. */
export function overdueBlocks(teller: Today, debt: Debt | null): Block[] {
  const days = debt ? daysLate(teller, debt) : 0;
  if (!debt || days === 0) return [];
  const { t } = teller;
  const sentence = t('company.overdue', { amount: formatMoney(debt, t.locale), days });
  return [{ kind: 'text', text: [{ bold: sentence }] }];
}
