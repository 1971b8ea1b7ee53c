import { said } from '../../cards/parts.ts';
import { removeSegment } from '../../crm/segments/remove.ts';
import { defineCommand } from '../define.ts';
import { segment } from './fields.ts';

/** Takes a segment away, by who made it or a manager; the records in it stay as they are. */
export const segmentRemove = defineCommand({
  id: 'segment.remove',
  access: 'rep',
  reply: 'channel',
  fields: { segment },
  positional: ['segment'],
  async run(ctx, { segment }) {
    const { value, changeId } = await removeSegment(ctx, segment);
    return said(ctx.t, ctx.t('segment.removed', { segment: value.name }), changeId);
  },
});
