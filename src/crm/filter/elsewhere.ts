import { quoted } from '../../db/bulk.ts';
import { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { optionMeant } from './compare/choice.ts';
import { type FilterField, filterFields } from './fields.ts';
import { saidBefore } from './said.ts';
import { asked, filterOf, seen } from './where.ts';

/** A field that has what was looked for in names, with how many records that are seen, and the filter for them. */
export interface Elsewhere {
  readonly field: FilterField;
  readonly words: string;
  readonly filter: string;
  readonly count: number;
}

/** Where else words are that no name has: `vip` is a customer type, `logistics` an industry. The most first, four at most. */
export async function elsewhere(ctx: Ctx, kind: Kind, filter = ''): Promise<Elsewhere[]> {
  const read = filterOf(ctx, kind, filter);
  if (!read.ok || read.value.conditions.length || !read.value.words || /["“”]/.test(filter)) return [];
  const { words } = read.value;
  const test = { op: '=', text: words } as const;
  const fields = filterFields(kind, ctx.custom).filter(
    (field) =>
      !field.of &&
      (['text', 'list'].includes(field.sort) ||
        (field.sort === 'choice' && (field.open || optionMeant(ctx, field, test).ok))),
  );
  const conditions = await asked(
    ctx,
    kind,
    fields.map(({ name }) => ({ field: name, not: false, tests: [test] })),
  );
  if (conditions.length === 0) return [];
  const counts = conditions.map((condition) => Prisma.sql`(count(*) FILTER (WHERE ${condition}))::int`);
  const [row] = await ctx.db.$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${Prisma.join(counts)}] AS counts FROM ${quoted(kind)} r WHERE ${seen(ctx, kind)}`;
  return fields
    .map((field, i) => ({
      field,
      words,
      filter: saidBefore(undefined, { [field.name]: words }),
      count: row?.counts[i] ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 4);
}
