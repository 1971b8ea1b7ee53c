import type { Ctx } from '../crm/context.ts';
import type { Sight } from '../crm/visibility.ts';
import type { Prisma } from '../db/client.ts';
import type { Period } from '../lib/dates/index.ts';

/** On whose behalf, as of which instant (`now`), in which zone and currency a figure is asked. */
export type Asker = Pick<Ctx, 'db' | 'now' | 'zone' | 'currency' | 'sight'>;

export interface Scope {
  readonly period: Period;
  /** Only the records of this member, as far as the asker may see them. */
  readonly ownerId?: number | undefined;
  /** Report in this currency; see `reportingCurrency` for what is done without. */
  readonly currency?: string | undefined;
}

export type MetricId =
  | 'revenue.won'
  | 'deals.pipeline'
  | 'deals.win_rate'
  | 'deals.average_size'
  | 'deals.sales_cycle'
  | 'deals.time_to_close'
  | 'leads.conversion'
  | 'leads.new'
  | 'leads.to_deal'
  | 'leads.mql_rate'
  | 'leads.sql_rate'
  | 'leads.response_time'
  | 'quality.score';

/** A figure with its receipt. Numbers are exact plain decimals as text. */
export interface Measured {
  readonly id: MetricId;
  /** Null where there is nothing to divide by, or nothing that could be added up: `empty` says which. */
  readonly value: string | null;
  readonly empty: Empty | null;
  /** `percent`, `days`, `minutes`, `count` or an ISO 4217 code. */
  readonly unit: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Records counted. */
  readonly count: number;
  readonly excluded: readonly Excluded[];
  readonly receipt: Receipt;
}

/** Why there is no value. */
export type Empty =
  | 'no_deals_closed'
  | 'no_deals_won'
  | 'no_leads'
  | 'no_mqls'
  | 'no_answers'
  | 'no_amounts'
  | 'no_records';

/** Records that belong to the question but could not be counted. */
export interface Excluded {
  readonly reason: 'no_amount' | 'other_currency' | 'ended_before_begin' | 'answered_before';
  readonly count: number;
  /** `D-42`, `L-7`; the first thousand. */
  readonly ids: readonly string[];
  /** What was left out of a foreign currency. */
  readonly amount?: string;
  readonly currency?: string;
}

export interface Receipt {
  /** Null for what is asked of a moment and not of a period. */
  readonly period: Period | null;
  readonly asOf: Date;
  readonly zone: string;
  /** Of the records that were counted. */
  readonly sight: Sight;
  readonly ownerId: number | null;
  /** Lists what was counted; see `recordsOf`. */
  readonly counted: Prisma.Sql;
}

/** What every receipt says, whatever was counted. */
export function receiptOf(
  ctx: Asker,
  scope: Partial<Scope>,
  counted: Prisma.Sql,
  kind: 'deal' | 'lead' = 'deal',
): Receipt {
  const { period = null, ownerId = null } = scope;
  return { period, asOf: ctx.now, zone: ctx.zone, sight: ctx.sight[kind], ownerId, counted };
}
