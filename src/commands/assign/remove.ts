import { rulesCard } from '../../cards/assignment.ts';
import { done } from '../../cards/parts.ts';
import { listRules } from '../../crm/assignment/list.ts';
import { removeRule } from '../../crm/assignment/remove.ts';
import { defineCommand } from '../define.ts';
import { rule } from './rule.ts';

export const assignRemove = defineCommand({
  id: 'assign.remove',
  access: 'manager',
  reply: 'private',
  fields: { rule },
  positional: ['rule'],
  async run(ctx, { rule }) {
    const { changeId } = await removeRule(ctx, rule.id);
    return done(ctx.t, rulesCard(ctx.t, await listRules(ctx)), [ctx.t('assign.removed')], changeId);
  },
});
