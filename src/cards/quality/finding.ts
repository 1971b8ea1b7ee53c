import type { Card } from '../../chat/card.ts';
import { code, type Kind } from '../../crm/codes.ts';
import type { Translator } from '../../i18n/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Rule } from '../../metrics/quality/rules.ts';
import { showAction } from '../deal.ts';
import { type About, wireOf } from '../metrics/notes.ts';
import { actions, day, fact } from '../parts.ts';
import { fixes, type Mending } from './fixes.ts';
import { ruleText } from './words.ts';

/** A record at which a walk stops. */
export interface Stop extends Mending {
  readonly kind: Kind;
  readonly id: number;
  readonly rule: Rule;
  readonly name: string;
  /** Whose contact, deal or lead it is. */
  readonly company: string | null;
  readonly owner: string | null;
  readonly closeOn: Date | null;
  /** Records behind this one. */
  readonly left: number;
}

/** One record with what is wrong with it, the buttons that mend that, and the way on. */
export function findingCard(t: Translator, stop: Stop, about: About): Card {
  const { kind, id, rule, name, twins, left } = stop;
  const record = code(kind, id);
  const next = { finding: rule, after: record, ...wireOf({ owner: about.owner }) };
  const line = Object.entries(next).map(([key, value]) => `${key}:${value}`);
  const mending = fixes(t, stop, `findings ${line.join(' ')}`);
  return {
    title: [`${record} · `, { bold: name }],
    tone: 'warn',
    blocks: [
      { kind: 'text', text: [{ bold: ruleText(t, rule) }] },
      {
        kind: 'facts',
        facts: [
          ...fact(t('field.owner'), stop.owner ?? t('deal.no_owner')),
          ...fact(t('field.company'), stop.company),
          ...fact(t('field.close'), day(t, stop.closeOn)),
          ...fact(t('quality.twins'), twins.map((twin) => `${twin.code} ${twin.name}`).join(', ')),
        ],
      },
      ...(stop.changes || mending.length ? [] : [{ kind: 'note' as const, text: [t('quality.not_yours')] }]),
      ...actions(...mending, showAction(t, kind, id), {
        label: left ? t('quality.next', { count: formatNumber(left, t.locale) }) : t('quality.finish'),
        command: 'crm.findings',
        wire: next,
        replace: true,
      }),
    ],
  };
}
