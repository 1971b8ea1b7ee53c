import { actions } from '../../cards/parts.ts';
import { Asking } from '../../chat/asking.ts';
import type { Ctx } from '../../crm/context.ts';
import type { Stage } from '../../crm/deals/stages.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { Refusal } from '../../i18n/refusal.ts';
import { dayOf, readPeriod } from '../../lib/dates/index.ts';

/** The longest period among words, and the words beside it: `won this month`. */
export function periodBeside(ctx: Ctx, words: string): { days: string; text: string; others: string } | null {
  const today = dayOf(ctx.now, ctx.zone);
  const parts = words.split(' ');
  for (let size = parts.length; size > 0; size--)
    for (let at = 0; at <= parts.length - size; at++) {
      const text = parts.slice(at, at + size).join(' ');
      const period = readPeriod(text, { today });
      if (!period.ok) continue;
      const { from, to } = period.value;
      return { days: `${from}..${to}`, text, others: parts.toSpliced(at, size).join(' ') };
    }
  return null;
}

/**
 * A filter for deals of a period: those in stages of a deal's end were closed then. Of others it is asked which of their
 * days is meant.
 */
export function inPeriod(
  stages: readonly Stage[] | undefined,
  filter: string | undefined,
  { days, text }: { readonly days: string; readonly text: string },
): string {
  if (stages?.every(({ kind }) => kind !== 'OPEN')) return saidBefore(filter, { closed: days });
  const refusal = new Refusal('problem.deal.which_day', { text });
  const keys = stages ? (['close', 'created'] as const) : (['close', 'closed', 'created'] as const);
  throw new Asking(refusal, (t) => ({
    title: [refusal.in(t)],
    tone: 'warn',
    blocks: actions(
      ...keys.map((key) => ({
        label: `${t(`field.${key}`)}: ${text}`,
        command: 'deal.list' as const,
        wire: {
          ...(stages?.[0] && { stage: String(stages[0].id) }),
          // What closed was expected before; who asks what may close wants the open ones.
          filter: saidBefore(filter, { [key]: days, ...(key === 'close' && !stages && { stage: 'open' }) }),
        },
      })),
    ),
  }));
}
