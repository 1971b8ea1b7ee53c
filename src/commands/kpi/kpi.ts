import { type Kpis, kpiCard } from '../../cards/metrics/kpi.ts';
import { optional, withDefault } from '../../chat/field.ts';
import { period } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { refuse } from '../../i18n/refusal.ts';
import { beginning, dayOf, previousPeriod } from '../../lib/dates/index.ts';
import { averageSize } from '../../metrics/average-size.ts';
import { reportingCurrency } from '../../metrics/currency.ts';
import { leadConversion, leadToDeal } from '../../metrics/leads-conversion.ts';
import { newLeads } from '../../metrics/leads-new.ts';
import { mqlRate, sqlRate } from '../../metrics/leads-qualified.ts';
import { responseTime } from '../../metrics/leads-response.ts';
import type { Scope } from '../../metrics/measured.ts';
import { revenueWon } from '../../metrics/revenue-won.ts';
import { salesCycle } from '../../metrics/sales-cycle.ts';
import { timeToClose } from '../../metrics/time-to-close.ts';
import { winRate } from '../../metrics/win-rate.ts';
import { wonByUnit } from '../../metrics/won-by.ts';
import { defineCommand } from '../define.ts';
import { currency, ownerCalled, share, sharedOrPrivate } from '../fields.ts';
import { metric, receipt } from './receipt.ts';

/** The headline numbers of a period beside those of the period before; or one of them, with its receipt. */
export const kpi = defineCommand({
  id: 'kpi',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    period: withDefault(period({ hint: 'hint.period' }), 'this month'),
    metric: optional(metric),
    owner: optional(ownerCalled),
    currency: optional(currency),
    share,
  },
  positional: ['period', 'owner'],
  anywhere: ['metric', 'period', 'owner'],
  async run(ctx, { metric, period, owner, currency: asked }) {
    if (metric) return receipt(ctx, { metric, period, owner, currency: asked });
    for (const kind of ['deal', 'lead'] as const) maySeeWorkOf(ctx, kind, owner);
    if (period.from > dayOf(ctx.now, ctx.zone)) refuse('kpi.future');
    const currency = asked ?? (await reportingCurrency(ctx));
    const previous = period.from === beginning ? undefined : previousPeriod(period);
    const scope = { ownerId: owner?.id, currency };
    const [now, kpis, won] = await Promise.all([
      measured(ctx, { ...scope, period }),
      previous && measured(ctx, { ...scope, period: previous }),
      wonByUnit(ctx, { ...scope, period }),
    ]);
    const about = { owner, currency: asked, viewer: ctx.member?.name };
    const before = previous && kpis && { period: previous, kpis };
    return kpiCard(ctx.t, { period, now, before, won }, about);
  },
});

async function measured(ctx: Ctx, scope: Scope): Promise<Kpis> {
  return {
    revenue: await revenueWon(ctx, scope),
    winRate: await winRate(ctx, scope),
    averageSize: await averageSize(ctx, scope),
    salesCycle: await salesCycle(ctx, scope),
    timeToClose: await timeToClose(ctx, scope),
    conversion: await leadConversion(ctx, scope),
    newLeads: await newLeads(ctx, scope),
    toDeal: await leadToDeal(ctx, scope),
    mqlRate: await mqlRate(ctx, scope),
    sqlRate: await sqlRate(ctx, scope),
    response: await responseTime(ctx, scope),
  };
}
