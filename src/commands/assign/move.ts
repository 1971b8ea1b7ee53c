import { rulesCard } from '../../cards/assignment.ts';
import { done } from '../../cards/parts.ts';
import { number } from '../../chat/fields.ts';
import { listRules } from '../../crm/assignment/list.ts';
import { moveRule } from '../../crm/assignment/move.ts';
import { defineCommand } from '../define.ts';
import { rule } from './rule.ts';

/** Puts a rule at another place: of those that fit a lead, the first counts. */
export const assignMove = defineCommand({
  id: 'assign.move',
  access: 'manager',
  reply: 'private',
  fields: { rule, place: number({ min: 1, max: 100 }) },
  positional: ['rule', 'place'],
  async run(ctx, { rule, place }) {
    const { changeId } = await moveRule(ctx, rule.id, place);
    return done(ctx.t, rulesCard(ctx.t, await listRules(ctx)), [ctx.t('assign.edited')], changeId);
  },
});
