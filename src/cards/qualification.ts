import type { Fact } from '../chat/card.ts';
import type { Sign, Suggestion } from '../crm/leads/suggest.ts';
import type { LeadView } from '../crm/leads/view.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { formatMoney } from '../lib/format.ts';
import { day, fact } from './parts.ts';

/** A lead's state in words. */
export const statusText = (t: Translator, status: string) =>
  t.say(`choice.status.${status.toLowerCase()}` as Key);

/** What qualifying found out. */
export function qualificationFacts(t: Translator, lead: LeadView): Fact[] {
  const { need, interest, budget, budgetCurrency, decisionOn, authority } = lead;
  const chosen = (name: string, value: string | null) => value && t.say(`choice.${name}.${value}` as Key);
  return [
    ...fact(t('field.need'), need),
    ...fact(t('field.interest'), chosen('interest', interest)),
    ...fact(
      t('field.budget'),
      budget &&
        budgetCurrency &&
        formatMoney({ amount: budget.toFixed(), currency: budgetCurrency }, t.locale),
    ),
    ...fact(t('field.decision'), day(t, decisionOn)),
    ...fact(t('field.authority'), chosen('authority', authority)),
  ];
}

/** What the answers suggest, and why, in one sentence. */
export function suggestedText(t: Translator, { status, has, lacks }: Suggestion): string {
  const list = (signs: readonly Sign[]) => signs.map((sign) => t(`sign.${sign}`)).join(', ');
  const why = t(`suggest.${status}`, { has: list(has), lacks: list(lacks) });
  return t('suggest', { status: statusText(t, status), why });
}
