import { whoIsMade } from '../../cards/made.ts';
import { type Choice, twinsCard } from '../../cards/twins.ts';
import { Asking } from '../../chat/asking.ts';
import { askKey, shownKey, type Wire } from '../../chat/wire.ts';
import type { Profiled } from '../../crm/attributes/attributes.ts';
import type { Said } from '../../crm/attributes/columns.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { customFieldsOf } from '../../crm/custom/fields.ts';
import { apartText, TwinsFound } from '../../crm/duplicates/stop.ts';
import type { Twin } from '../../crm/duplicates/twins.ts';
import { Unsure } from '../../crm/records/made.ts';
import { changes } from '../../crm/visibility.ts';
import { views } from './card.ts';
import { saidAsTyped } from './said.ts';
import { typedOf } from './typed.ts';

/** Twins that buttons are offered for. */
const most = 3;

/**
 * Does it, or where it stops at likely twins, its own or those of a company that is made with it, shows them to the
 * person, who goes on with one of them or all the same; what was said is kept. `self` is the record that is edited.
 */
export async function orChoose<T>(
  ctx: Ctx,
  kind: Profiled,
  said: Said,
  work: () => Promise<T>,
  self?: number,
): Promise<T> {
  const verb = self === undefined ? 'add' : 'edit';
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unsure) throw whoIsMade(`${kind}.${verb}`, error);
    if (!(error instanceof TwinsFound)) throw error;
    const { twins } = error;
    const typed = saidAsTyped(ctx, kind, said);
    const target: Wire = self === undefined ? {} : { [kind]: code(kind, self), [shownKey]: '1' };
    const again = { ...target, ...typed, apart: apartText(twins) };
    const offered = twins.slice(0, most);
    const choices = await Promise.all(offered.map((twin) => choiceOf(ctx, kind, twin, typed, self)));
    throw new Asking(error, (t) => twinsCard(t, { twins, choices, again, command: `${kind}.${verb}` }));
  }
}

/**
 * How to go on with a twin of the same kind: what was said of a new record fills what the twin does not say yet, one
 * that is here already is merged.
 */
async function choiceOf(
  ctx: Ctx,
  kind: Profiled,
  twin: Twin,
  typed: Wire,
  self: number | undefined,
): Promise<Choice> {
  const { id } = twin;
  const record = twin.kind === kind ? await views[kind](ctx, id) : null;
  if (!record || !changes(ctx, kind, record.ownerId)) return { twin };
  if (self !== undefined) return { twin, merge: { keep: code(kind, id), other: code(kind, self) } };
  const has = typedOf(ctx.t, kind, record, customFieldsOf(ctx.custom, kind));
  const more = Object.entries(typed).filter(([name]) => has[name] === undefined);
  return { twin, complete: { ...Object.fromEntries(more), [kind]: code(kind, id), [askKey]: '1' } };
}
