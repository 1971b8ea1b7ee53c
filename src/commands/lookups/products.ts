import type { Lookup } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { ranked } from '../../crm/find/rank.ts';
import { chosen } from './chosen.ts';

const products = (ctx: Ctx) =>
  ctx.db.product.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });

const option = (p: { id: number; name: string }) => ({ value: `p${p.id}`, label: p.name });

/** Products by name; a catalogue of some hundreds is read whole. */
export const productLookup: Lookup<{ readonly id: number; readonly name: string }, Ctx> = {
  async search(ctx, query) {
    const all = await products(ctx);
    const own = all.filter((one) => option(one).value === query);
    if (own.length) return own.map(option);
    const found = query.trim() ? ranked(query, all, (p) => p.name).map(({ row }) => row) : all;
    return found.slice(0, 25).map(option);
  },
  async resolve(ctx, text) {
    const all = await products(ctx);
    const byId = all.find((p) => text === `p${p.id}`);
    if (byId) return { kind: 'one', value: byId };
    return chosen(
      ranked(text, all, (p) => p.name),
      option,
    );
  },
};
