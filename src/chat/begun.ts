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
 * The same for a form, where the text is not required and so was taken for a part of the name: `deal lost Kho lạnh giá
 * cao quá`. Only where the words are no record's name, and begin with that of one alone: whoever reads the form sees it.
 */
export async function partedForForm<C extends Asker>(
  ctx: C,
  { positional: [place = '', behind = ''], fields }: AnyCommand<C>,
  wire: Wire,
): Promise<Wire> {
  const { lookup }: Partial<Field<unknown, C>> = fields[place] ?? {};
  const text = wire[place];
  if (!lookup?.begun || !text?.includes(' ') || wire[behind] || fields[behind]?.control.kind !== 'text')
    return wire;
  if ((await lookup.resolve(ctx, text)).kind !== 'none') return wire;
  const [only, ...others] = await lookup.begun(ctx, text);
  return only && others.length === 0 ? { ...wire, [place]: only.value, [behind]: only.rest } : wire;
}
