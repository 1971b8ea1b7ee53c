import { optional, withDefault } from '../../chat/field.ts';
import { period } from '../../chat/fields.ts';
import { defineCommand } from '../define.ts';
import { currency, owner } from '../fields.ts';
import { metric, receipt } from './receipt.ts';

/** How a number came about. */
export const kpiHow = defineCommand({
  id: 'kpi.how',
  access: 'viewer',
  reply: 'private',
  fields: {
    metric,
    period: withDefault(period({ hint: 'hint.period' }), 'this month'),
    owner: optional(owner),
    currency: optional(currency),
  },
  positional: ['metric', 'period'],
  run: receipt,
});
