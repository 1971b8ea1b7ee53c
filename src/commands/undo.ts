import { undoneCard } from '../cards/undone.ts';
import { optional } from '../chat/field.ts';
import { number } from '../chat/fields.ts';
import { undo as takeBack } from '../crm/changes/undo.ts';
import type { Ctx } from '../crm/context.ts';
import { defineCommand } from './define.ts';

/** Takes back one's latest change, or a numbered one. The answer's own undo brings it back. */
export const undo = defineCommand({
  id: 'undo',
  access: 'rep',
  reply: 'channel',
  fields: { change: optional(number<Ctx>({ min: 1, max: 2_147_483_647 })) },
  positional: ['change'],
  async run(ctx, { change }) {
    const { value, changeId } = await takeBack(ctx, change);
    return undoneCard(ctx.t, value, changeId);
  },
});
