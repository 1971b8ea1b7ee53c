import { receiptCard } from '../../cards/metrics/receipt.ts';
import { optional, withDefault } from '../../chat/field.ts';
import { choice, period } from '../../chat/fields.ts';
import { type Kind, kinds } from '../../crm/codes.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { metrics } from '../../metrics/index.ts';
import type { Measured, MetricId } from '../../metrics/measured.ts';
import { recordsOf } from '../../metrics/records.ts';
import { defineCommand } from '../define.ts';
import { currency, owner } from '../fields.ts';

const ids = Object.keys(metrics) as MetricId[];

/** The receipt of a number: formula, what was counted, what was left out, and the records behind it. */
export const kpiHow = defineCommand({
  id: 'kpi.how',
  access: 'viewer',
  reply: 'private',
  fields: {
    metric: choice({ options: ids.map((id) => ({ value: id, label: `metric.${id}` as const })) }),
    period: withDefault(period({ hint: 'hint.period' }), 'this month'),
    owner: optional(owner),
    currency: optional(currency),
  },
  positional: ['metric', 'period'],
  async run(ctx, { metric, period, owner, currency }) {
    for (const kind of counted(metric)) maySeeWorkOf(ctx, kind, owner);
    const measured: Measured = await metrics[metric](ctx, { period, ownerId: owner?.id, currency });
    return receiptCard(ctx.t, measured, await recordsOf(ctx, measured, 10), { owner });
  },
});

/** The kinds of record that a number counts. */
function counted(metric: MetricId): readonly Kind[] {
  if (metric === 'quality.score') return Object.keys(kinds) as Kind[];
  return metric.startsWith('leads.') ? ['lead'] : ['deal'];
}
