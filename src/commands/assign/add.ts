import { rulesCard } from '../../cards/assignment.ts';
import { done } from '../../cards/parts.ts';
import { withDefault } from '../../chat/field.ts';
import { addRule } from '../../crm/assignment/add.ts';
import { listRules } from '../../crm/assignment/list.ts';
import { defineCommand } from '../define.ts';
import { people } from '../lookups/people.ts';
import { by, conditions, methodOf } from './fields.ts';

/** Adds a rule: leads that arrive without an owner and fit it go to these people, in turns or by who has the fewest. */
export const assignAdd = defineCommand({
  id: 'assign.add',
  access: 'manager',
  reply: 'private',
  fields: { to: people, by: withDefault(by, 'turns'), ...conditions },
  positional: ['to'],
  async run(ctx, { to, by, ...said }) {
    const memberIds = to.map(({ id }) => id);
    const { changeId } = await addRule(ctx, { ...said, method: methodOf(by), memberIds });
    return done(ctx.t, rulesCard(ctx.t, await listRules(ctx)), [ctx.t('assign.added')], changeId);
  },
});
