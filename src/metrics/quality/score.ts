import { code, type Kind, kinds } from '../../crm/codes.ts';
import { loadAudit } from '../../crm/settings/audit.ts';
import { Prisma } from '../../db/client.ts';
import { percent } from '../exact.ts';
import { type Asker, type Measured, receiptOf, type Scope } from '../measured.ts';
import { type Judging, judged } from './judged.ts';
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
  const judging = { ownerId, untouched, twins: await likelyTwins(ctx) };
  const rows: Counted[] = [];
  // One kind after the other, so that nobody waits for all of them at once.
  for (const kind of Object.keys(kinds) as Kind[]) rows.push(...(await counted(ctx, judging, kind)));
  const of = (name: Counted['rule']) => rows.filter(({ rule }) => rule === name);
  const sum = (counts: readonly Counted[]) => counts.reduce((all, { count }) => all + count, 0);
  const [all, clean] = [sum(of('all')), sum(of('clean'))];
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
        const ids = of(rule).flatMap(({ kind, ids }) => ids.map((id) => code(kind, id)));
        return { rule, count: sum(of(rule)), ids: ids.slice(0, listed) };
      })
      .sort((a, b) => b.count - a.count),
    untouched,
    receipt: { ...receiptOf(ctx, { ownerId }, recordsIn(judged(ctx, judging))), sight: leastSight(ctx) },
  };
}

interface Counted {
  readonly kind: Kind;
  readonly rule: Rule | 'all' | 'clean';
  readonly count: number;
  /** The first of those that break the rule. */
  readonly ids: readonly number[];
}

/** How many there are of a kind, how many without a finding, and how many break which rule. */
const counted = (ctx: Asker, judging: Judging, kind: Kind) => ctx.db.$queryRaw<Counted[]>`
  WITH judged AS MATERIALIZED (SELECT id, kind, findings FROM ${judged(ctx, judging, [kind])} r)
  SELECT ${kind} AS kind, 'all' AS rule, count(*)::int AS count, '{}'::int[] AS ids FROM judged
  UNION ALL
  SELECT ${kind}, 'clean', count(*)::int, '{}' FROM judged WHERE findings = '{}'
  UNION ALL
  SELECT ${kind}, rule, count(*)::int, (array_agg(id ORDER BY id))[1:${Prisma.raw(String(listed))}]
  FROM judged, unnest(findings) AS rule GROUP BY rule`;

/** The latest first, each with what it breaks. */
const recordsIn = (records: Prisma.Sql) => Prisma.sql`
  SELECT kind, id, name, nullif(array_to_string(findings, ','), '') AS part
  FROM ${records} r ORDER BY created_at DESC, place DESC, id DESC`;

/** Of the sights of several kinds the one that leaves most out, as far as that can be told of them. */
function leastSight({ sight }: Asker): Measured['receipt']['sight'] {
  const all = Object.values(sight);
  return all.find((one) => typeof one !== 'string') ?? (all.every((one) => one === 'none') ? 'none' : 'all');
}
