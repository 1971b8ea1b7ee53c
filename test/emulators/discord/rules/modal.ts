import type { Issue } from '../errors.ts';
import type { Json } from '../store.ts';
import { duplicates, flatten } from './components.ts';

const LABEL = 18;
const TEXT_INPUT = 4;

/** What the OpenAPI does not say of a modal: five questions, no label twice, values that fit. */
export function modalIssues(modal: Json): Issue[] {
  const top = (modal.components ?? []) as Json[];
  const issues: Issue[] = [];
  if (top.length > 5)
    issues.push({ path: ['data', 'components'], message: 'Must be between 1 and 5 in length.' });
  const inputs = top.flatMap((component, i): [Json, string[]][] => {
    const path = ['data', 'components', String(i)];
    if (component.type === LABEL) return [[component.component as Json, [...path, 'component']]];
    return flatten((component.components ?? []) as Json[], [...path, 'components']);
  });
  for (const [i, component] of top.entries())
    if (component.type === LABEL && (component.component as Json).label)
      issues.push({
        path: ['data', 'components', String(i), 'component', 'label'],
        message: 'A text input inside a label has no label',
      });
  for (const [input, path] of inputs) {
    if (input.type === TEXT_INPUT) {
      const length = String(input.value ?? '').length;
      if (input.value && length > Number(input.max_length ?? 4000))
        issues.push({ path: [...path, 'value'], message: 'Longer than max_length' });
      if (input.value && length < Number(input.min_length ?? 0))
        issues.push({ path: [...path, 'value'], message: 'Shorter than min_length' });
    }
    if (input.disabled) issues.push({ path, message: 'Disabled components are not allowed in modals' });
    const options = (input.options ?? []) as Json[];
    if (options.filter((o) => o.default).length > Number(input.max_values ?? 1))
      issues.push({ path, message: 'More defaults than max_values' });
    if (new Set(options.map((o) => o.value)).size !== options.length)
      issues.push({ path, message: 'The specified option value is already used' });
  }
  return [...issues, ...duplicates(inputs)];
}
