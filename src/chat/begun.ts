import type { Action, Card } from './card.ts';
import type { AnyCommand } from './command.ts';
import type { Asker } from './dispatch.ts';
import type { Field } from './field.ts';
import { askKey, beginKey, type Wire } from './wire.ts';

/**
 * Parts the name of a record from the text it begins. The wire with both where the text begins with the whole name of
 * one record; else the question which is meant, and a wire that waits for it no longer.
 */
export async function begun<C extends Asker>(
  ctx: C,
  command: AnyCommand<C>,
  typed: Wire,
): Promise<{ readonly wire?: Wire; readonly card?: Card }> {
  const { [beginKey]: place, ...wire } = typed;
  if (!place) return {};
  const field: Field<unknown, C> | undefined = command.fields[place];
  const behind = command.positional[command.positional.indexOf(place) + 1];
  if (!field?.lookup?.begun || wire[place] || !behind || !wire[behind]) return { wire };
  const text = wire[behind];
  const found = await field.lookup.begun(ctx, text);
  const placed = found.map(({ value, rest }) => ({ ...wire, [place]: value, [behind]: rest }));
  if (placed.length === 1 && placed[0] && found[0]?.whole) return { wire: placed[0] };
  const actions = [
    ...found.slice(0, 9).map(({ label, rest }, i): Action => {
      return { label: `${label}: ${rest}`, command: command.id, wire: placed[i] as Wire };
    }),
    { label: ctx.t('form.fix'), command: command.id, wire: { ...wire, [askKey]: '1' } },
  ];
  const title = [ctx.t(found.length ? 'problem.begin.some' : 'problem.begin.none', { text })];
  return { wire, card: { title, tone: 'warn', blocks: [{ kind: 'actions', actions }] } };
}

/**
 * The same for a form, where what stands behind was taken for a part of the name: `deal lost Kho lạnh giá cao quá`,
 * `deal move kho báo giá`. Only where the words are no record's name, and begin with that of one alone: whoever reads
 * the form sees it.
 */
export async function partedForForm<C extends Asker>(
  ctx: C,
  { positional: [place = '', behind = ''], fields }: AnyCommand<C>,
  wire: Wire,
): Promise<Wire> {
  const { lookup }: Partial<Field<unknown, C>> = fields[place] ?? {};
  const next: Field<unknown, C> | undefined = fields[behind];
  const text = wire[place];
  const isNext = next?.control.kind === 'text' || next?.lookup;
  if (!lookup?.begun || !text?.includes(' ') || wire[behind] || !isNext) return wire;
  if ((await lookup.resolve(ctx, text)).kind !== 'none') return wire;
  const [only, ...others] = await lookup.begun(ctx, text);
  if (!only || others.length > 0) return wire;
  const [meant, ...more] = (await next.lookup?.search(ctx, only.rest)) ?? [];
  return { ...wire, [place]: only.value, [behind]: meant && more.length === 0 ? meant.value : only.rest };
}
