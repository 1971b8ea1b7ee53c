import { actions } from '../../cards/parts.ts';
import { Asking } from '../../chat/asking.ts';
import type { Ctx } from '../../crm/context.ts';
import type { Stage } from '../../crm/deals/stages.ts';
import { filterFields, keysOf } from '../../crm/filter/fields.ts';
import { plainly } from '../../crm/filter/parse.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { Refusal } from '../../i18n/refusal.ts';
import { dayOf, readPeriod } from '../../lib/dates/index.ts';

/** Days that are asked for, which of a deal's days where that was said, and the words beside. */
interface Dated {
  readonly days: string;
  readonly text: string;
  readonly key?: Dating | undefined;
  readonly others: string;
}

const datings = ['close', 'closed', 'created'] as const;
type Dating = (typeof datings)[number];

/** The longest period among words, with what stands before it: `won this month`, `hạn tháng này`. */
export function periodBeside(ctx: Ctx, words: string): Dated | null {
  const today = dayOf(ctx.now, ctx.zone);
  const parts = words.split(' ');
  for (let size = parts.length; size > 0; size--)
    for (let at = 0; at <= parts.length - size; at++) {
      const text = parts.slice(at, at + size).join(' ');
      const period = readPeriod(text, { today });
      if (!period.ok) continue;
      const { from, to } = period.value;
      const before = parts.slice(0, at);
      const { key, size: named } = datingAt(ctx, before);
      const others = [...before.slice(0, at - named), ...parts.slice(at + size)].join(' ');
      return { days: `${from}..${to}`, text, key, others };
    }
  return null;
}

/** Which day of a deal's the words end in, and in how many of them: `dự kiến chốt`. */
function datingAt(ctx: Ctx, words: readonly string[]): { key?: Dating; size: number } {
  const keys = keysOf(filterFields('deal', ctx.custom));
  for (let size = Math.min(3, words.length); size > 0; size--) {
    const name = keys.get(plainly(words.slice(-size).join(' ')));
    const key = datings.find((one) => one === name);
    if (key) return { key, size };
  }
  return { size: 0 };
}

/**
 * A filter for deals of a period: those in stages of a deal's end were closed then. Of others it is asked which of their
 * days is meant.
 */
export function inPeriod(
  stages: readonly Stage[] | undefined,
  filter: string | undefined,
  { days, text, key }: Dated,
): string {
  // What closed was expected before; who asks what may close wants the open ones.
  const asked = (one: Dating) =>
    saidBefore(filter, { [one]: days, ...(one === 'close' && !stages && { stage: 'open' }) });
  if (key) return asked(key);
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
          filter: asked(key),
        },
      })),
    ),
  }));
}
