import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { lockRule, type RuleSaid, ruleColumns } from './said.ts';

/** Changes the conditions of a rule, whom it names or how it shares out. */
export async function editRule(ctx: Ctx, id: number, said: RuleSaid): Promise<Changed<number>> {
  return change(ctx, 'assign.edit', async ({ tx, updated }) => {
    const { rule } = await lockRule(tx, id);
    const after = await tx.assignmentRule.update({ where: { id }, data: ruleColumns(said) });
    if (JSON.stringify(rule) === JSON.stringify(after)) refuse('edit.nothing');
    updated('assignmentRule', id, { ...rule }, { ...after });
    return id;
  });
}
