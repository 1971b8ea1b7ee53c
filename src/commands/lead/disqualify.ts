import { text } from '../../chat/fields.ts';
import type { Wire } from '../../chat/wire.ts';
import { code } from '../../crm/codes.ts';
import { qualifyLead } from '../../crm/leads/qualify.ts';
import { defineCommand } from '../define.ts';
import { lead } from '../fields.ts';
import { changedLead } from './changed.ts';
import { deciding, undecided } from './deciding.ts';
import { seen } from './status.ts';

/** Gives a lead up, and says why. `/lead qualify` takes it up again. */
export const leadDisqualify = defineCommand({
  id: 'lead.disqualify',
  access: 'rep',
  reply: 'channel',
  fields: { lead, reason: text({ max: 300, multiline: true }), from: seen },
  positional: ['lead', 'reason'],
  async prefill(ctx, wire): Promise<Wire> {
    const view = await deciding(ctx, wire);
    return view ? { lead: code('lead', view.id) } : {};
  },
  async run(ctx, { lead, reason, from }) {
    const said = { status: 'DISQUALIFIED', reason, seen: from } as const;
    await undecided(ctx, lead.id);
    const { changeId } = await qualifyLead(ctx, lead.id, said, 'lead.disqualify');
    return changedLead(ctx, lead.id, [ctx.t('lead.disqualified')], changeId);
  },
});
