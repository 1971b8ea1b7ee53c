import { suggestedText } from '../../cards/qualification.ts';
import { type Field, optional } from '../../chat/field.ts';
import { choice, day, money, text } from '../../chat/fields.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { qualifyLead } from '../../crm/leads/qualify.ts';
import { authorities, interests } from '../../crm/leads/states.ts';
import { formatDay } from '../../lib/dates/index.ts';
import { formatMoney } from '../../lib/format.ts';
import { defineCommand } from '../define.ts';
import { lead } from '../fields.ts';
import { changedLead } from './changed.ts';
import { deciding, undecided } from './deciding.ts';
import { decided, seen } from './status.ts';

const interest: Field<(typeof interests)[number], Ctx> = choice({
  options: interests.map((value) => ({ value, label: `choice.interest.${value}` as const })),
});
const authority: Field<(typeof authorities)[number], Ctx> = choice({
  options: authorities.map((value) => ({ value, label: `choice.authority.${value}` as const })),
});

/**
 * What was found out about a lead, and the state that follows: the one the person chooses, else what the answers
 * suggest (see `suggest`). The card says what they suggest and why, unless the lead is given up.
 */
export const leadQualify = defineCommand({
  id: 'lead.qualify',
  access: 'rep',
  reply: 'channel',
  fields: {
    lead,
    need: optional(text({ max: 500, multiline: true })),
    interest: optional(interest),
    budget: optional(money({ hint: 'hint.amount' })),
    decision: optional(day({ prefer: 'future', hint: 'hint.day' })),
    authority: optional(authority),
    status: optional(decided),
    reason: optional(text({ max: 300, hint: 'hint.reason' })),
    from: seen,
  },
  positional: ['lead', 'need'],
  asksFor: ['need', 'interest', 'budget', 'decision', 'authority', 'status', 'reason'],
  async prefill(ctx, wire) {
    const view = await deciding(ctx, wire);
    if (!view) return {};
    const budget = view.budget && {
      amount: view.budget.toFixed(),
      currency: view.budgetCurrency ?? ctx.currency,
    };
    return {
      lead: code('lead', view.id),
      ...(view.need && { need: view.need }),
      ...(view.interest && { interest: view.interest }),
      ...(budget && { budget: formatMoney(budget, ctx.t.locale) }),
      ...(view.decisionOn && {
        decision: formatDay(view.decisionOn.toISOString().slice(0, 10), ctx.t.locale),
      }),
      ...(view.authority && { authority: view.authority }),
    };
  },
  async run(ctx, { lead, from, ...said }) {
    await undecided(ctx, lead.id);
    const { value, changeId } = await qualifyLead(ctx, lead.id, { ...said, seen: from });
    // Whoever gives a lead up is not told how far it could have come.
    const told = said.status === 'DISQUALIFIED' ? ctx.t('lead.disqualified') : suggestedText(ctx.t, value);
    return changedLead(ctx, lead.id, [told], changeId);
  },
});
