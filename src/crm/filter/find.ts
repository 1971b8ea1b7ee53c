import { Prisma } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { findAll } from '../find/all.ts';
import { type Hit, search } from '../find/search.ts';
import { countOf } from '../records/page.ts';
import { filterFields, keysOf } from './fields.ts';
import { type Filter, readFilter } from './parse.ts';
import { asked, filterOf, fitting, refuseFilter } from './where.ts';

export interface Found {
  /** What was looked for, as it is told. */
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly total: number;
}

const most = 25;

/**
 * What fits a query: words as `findAll` takes them, or together with conditions, among the kinds of record that know
 * all their keys.
 */
export async function find(ctx: Ctx, among: readonly Kind[], query: string): Promise<Found> {
  const keys = keysOf(among.flatMap((kind) => filterFields(kind, ctx.custom)));
  const whole = readFilter(query, keys);
  if (!whole.ok) return refuseFilter(whole.problem);
  const { words, conditions } = whole.value;
  if (conditions.length === 0) {
    const text = /[:~]/.test(query) ? words : query;
    const hits = await findAll(ctx, among, text);
    return { query: text, hits, total: hits.length };
  }
  const readable = among.flatMap((kind): [Kind, Filter][] => {
    const filter = filterOf(ctx, kind, query);
    return filter.ok ? [[kind, filter.value]] : [];
  });
  if (readable.length === 0) return refuse('filter.no_kind');
  const hits: Hit[] = [];
  let total = 0;
  for (const [kind, filter] of readable) {
    const found = await search(
      ctx,
      [kind],
      words,
      most,
      Prisma.join(await asked(ctx, kind, filter.conditions), ' AND '),
    );
    hits.push(...found);
    total += found.length < most ? found.length : await countOf(ctx, kind, await fitting(ctx, kind, query));
  }
  const best = hits.sort((a, b) => a.fit - b.fit).slice(0, most);
  return { query: query.trim(), hits: best, total: Math.max(total, best.length) };
}
