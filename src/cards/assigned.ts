import type { Card } from '../chat/card.ts';
import type { Decision } from '../crm/assignment/assigner.ts';
import { whyText } from '../crm/assignment/words.ts';
import type { Ctx } from '../crm/context.ts';
import type { Share } from '../crm/leads/owner.ts';
import type { LeadView } from '../crm/leads/view.ts';
import type { Translator } from '../i18n/index.ts';
import { leadCard } from './lead.ts';
import { actions } from './parts.ts';
import type { Teller } from './profile.ts';

type LeadTeller = Teller & Pick<Ctx, 'zone'>;

/** What a lead's new owner gets: who gave it to them or why the rules did, the lead, and a button to accept it. */
export function assignedCard(
  teller: LeadTeller,
  lead: LeadView,
  { by, why }: { readonly by: string | null; readonly why: string },
): Card {
  const { t } = teller;
  const accept = {
    label: t('action.accept'),
    style: 'primary',
    command: 'lead.accept',
    wire: { lead: String(lead.id) },
    replace: true,
  } as const;
  const card = above(leadCard(teller, lead), by ? t('lead.given_by', { name: by }) : t('lead.given'), why);
  const blocks = card.blocks.map((block) =>
    block.kind === 'actions' ? { ...block, actions: [accept, ...block.actions] } : block,
  );
  return { ...card, blocks };
}

/** What managers get when a rule fits a lead and nobody it names can take it. */
export const waitingCard = (teller: LeadTeller, lead: LeadView, why: string): Card => ({
  ...above(leadCard(teller, lead), teller.t('lead.waiting'), why),
  tone: 'warn',
});

/** What somebody gets who was given several leads at once. */
export const sharedCard = (t: Translator, { member, count }: Share): Card => ({
  title: [t('lead.given_many', { count })],
  blocks: actions({ label: t('title.lead.list'), command: 'lead.list', wire: { owner: `m${member.id}` } }),
});

/** What the rules have done with a lead, for who asked: nothing where they were not asked. */
export const decided = (t: Translator, decision: Decision | null): string[] =>
  decision
    ? [t(decision.chosen ? 'assign.chosen' : 'assign.none', { why: whyText(t, decision) || '–' })]
    : [];

function above(card: Card, said: string, why: string): Card {
  const note = why ? [{ kind: 'note', text: [why] } as const] : [];
  return { ...card, blocks: [{ kind: 'text', text: [said] }, ...note, ...card.blocks] };
}
