import type { FilterField } from '../fields.ts';
import type { Compare } from './asked.ts';
import { birthday } from './birthday.ts';
import { choice, yesno } from './choice.ts';
import { company, contact, member, product } from './links.ts';
import { needs } from './needs.ts';
import { day, moment, money, number } from './order.ts';
import { emails, phones } from './reach.ts';
import { closed, department, stage } from './stages.ts';
import { list, text } from './text.ts';

/** How each sort of field is compared. */
export const comparisons: Readonly<Record<FilterField['sort'], Compare>> = {
  text,
  list,
  choice,
  yesno,
  count: number,
  number,
  money,
  day: (ctx, field, test) => (field.column === 'birthday' ? birthday : day)(ctx, field, test),
  moment,
  closed,
  phones,
  emails,
  member,
  company,
  contact,
  product,
  stage,
  department,
  needs,
};

/** What several values parted by commas can be asked of; in a name or an amount a comma is a part of it. */
export const several: readonly FilterField['sort'][] = [
  ...([
    'text',
    'list',
    'choice',
    'yesno',
    'phones',
    'emails',
    'member',
    'product',
    'stage',
    'needs',
  ] as const),
];

/** What more and less can be asked of. */
export const orderly: readonly FilterField['sort'][] = [
  'count',
  'number',
  'money',
  'day',
  'moment',
  'closed',
];
