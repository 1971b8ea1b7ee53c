import { pipelineCard } from '../cards/metrics/pipeline.ts';
import { optional } from '../chat/field.ts';
import { maySeeWorkOf } from '../crm/visibility.ts';
import { pipeline as measure } from '../metrics/pipeline.ts';
import { defineCommand } from './define.ts';
import { currency, owner, share, sharedOrPrivate } from './fields.ts';

/** Open deals by stage, with a chart. */
export const pipeline = defineCommand({
  id: 'pipeline',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { owner: optional(owner), currency: optional(currency), share },
  positional: ['owner'],
  async run(ctx, { owner, currency }) {
    maySeeWorkOf(ctx, 'deal', owner);
    const measured = await measure(ctx, { ownerId: owner?.id, currency });
    return pipelineCard(ctx.t, measured, { owner, currency, viewer: ctx.member?.name });
  },
});
