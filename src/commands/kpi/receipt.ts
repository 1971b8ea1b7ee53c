import { receiptCard } from '../../cards/metrics/receipt.ts';
import { choice } from '../../chat/fields.ts';
import { type Kind, kinds } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import type { Period } from '../../lib/dates/index.ts';
import { metrics } from '../../metrics/index.ts';
import type { Measured, MetricId } from '../../metrics/measured.ts';
import { recordsOf } from '../../metrics/records.ts';
import type { FoundMember } from '../lookups/members.ts';

const ids = Object.keys(metrics) as MetricId[];

/** A number by its name. */
export const metric = choice<MetricId, Ctx>({
  options: ids.map((id) => ({ value: id, label: `metric.${id}` as const })),
});

export interface Asked {
  readonly metric: MetricId;
  readonly period: Period;
  readonly owner?: FoundMember | undefined;
  readonly currency?: string | undefined;
}

/** The receipt of a number: formula, what was counted, what was left out, and the records behind it. */
export async function receipt(ctx: Ctx, { metric, period, owner, currency }: Asked) {
  for (const kind of counted(metric)) maySeeWorkOf(ctx, kind, owner);
  const measured: Measured = await metrics[metric](ctx, { period, ownerId: owner?.id, currency });
  return receiptCard(ctx.t, measured, await recordsOf(ctx, measured, 10), { owner });
}

/** The kinds of record that a number counts. */
function counted(metric: MetricId): readonly Kind[] {
  if (metric === 'quality.score') return Object.keys(kinds) as Kind[];
  return metric.startsWith('leads.') ? ['lead'] : ['deal'];
}
