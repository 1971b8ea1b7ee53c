import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { lockRule } from './said.ts';

/** Puts a rule at another place in the order, counted from 1; behind the last is the last. */
export async function moveRule(ctx: Ctx, id: number, place: number): Promise<Changed<number>> {
  return change(ctx, 'assign.move', async ({ tx, updated }) => {
    const { rules, rule } = await lockRule(tx, id);
    const others = rules.filter((one) => one !== rule);
    const order = [...others.slice(0, place - 1), rule, ...others.slice(place - 1)];
    if (order.every((one, i) => one === rules[i])) refuse('edit.nothing');
    for (const [i, one] of order.entries()) {
      if (one.position === i + 1) continue;
      await tx.assignmentRule.update({ where: { id: one.id }, data: { position: i + 1 } });
      updated('assignmentRule', one.id, { position: one.position }, { position: i + 1 });
    }
    return id;
  });
}
