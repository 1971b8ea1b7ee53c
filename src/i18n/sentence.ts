import { formatDay } from '../lib/dates/index.ts';
import type { Problem } from '../lib/errors.ts';
import { formatMoney } from '../lib/format.ts';
import type { Key, Translator } from './index.ts';

/** The sentence for a problem, with its days, amounts and reasons as the reader writes them. */
export function sentence(t: Translator, { code, args = {} }: Problem): string {
  const shown = Object.entries(args).map(([name, value]) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) && name !== 'text')
      return [name, formatDay(String(value), t.locale)];
    if (name === 'reasons') return [name, reasonsText(t, String(value))];
    if (code === 'money.two_readings' && (name === 'a' || name === 'b'))
      return [name, formatMoney({ amount: String(value), currency: String(args.currency) }, t.locale)];
    return [name, value];
  });
  return t.say(`problem.${code}` as Key, Object.fromEntries(shown));
}

/** Why two records may be one: `email,phone`. */
const reasonsText = (t: Translator, reasons: string) =>
  reasons
    .split(',')
    .map((why) => t.say(`twins.why.${why}` as Key))
    .join(', ');
