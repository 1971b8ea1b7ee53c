import type { Card } from '../chat/card.ts';
import type { LeadView } from '../crm/leads/view.ts';
import { leadCard } from './lead.ts';
import type { Teller } from './profile.ts';

/** What a lead's new owner gets: who gave it to them, the lead, and a button to accept it. */
export function assignedCard(teller: Teller, lead: LeadView, said: string): Card {
  const { t } = teller;
  const card = leadCard(teller, lead);
  const accept = {
    label: t('action.accept'),
    style: 'primary',
    command: 'lead.accept',
    wire: { lead: String(lead.id) },
    replace: true,
  } as const;
  const blocks = card.blocks.map((block) =>
    block.kind === 'actions' ? { ...block, actions: [accept, ...block.actions] } : block,
  );
  return { ...card, blocks: [{ kind: 'text', text: [said] }, ...blocks] };
}
