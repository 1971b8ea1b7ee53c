import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { lockRule } from './said.ts';

export async function removeRule(ctx: Ctx, id: number): Promise<Changed<number>> {
  return change(ctx, 'assign.remove', async ({ tx, deleted }) => {
    const { rule } = await lockRule(tx, id);
    await tx.assignmentRule.delete({ where: { id } });
    deleted('assignmentRule', { ...rule });
    return id;
  });
}
