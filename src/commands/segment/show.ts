import type { Kind } from '../../crm/codes.ts';
import { defineCommand } from '../define.ts';
import { page, share, sharedOrPrivate } from '../fields.ts';
import { segment } from './fields.ts';
import { listings } from './listing.ts';

/** Who is in a segment now, of those the asker sees. */
export const segmentShow = defineCommand({
  id: 'segment.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { segment, share, page },
  positional: ['segment'],
  async run(ctx, { segment: { id, name, record, filter }, page }) {
    const next = { command: 'segment.show', wire: { segment: `s${id}` } };
    const card = await listings[record as Kind](ctx, { filter, page }, next);
    return {
      ...card,
      title: [{ bold: name }, ' · ', ...card.title],
      blocks: [{ kind: 'note', text: [filter] }, ...card.blocks],
    };
  },
});
