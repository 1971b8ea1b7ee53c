import type { Lookup } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { allSegments, segmentsFitting } from '../../crm/segments/called.ts';
import type { Segment } from '../../crm/segments/segment.ts';
import { chosen } from '../lookups/chosen.ts';

const option = ({ id, name }: Segment) => ({ value: `s${id}`, label: name });

const segmentLookup: Lookup<Segment, Ctx> = {
  async search(ctx, query) {
    const segments = await allSegments(ctx);
    const own = segments.filter((one) => option(one).value === query);
    if (own.length) return own.map(option);
    const found = query.trim() ? segmentsFitting(segments, query).map(({ row }) => row) : segments;
    return found.slice(0, 25).map(option);
  },
  async resolve(ctx, text) {
    const segments = await allSegments(ctx);
    const own = segments.find((one) => option(one).value === text.trim());
    return own ? { kind: 'one', value: own } : chosen(segmentsFitting(segments, text), option);
  },
};

/** A segment by its name. */
export const segment = lookup({ ...segmentLookup });
