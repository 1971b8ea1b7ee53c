import { foldCompany } from '../../lib/fold.ts';
import type { Marks } from './marks.ts';

/**
 * Keys of which twins share one: what has none in common need not be compared. A name counts for a company, and for a
 * person within one. The surest first.
 */
export function keysOf(people: boolean, { name, phones, emails, taxCode, companyName }: Marks): string[] {
  const within = people ? companyName && `c${foldCompany(companyName).replaceAll(' ', '')} ` : 'n';
  return [
    ...(taxCode ? [`t${taxCode}`] : []),
    ...emails.map((email) => `e${email}`),
    ...phones.map((phone) => `p${phone}`),
    ...(within ? nameKeys(name).map((key) => within + key) : []),
  ];
}

/** Whether records of this key have no more than a likely name in common. */
export const isNameKey = (key: string) => key.startsWith('n') || key.startsWith('c');

/** What is left of a name when one of its words is misspelt, in whatever order: `name_keys` of the database. */
export function nameKeys(name: string): string[] {
  const words = foldCompany(name).split(' ').filter(Boolean);
  const whole = `=${words.join('')}`;
  if (words.length === 1) return [whole, `^${whole.slice(1, 4)}`, `$${whole.slice(1).slice(-3)}`];
  return [whole, ...words.map((word, i) => `${words.toSpliced(i, 1).sort().join(' ')} _${word.slice(0, 1)}`)];
}
