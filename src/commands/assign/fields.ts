import { type Field, optional } from '../../chat/field.ts';
import { choice, text } from '../../chat/fields.ts';
import type { AssignmentRule } from '../../crm/assignment/rules.ts';
import type { Ctx } from '../../crm/context.ts';
import { type CountRange, readCountRange } from '../../lib/count-range.ts';
import { source } from '../fields.ts';

const size: Field<CountRange, Ctx> = {
  control: { kind: 'text', max: 30, multiline: false },
  hint: 'hint.size',
  required: true,
  read: readCountRange,
};

export const by = choice<'turns' | 'workload', Ctx>({
  options: [
    { value: 'turns', label: 'assign.by.turns' },
    { value: 'workload', label: 'assign.by.workload' },
  ],
});

export const methodOf = (by: 'turns' | 'workload'): AssignmentRule['method'] =>
  by === 'workload' ? 'WORKLOAD' : 'ROUND_ROBIN';

/** The conditions of a rule and how it shares out; whom it names is asked by each command. */
export const conditions = {
  region: optional(text<Ctx>({ max: 200, hint: 'hint.any_of' })),
  industry: optional(text<Ctx>({ max: 200, hint: 'hint.any_of' })),
  source: optional(source),
  size: optional(size),
};
