import { sources } from '../crm/leads/sources.ts';
import { type Key, locales, translator } from '../i18n/index.ts';

/** What stored values are called in every language, by their catalogue keys `<prefix>.<value>`. */
export function called<const V extends string>(
  prefix: string,
  values: readonly V[],
): Readonly<Record<V, string[]>> {
  const keyOf = (value: V) => `${prefix}.${value.toLowerCase()}` as Key;
  const names = (value: V) => locales.map((locale) => translator(locale).say(keyOf(value)));
  return Object.fromEntries(values.map((value) => [value, names(value)])) as Record<V, string[]>;
}

/** The words for fixed values in all languages. */
export const words = {
  role: called('choice.role', ['VIEWER', 'REP', 'MARKETING', 'CARE', 'MANAGER', 'ADMIN']),
  status: called('choice.status', ['NEW', 'WORKING', 'MQL', 'SQL', 'CONVERTED', 'DISQUALIFIED']),
  source: called('choice.source', sources),
};
