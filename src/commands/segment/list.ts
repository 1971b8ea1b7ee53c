import { segmentsCard } from '../../cards/segments.ts';
import { listSegments } from '../../crm/segments/list.ts';
import { defineCommand } from '../define.ts';

/** Private: the counts are those of the asker. */
export const segmentList = defineCommand({
  id: 'segment.list',
  access: 'viewer',
  reply: 'private',
  fields: {},
  positional: [],
  run: async (ctx) => segmentsCard(ctx.t, await listSegments(ctx)),
});
