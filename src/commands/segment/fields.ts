import type { Lookup } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { ranked } from '../../crm/find/rank.ts';
import type { Segment } from '../../crm/segments/segment.ts';
import { chosen } from '../lookups/chosen.ts';

const all = (ctx: Ctx) => ctx.db.segment.findMany({ orderBy: { folded: 'asc' } });
const option = ({ id, name }: Segment) => ({ value: `s${id}`, label: name });

/** Segments by name; a few dozen are read whole. */
const segmentLookup: Lookup<Segment, Ctx> = {
  async search(ctx, query) {
    const segments = await all(ctx);
    const own = segments.filter((one) => option(one).value === query);
    if (own.length) return own.map(option);
    const found = query.trim() ? ranked(query, segments, ({ name }) => name).map(({ row }) => row) : segments;
    return found.slice(0, 25).map(option);
  },
  async resolve(ctx, text) {
    const segments = await all(ctx);
    const own = segments.find((one) => option(one).value === text.trim());
    if (own) return { kind: 'one', value: own };
    return chosen(
      ranked(text, segments, ({ name }) => name),
      option,
    );
  },
};

export const segment = lookup({ ...segmentLookup });
