import { quoted } from '../../db/bulk.ts';
import { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { optionMeant } from './compare/choice.ts';
import { type FilterField, filterFields } from './fields.ts';
import type { Condition } from './parse.ts';
import { saidBefore } from './said.ts';
import { asked, filterOf, seen } from './where.ts';

/** A field that has what was looked for in names, with how many records that are seen, and the filter for them. */
export interface Elsewhere {
  readonly field: FilterField;
  readonly words: string;
  readonly filter: string;
  readonly count: number;
}

/** Texts that say what sort of customer somebody is, of which many records have the same. */
const sorting = ['industry', 'region', 'jobTitle'];

/**
 * Where else words are that no name has: `vip` is a customer type, `logistics` an industry. The most first, four at
 * most. Each field by a short statement of its own, that compares each of its values once: others are served between.
 */
export async function elsewhere(ctx: Ctx, kind: Kind, filter = ''): Promise<Elsewhere[]> {
  const read = filterOf(ctx, kind, filter);
  if (!read.ok || read.value.conditions.length || !read.value.words || /["“”]/.test(filter)) return [];
  const { words } = read.value;
  const test = { op: '=', text: words } as const;
  const fields = filterFields(kind, ctx.custom).filter(
    (field) =>
      !field.of &&
      (field.sort === 'list' ||
        sorting.includes(field.name) ||
        (field.sort === 'choice' && (field.open || optionMeant(ctx, field, test).ok))),
  );
  const found: Elsewhere[] = [];
  for (const field of fields) {
    const count = await counted(ctx, kind, field, { field: field.name, not: false, tests: [test] });
    const only = saidBefore(undefined, { [field.name]: words });
    if (count > 0) found.push({ field, words, filter: only, count });
  }
  return found.sort((a, b) => b.count - a.count).slice(0, 4);
}

/** How many records that are seen fit a condition on a field. */
async function counted(ctx: Ctx, kind: Kind, field: FilterField, condition: Condition): Promise<number> {
  const { column, further } = field;
  const held = [typeof column === 'string' ? column : 'custom', ...(further ? [further] : [])];
  const values = Prisma.join(held.map((name) => Prisma.sql`r.${quoted(name)}`));
  const conditions = await asked(ctx, kind, [condition]);
  const [row] = await ctx.db.$queryRaw<[{ count: number }]>`
    SELECT coalesce(sum(n), 0)::int AS count FROM (
      SELECT ${values}, count(*) AS n FROM ${quoted(kind)} r WHERE ${seen(ctx, kind)} GROUP BY ${values}) r
    WHERE ${Prisma.join(conditions)}`;
  return row.count;
}
