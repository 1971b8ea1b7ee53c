import type { Card } from '../chat/card.ts';
import type { Decision } from '../crm/assignment/assigner.ts';
import type { ListedRule } from '../crm/assignment/list.ts';
import type { Translator } from '../i18n/index.ts';
import { formatCountRange } from '../lib/count-range.ts';
import { decided } from './assigned.ts';
import { actions, sourceText } from './parts.ts';

/** «Region: North · Size: >=50», or that it takes any lead. */
export function conditionsText(t: Translator, rule: ListedRule): string {
  const size = { min: rule.minEmployees, max: rule.maxEmployees };
  const said = [
    rule.region && `${t('field.region')}: ${rule.region}`,
    rule.industry && `${t('field.industry')}: ${rule.industry}`,
    rule.source && `${t('field.source')}: ${sourceText(t, rule.source)}`,
    (size.min ?? size.max) !== null && `${t('field.size')}: ${formatCountRange(size)}`,
  ].filter(Boolean);
  return said.length ? said.join(' · ') : t('assign.any');
}

/** The rules in the order in which they are tried; managers change them. */
export function rulesCard(t: Translator, rules: readonly ListedRule[]): Card {
  const add = { label: t('title.assign.add'), command: 'assign.add', wire: {} };
  if (rules.length === 0)
    return {
      title: [t('assign.no_rules')],
      blocks: [{ kind: 'text', text: [t('assign.no_rules_how')] }, ...actions(add)],
    };
  return {
    title: [t('assign.listing', { count: rules.length })],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: '#', align: 'left' },
          { label: t('assign.when'), align: 'left' },
          { label: t('field.to'), align: 'left' },
          { label: t('field.by'), align: 'left' },
        ],
        rows: rules.map((rule) => [
          [String(rule.id)],
          [conditionsText(t, rule)],
          [rule.members.map(({ name, active }) => (active ? name : t('assign.left', { name }))).join(', ')],
          [t(rule.method === 'WORKLOAD' ? 'assign.by.workload' : 'assign.by.turns')],
        ]),
      },
      { kind: 'note', text: [t('assign.in_order')] },
      ...actions(
        add,
        { label: t('title.assign.edit'), command: 'assign.edit', wire: {} },
        { label: t('title.assign.move'), command: 'assign.move', wire: {} },
        { label: t('title.assign.remove'), command: 'assign.remove', wire: {} },
      ),
    ],
  };
}

/** Who would get a lead now, and why; nothing was done. */
export function triedCard(
  t: Translator,
  lead: { readonly id: number; readonly name: string },
  decision: Decision | null,
): Card {
  const [said] = decided(t, decision);
  const give = { label: t('title.lead.assign'), command: 'lead.assign', wire: { lead: String(lead.id) } };
  return {
    title: [t('assign.tried', { lead: lead.name })],
    ...(!decision?.chosen && { tone: 'warn' as const }),
    blocks: [
      { kind: 'text', text: [said ?? t('assign.no_fit')] },
      ...(decision?.chosen ? actions(give) : []),
    ],
  };
}
