import { hidden } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { type LeadStatus, settable } from '../../crm/leads/states.ts';

const all = ['NEW', ...settable, 'CONVERTED'] as const satisfies readonly LeadStatus[];

const option = <S extends LeadStatus>(value: S) => ({
  value,
  label: `choice.status.${value.toLowerCase() as Lowercase<S>}` as const,
});

/** Any state, to ask for. */
export const status = choice<LeadStatus, Ctx>({ options: all.map(option) });

/** A state that somebody decides on. */
export const decided = choice<(typeof settable)[number], Ctx>({
  hint: 'hint.status',
  options: settable.map(option),
});

/** The state that the person saw when they pressed the button. */
export const seen = hidden(status);
