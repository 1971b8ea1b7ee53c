import { code, type Kind } from '../../crm/codes.ts';
import { loadAudit } from '../../crm/settings/audit.ts';
import { Prisma } from '../../db/client.ts';
import { percent } from '../exact.ts';
import { type Asker, type Measured, receiptOf, type Scope } from '../measured.ts';
import { judged } from './judged.ts';
import { type Rule, rules } from './rules.ts';
import { likelyTwins } from './twins.ts';

export interface Finding {
  readonly rule: Rule;
  readonly count: number;
  /** `D-42`; the first thousand. */
  readonly ids: readonly string[];
}

export interface Quality extends Measured {
  /** Every rule, most broken first; a record that breaks several is in each of them. */
  readonly findings: readonly Finding[];
  /** The days of the rule `untouched`. */
  readonly untouched: number;
}

const listed = 1000;

/**
 * Data quality in percent: records without a finding ÷ records, of those that `judged` tells of. A record with several
 * findings counts once. The period is taken no notice of: it is asked of a moment.
 */
export async function quality(ctx: Asker, { ownerId }: Pick<Scope, 'ownerId'>): Promise<Quality> {
  const { untouched } = await loadAudit(ctx.db);
  const records = judged(ctx, { ownerId, untouched, twins: await likelyTwins(ctx) });
  const rows = await ctx.db.$queryRaw<
    { rule: Rule | 'all' | 'clean'; count: number; kinds: Kind[]; ids: number[] }[]
  >`
    WITH judged AS MATERIALIZED (SELECT * FROM ${records} r)
    SELECT 'all' AS rule, count(*)::int AS count, NULL::text[] AS kinds, NULL::int[] AS ids FROM judged
    UNION ALL
    SELECT 'clean', count(*)::int, NULL, NULL FROM judged WHERE findings = '{}'
    UNION ALL
    SELECT rule, count(*)::int, (array_agg(kind ORDER BY place, id))[1:${Prisma.raw(String(listed))}],
      (array_agg(id ORDER BY place, id))[1:${Prisma.raw(String(listed))}]
    FROM judged, unnest(findings) AS rule GROUP BY rule`;
  const of = (name: (typeof rows)[number]['rule']) => rows.find(({ rule }) => rule === name);
  const [all, clean] = [of('all')?.count ?? 0, of('clean')?.count ?? 0];
  return {
    id: 'quality.score',
    value: percent(clean, all),
    empty: all === 0 ? 'no_records' : null,
    unit: 'percent',
    numerator: String(clean),
    denominator: String(all),
    count: all,
    excluded: [],
    findings: rules
      .map((rule): Finding => {
        const { count, kinds, ids } = of(rule) ?? { count: 0, kinds: [], ids: [] };
        return { rule, count, ids: ids.map((id, i) => code(kinds[i] as Kind, id)) };
      })
      .sort((a, b) => b.count - a.count),
    untouched,
    receipt: { ...receiptOf(ctx, { ownerId }, recordsIn(records)), sight: leastSight(ctx) },
  };
}

/** The latest first, each with what it breaks. */
const recordsIn = (records: Prisma.Sql) => Prisma.sql`
  SELECT kind, id, name, nullif(array_to_string(findings, ','), '') AS part
  FROM ${records} r ORDER BY created_at DESC, place DESC, id DESC`;

/** Of the sights of several kinds the one that leaves most out, as far as that can be told of them. */
function leastSight({ sight }: Asker): Measured['receipt']['sight'] {
  const all = Object.values(sight);
  return all.find((one) => typeof one !== 'string') ?? (all.every((one) => one === 'none') ? 'none' : 'all');
}
