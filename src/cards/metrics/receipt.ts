import type { Block, Card, Fact } from '../../chat/card.ts';
import type { Key, Translator } from '../../i18n/index.ts';
import { formatMoment } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Duration } from '../../metrics/durations.ts';
import { days } from '../../metrics/exact.ts';
import type { ResponseTime } from '../../metrics/leads-response.ts';
import type { Measured } from '../../metrics/measured.ts';
import type { Rule } from '../../metrics/quality/rules.ts';
import type { CountedRecord } from '../../metrics/records.ts';
import type { WinRate } from '../../metrics/win-rate.ts';
import { fact, sourceText } from '../parts.ts';
import { rulesText } from '../quality/words.ts';
import { figureOf } from './figure.ts';
import type { About } from './notes.ts';
import { excludedTexts, inUnit, metricName, periodText, spanText, valueText } from './words.ts';

/** How a figure came about: formula, numbers, what was left out, from when to when, whose, and the records. */
export function receiptCard(
  t: Translator,
  measured: Measured,
  records: readonly CountedRecord[],
  { owner }: About = {},
): Card {
  const { id, receipt, count } = measured;
  const { sight } = receipt;
  const seen = typeof sight === 'string' ? t(`seen.${sight}`) : t('seen.team', { count: sight.length });
  return {
    title: [t('receipt.title', { metric: metricName(t, id), value: valueText(t, measured) })],
    blocks: [
      { kind: 'text', text: [t.say(`formula.${id}`)] },
      {
        kind: 'facts',
        facts: [
          ...parts(t, measured),
          ...fact(
            t('receipt.excluded'),
            excludedTexts(t, measured.excluded).join('; ') || t('receipt.nothing'),
          ),
          ...fact(t('field.period'), receipt.period && periodText(t, receipt.period)),
          ...fact(t('field.owner'), owner?.name),
          ...fact(t('receipt.asof'), formatMoment(receipt.asOf, receipt.zone, t.locale)),
          ...fact(t('receipt.zone'), receipt.zone),
          ...fact(t('receipt.seen'), seen),
        ],
      },
      ...recordBlocks(t, measured, records, count - records.length),
    ],
    metrics: [figureOf(t, measured)],
  };
}

/** The numbers that the figure is made of. */
function parts(t: Translator, measured: Measured): Fact[] {
  const { id, unit, numerator, denominator } = measured;
  const label = (part: string) => t.say(`${part}.${id}` as Key);
  const facts = [
    ...fact(label('numerator'), numerator && inUnit(t, numerator, unit === 'percent' ? 'count' : unit)),
    ...(denominator === null ? [] : fact(label('denominator'), formatNumber(denominator, t.locale))),
  ];
  if (id === 'deals.win_rate') {
    const { byValue, open } = measured as WinRate;
    const amount = (value: string) => inUnit(t, value, byValue.currency);
    const share = byValue.value && inUnit(t, byValue.value, 'percent');
    const quotient = `${share} (${amount(byValue.numerator)} ÷ ${amount(byValue.denominator)})`;
    const left = excludedTexts(t, byValue.excluded).join('; ');
    facts.push(
      ...fact(
        t('receipt.by_value'),
        share && (left ? `${quotient}. ${t('excluded.note', { list: left })}` : quotient),
      ),
      ...fact(t('receipt.open'), formatNumber(open, t.locale)),
    );
  }
  if (id === 'leads.response_time') facts.push(...responseParts(t, measured as ResponseTime));
  if (unit === 'days' || unit === 'minutes') {
    const { median, p90 } = measured as Pick<Duration, 'median' | 'p90'> & Measured;
    facts.push(...fact(t('receipt.median'), median && inUnit(t, median, unit)));
    facts.push(...fact(t('receipt.p90'), p90 && inUnit(t, p90, unit)));
  }
  return facts;
}

/** What a mean of answers does not say: how it was in working time, and who still waits. */
function responseParts(t: Translator, { working, unanswered }: ResponseTime): Fact[] {
  const { count, oldest } = unanswered;
  return [
    ...fact(t('receipt.working'), working.value && spanText(t, Number(working.value), false)),
    ...fact(
      t('receipt.unanswered'),
      oldest ? t('receipt.waiting', { count, oldest: spanText(t, Number(oldest)) }) : '0',
    ),
  ];
}

function recordBlocks(
  t: Translator,
  { id, unit }: Measured,
  records: readonly CountedRecord[],
  more: number,
): Block[] {
  if (records.length === 0) return [];
  const part = (value: string | null) => {
    if (value === null) return '–';
    if (id === 'leads.new') return sourceText(t, value);
    if (id === 'quality.score') return rulesText(t, value.split(',') as Rule[]);
    if (unit === 'percent') return t.say(`outcome.${value}` as Key);
    if (unit === 'minutes') return spanText(t, Number(value) / 60);
    return unit === 'days' ? inUnit(t, days(value) ?? '0', unit) : inUnit(t, value, unit);
  };
  return [
    { kind: 'text', text: [t('receipt.records')] },
    {
      kind: 'table',
      columns: [
        { label: '#', align: 'left' },
        { label: t('receipt.column.name'), align: 'left' },
        { label: t('receipt.column.part'), align: unit === 'percent' || unit === 'count' ? 'left' : 'right' },
      ],
      rows: records.map(({ id, name, part: value }) => [[id], [name], [part(value)]]),
      ...(more > 0 && { more }),
    },
  ];
}
