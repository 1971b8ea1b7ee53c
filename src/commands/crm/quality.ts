import { qualityCard } from '../../cards/quality/quality.ts';
import { optional } from '../../chat/field.ts';
import { type Kind, kinds } from '../../crm/codes.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { quality as measure } from '../../metrics/quality/score.ts';
import { defineCommand } from '../define.ts';
import { owner, share, sharedOrPrivate } from '../fields.ts';

/** How good the data are that the asker sees, and a way to what is wrong with them. */
export const quality = defineCommand({
  id: 'crm.quality',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { owner: optional(owner), share },
  positional: ['owner'],
  async run(ctx, { owner }) {
    for (const kind of Object.keys(kinds) as Kind[]) maySeeWorkOf(ctx, kind, owner);
    const measured = await measure(ctx, { ownerId: owner?.id });
    return qualityCard(ctx.t, measured, { owner, viewer: ctx.member?.name });
  },
});
