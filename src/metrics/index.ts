import { averageSize } from './average-size.ts';
import { leadConversion, leadToDeal } from './leads-conversion.ts';
import { newLeads } from './leads-new.ts';
import { mqlRate, sqlRate } from './leads-qualified.ts';
import { responseTime } from './leads-response.ts';
import type { Asker, Measured, MetricId, Scope } from './measured.ts';
import { pipeline } from './pipeline.ts';
import { quality } from './quality/score.ts';
import { revenueWon } from './revenue-won.ts';
import { salesCycle } from './sales-cycle.ts';
import { timeToClose } from './time-to-close.ts';
import { winRate } from './win-rate.ts';

/** Every metric by its id. The pipeline and the quality of data are asked of a moment and take no notice of the period. */
export const metrics = {
  'revenue.won': revenueWon,
  'deals.pipeline': pipeline,
  'deals.win_rate': winRate,
  'deals.average_size': averageSize,
  'deals.sales_cycle': salesCycle,
  'deals.time_to_close': timeToClose,
  'leads.conversion': leadConversion,
  'leads.new': newLeads,
  'leads.to_deal': leadToDeal,
  'leads.mql_rate': mqlRate,
  'leads.sql_rate': sqlRate,
  'leads.response_time': responseTime,
  'quality.score': quality,
} satisfies Record<MetricId, (ctx: Asker, scope: Scope) => Promise<Measured>>;
