import { readMoney } from '../../lib/money/index.ts';
import type { FilterField } from './fields.ts';

/**
 * A filter in which an amount that is compared with has the key it lacks, where only one field is an amount: `>500tr`
 * of deals is `amount:">500tr"`. A bare number may be anything. Undefined where that is so. `figure` is how the rest of
 * the text begins, three words at most.
 */
export function withKey(
  text: string,
  figure: string,
  fields: readonly FilterField[],
  currency: string,
): string | undefined {
  const [field, ...others] = fields.filter(({ sort }) => sort === 'money');
  if (!field || others.length > 0) return undefined;
  const words = figure.split(' ');
  for (let size = words.length; size > 0; size--) {
    const said = words.slice(0, size).join(' ');
    const amount = said.replace(/^[<>=≥≤]+\s*/, '');
    if (text.includes(said) && /[^\d\s.,]/.test(amount) && readMoney(amount, currency).ok)
      return text.replace(said, () => `"${field.name}":"${said}"`);
  }
  return undefined;
}
