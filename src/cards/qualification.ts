import type { Fact } from '../chat/card.ts';
import type { Sign, Suggestion } from '../crm/leads/suggest.ts';
import type { LeadView } from '../crm/leads/view.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { workCalendar, workingTime, type Zone } from '../lib/dates/index.ts';
import { formatMoney } from '../lib/format.ts';
import { spanText } from './metrics/words.ts';
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

/** How long it took until one of us answered a lead, and how much of that was working time. */
export function responseText(t: Translator, { createdAt, answeredAt }: LeadView, zone: Zone): string | null {
  if (!answeredAt) return null;
  const minutes = (ms: number) => Math.round(ms / 60_000);
  const elapsed = minutes(answeredAt.getTime() - createdAt.getTime());
  if (answeredAt < createdAt) return t('lead.response.before');
  const working = minutes(workingTime(zone, workCalendar())(createdAt, answeredAt));
  const after = t('lead.response.after', { time: spanText(t, elapsed) });
  if (working === elapsed) return after;
  return `${after} ${t('lead.response.working', { time: spanText(t, working, false) })}`;
}

/** What the answers suggest, and why, in one sentence. */
export function suggestedText(t: Translator, { status, has, lacks }: Suggestion): string {
  const list = (signs: readonly Sign[]) => signs.map((sign) => t(`sign.${sign}`)).join(', ');
  const why = t(`suggest.${status}`, { has: list(has), lacks: list(lacks) });
  return t('suggest', { status: statusText(t, status), why });
}
