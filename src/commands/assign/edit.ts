import { rulesCard } from '../../cards/assignment.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { editRule } from '../../crm/assignment/edit.ts';
import { listRules } from '../../crm/assignment/list.ts';
import { formatCountRange } from '../../lib/count-range.ts';
import { defineCommand } from '../define.ts';
import { people } from '../lookups/people.ts';
import { by, conditions, methodOf } from './fields.ts';
import { rule, ruleAt } from './rule.ts';

export const assignEdit = defineCommand({
  id: 'assign.edit',
  access: 'manager',
  reply: 'private',
  fields: { rule, to: optional(people), by: optional(by), ...conditions },
  positional: ['rule'],
  asksFor: ['to', 'by', 'region', 'industry', 'source', 'size'],
  async prefill(ctx, wire) {
    const now = wire.rule && (await ruleAt(ctx, wire.rule));
    if (!now) return {};
    const { region, industry, source, minEmployees: min, maxEmployees: max } = now;
    return {
      rule: String(now.id),
      to: now.members.map(({ name }) => name).join(', '),
      by: now.method === 'WORKLOAD' ? 'workload' : 'turns',
      ...(region && { region }),
      ...(industry && { industry }),
      ...(source && { source }),
      ...((min ?? max) !== null && { size: formatCountRange({ min, max }) }),
    };
  },
  async run(ctx, { rule, to, by, ...said }) {
    const { changeId } = await editRule(ctx, rule.id, {
      ...said,
      method: by ? methodOf(by) : undefined,
      memberIds: to?.map(({ id }) => id),
    });
    return done(ctx.t, rulesCard(ctx.t, await listRules(ctx)), [ctx.t('assign.edited')], changeId);
  },
});
