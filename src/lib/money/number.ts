/** What a number in figures says; `asDecimal` is the second reading of a lone mark before three digits. */
export interface Figures {
  readonly value: string;
  readonly asDecimal?: string;
}

const GROUPED = /^([1-9]\d{0,2}(?:([.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,2}|\d{4,}))?$/;

/**
 * Reads `1.250.000`, `1,250.50` or `1,2`. Undefined for broken groups and leading zeros (phones, dates).
 * One mark before exactly three digits groups thousands, but `0,125` can only be a decimal.
 */
export function readFigures(text: string): Figures | undefined {
  if (/^(0|[1-9]\d*)$/.test(text)) return { value: text };
  const grouped = GROUPED.exec(text);
  if (grouped) {
    const [, whole = '', , fraction] = grouped;
    const value = whole.replace(/[.,]/g, '') + (fraction ? `.${fraction}` : '');
    const lone = /^\d+[.,]\d{3}$/.test(text);
    return lone ? { value, asDecimal: text.replace(',', '.') } : { value };
  }
  const [, whole, fraction] = /^(0|[1-9]\d*)[.,](\d+)$/.exec(text) ?? [];
  if (!fraction || (fraction.length === 3 && whole !== '0')) return undefined;
  return { value: `${whole}.${fraction}` };
}
