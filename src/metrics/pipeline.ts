import { allDeals } from '../crm/deals/standing.ts';
import { Prisma } from '../db/client.ts';
import { add, decimal, print } from '../lib/money/decimal.ts';
import { reportingCurrency } from './currency.ts';
import { days, ratio } from './exact.ts';
import { withoutAmount } from './excluded.ts';
import { type Asker, type Measured, receiptOf, type Scope } from './measured.ts';
import { dealRecords } from './records.ts';

export interface Pipeline extends Measured {
  /** Σ amount × chance to win of the stage. */
  readonly weighted: string | null;
  /** Every open stage in its order, of each pipeline in turn. */
  readonly stages: readonly PipelineStage[];
}

export interface PipelineStage {
  readonly stageId: number;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Set where there are several pipelines. */
  readonly pipeline: { readonly nameVi: string; readonly nameEn: string } | null;
  readonly count: number;
  /** Null when none of its deals has an amount in the currency. */
  readonly value: string | null;
  readonly weighted: string | null;
  /** Mean days since they entered the stage; null for none. */
  readonly meanDays: string | null;
}

interface Row {
  stageId: number;
  nameVi: string;
  nameEn: string;
  pipelineVi: string;
  pipelineEn: string;
  pipelines: number;
  count: number;
  priced: number;
  value: string;
  weighted: string;
  seconds: string;
}

/** The deals open at `ctx.now`: number, value, weighted value and mean days in the stage, in all and by stage. */
export async function pipeline(ctx: Asker, scope: Omit<Scope, 'period'>): Promise<Pipeline> {
  const currency = scope.currency ?? (await reportingCurrency(ctx));
  const open = Prisma.sql`(SELECT * FROM ${allDeals(ctx, scope.ownerId)} d WHERE kind = 'OPEN')`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.id AS "stageId", s.name_vi AS "nameVi", s.name_en AS "nameEn", p.name_vi AS "pipelineVi",
      p.name_en AS "pipelineEn", (SELECT count(*)::int FROM pipeline) AS pipelines,
      coalesce(count, 0) AS count, coalesce(priced, 0) AS priced, coalesce(value, 0)::text AS value,
      (coalesce(value, 0) * s.probability * 0.01)::numeric(30, 2)::text AS weighted,
      coalesce(seconds, 0)::text AS seconds
    FROM stage s
    JOIN pipeline p ON p.id = s.pipeline_id
    LEFT JOIN (
      SELECT stage_id, count(*)::int AS count, (count(amount) FILTER (WHERE currency = ${currency}))::int AS priced,
        sum(amount) FILTER (WHERE currency = ${currency}) AS value,
        sum(extract(epoch FROM ${ctx.now}::timestamptz - entered_at)) AS seconds
      FROM ${open} d GROUP BY stage_id
    ) d ON d.stage_id = s.id
    WHERE s.kind = 'OPEN' ORDER BY p.position, p.id, s.position`;
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const priced = rows.reduce((sum, row) => sum + row.priced, 0);
  const total = (of: 'value' | 'weighted') =>
    count > 0 && priced === 0 ? null : print(rows.map((row) => decimal(row[of])).reduce(add, decimal('0')));
  const value = total('value');
  return {
    id: 'deals.pipeline',
    value,
    empty: value === null ? 'no_amounts' : null,
    unit: currency,
    numerator: value,
    denominator: null,
    count,
    excluded: count > priced ? await withoutAmount(ctx, open, currency) : [],
    weighted: total('weighted'),
    stages: rows.map(stageOf),
    receipt: receiptOf(ctx, scope, dealRecords(open, Prisma.sql`amount`)),
  };
}

function stageOf({ stageId, nameVi, nameEn, count, priced, ...row }: Row): PipelineStage {
  const amount = (value: string) => (count > 0 && priced === 0 ? null : ratio(value, 1));
  return {
    stageId,
    nameVi,
    nameEn,
    pipeline: row.pipelines > 1 ? { nameVi: row.pipelineVi, nameEn: row.pipelineEn } : null,
    count,
    value: amount(row.value),
    weighted: amount(row.weighted),
    meanDays: days(row.seconds, count),
  };
}
