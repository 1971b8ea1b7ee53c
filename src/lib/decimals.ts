import { type Reading, read, unread } from './errors.ts';
import { plain, shorten } from './text.ts';

export type DecimalProblem = 'decimal.unreadable';

/**
 * A plain number as people write it, to a plain decimal: `1.234,5`, `1,234.5` → `1234.5`; `3,5` → `3.5`. One mark before
 * exactly three digits groups thousands, as in amounts.
 */
export function readDecimal(text: string): Reading<string, DecimalProblem> {
  const typed = text.trim().replaceAll(/[ \u00a0\u202f]/g, '');
  const [, sign = '', body = ''] = /^([-−]?)(\d[\d.,]*)$/.exec(typed) ?? [];
  const grouped = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:([.,])(\d+))?$/.exec(body);
  const simple = /^(\d+)(?:[.,](\d+))?$/.exec(body);
  if (body.length > 18 || (!grouped && !simple) || (grouped?.[2] && grouped[1] === grouped[2]))
    return unread('decimal.unreadable', { text: plain(shorten(text, 40)) });
  const [whole, fraction] = grouped
    ? [(grouped[2] ? body.slice(0, body.lastIndexOf(grouped[2])) : body).replaceAll(/\D/g, ''), grouped[3]]
    : [simple?.[1] ?? '', simple?.[2]];
  const part = fraction?.replace(/0+$/, '');
  const value = whole.replace(/^0+(?=\d)/, '') + (part ? `.${part}` : '');
  return read(sign && value !== '0' ? `-${value}` : value);
}

/** As `readDecimal` reads it: three decimals would group thousands, four do not. */
export function writeDecimal(value: string, locale: 'vi' | 'en'): string {
  const text = /\.\d{3}$/.test(value) ? `${value}0` : value;
  return locale === 'vi' ? text.replace('.', ',') : text;
}
