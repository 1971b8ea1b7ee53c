import { begun } from './begun.ts';
import type { Action, Block, Card } from './card.ts';
import type { AnyCommand } from './command.ts';
import type { Asker } from './dispatch.ts';
import type { Field } from './field.ts';
import { labelOf } from './form.ts';
import { didYouMean, meantAction, type Near } from './near.ts';
import { errorsIn } from './plan.ts';
import type { Answer } from './platform.ts';
import { askKey, type Wire } from './wire.ts';

type Mistake = Omit<Answer, 'visibility' | 'ok'>;
type Outcome = { ok: true; input: Record<string, unknown> } | { ok: false; answer: Mistake };

/**
 * Turns a wire into what `run` takes; lookups are resolved here. A mistake says what to do and offers the form, and
 * before it the command that was meant where the line was `near` to one, and what could be made where none was found.
 */
export async function resolve<C extends Asker>(
  command: AnyCommand<C>,
  typed: Wire,
  ctx: C,
  near?: Near,
): Promise<Outcome> {
  const { wire = typed, card } = await begun(ctx, command, typed);
  if (card) return { ok: false, answer: { card } };
  const errors = errorsIn(command, wire, ctx.t, ctx);
  const input: Record<string, unknown> = {};
  const makes: Action[] = [];
  for (const [name, field] of Object.entries(command.fields) as [string, Field<unknown, C>][]) {
    if (errors[name]) continue;
    if (wire[name] === '' && !field.required) input[name] = null;
    const text = wire[name] || field.fallback;
    if (text === undefined || text === '') continue;
    const reading = field.read(text, ctx);
    if (!reading.ok) continue;
    if (!field.lookup) {
      input[name] = reading.value;
      continue;
    }
    const found = await field.lookup.resolve(ctx, text);
    if (found.kind === 'one') input[name] = found.value;
    else if (found.kind === 'many')
      return { ok: false, answer: which(command, wire, name, field, text, found.options, ctx) };
    else {
      errors[name] = ctx.t('problem.lookup.none', { label: labelOf(ctx.t, name, field as never), text });
      const { value, label } = field.lookup.make?.(ctx, text) ?? {};
      if (value && label)
        makes.push({ label, style: 'primary', command: command.id, wire: { ...wire, [name]: value } });
    }
  }
  return Object.keys(errors).length
    ? { ok: false, answer: wrong(command, wire, errors, makes, ctx, near) }
    : { ok: true, input };
}

const mostChoices = 10;

/** «Which one?»: a button for each record that the name fits. */
function which<C extends Asker>(
  command: AnyCommand<C>,
  wire: Wire,
  name: string,
  field: Field<unknown, C>,
  text: string,
  options: readonly { value: string; label: string }[],
  ctx: C,
): Mistake {
  const label = labelOf(ctx.t, name, field as never);
  const question = ctx.t('problem.lookup.many', { label, text });
  const actions = options
    .slice(0, mostChoices)
    .map((o): Action => ({ label: o.label, command: command.id, wire: { ...wire, [name]: o.value } }));
  const more: Block[] =
    options.length > mostChoices ? [{ kind: 'note', text: [ctx.t('problem.lookup.more')] }] : [];
  return {
    card: { title: [question], tone: 'warn', blocks: [{ kind: 'actions', actions }, ...more] },
    errors: { [name]: question },
  };
}

function wrong<C extends Asker>(
  command: AnyCommand<C>,
  wire: Wire,
  errors: Record<string, string>,
  makes: readonly Action[],
  ctx: C,
  near?: Near,
): Mistake {
  const sentences = [...(near ? [didYouMean(ctx.t, near)] : []), ...Object.values(errors)];
  const [first, ...others] = sentences;
  const fix: Action = {
    label: ctx.t('form.fix'),
    ...(!near && makes.length === 0 && { style: 'primary' }),
    command: command.id,
    wire: { ...wire, [askKey]: '1' },
  };
  const card: Card = {
    title: [first as string],
    tone: 'warn',
    blocks: [
      ...others.map((text) => ({ kind: 'text', text: [text] }) as const),
      { kind: 'actions', actions: [...(near ? [meantAction(near)] : makes), fix] },
    ],
  };
  // A form stays open for what must be mended in it; what a press makes is asked about by the card.
  return Object.keys(errors).length > makes.length ? { card, errors } : { card };
}
