import { quoted } from '../../../db/bulk.ts';
import { Prisma } from '../../../db/client.ts';
import { type Reading, unread } from '../../../lib/errors.ts';
import { plain, shorten } from '../../../lib/text.ts';
import type { Ctx } from '../../context.ts';
import type { FilterField } from '../fields.ts';
import type { Test } from '../parse.ts';

/** Which records `r` fit one test of a field. */
export type Compare = (
  ctx: Ctx,
  field: FilterField,
  test: Test,
) => Reading<Prisma.Sql> | Promise<Reading<Prisma.Sql>>;

/** The column of the record `r`; of a field that an admin has added, its value as text. */
export function columnOf({ column }: Pick<FilterField, 'column'>): Prisma.Sql {
  if (typeof column === 'string') return Prisma.sql`r.${quoted(column)}`;
  // A parameter in the place of a key would be taken for a position in a list.
  return Prisma.sql`r.custom ->> ${Prisma.raw(`'${Number(column)}'`)}`;
}

/** A test's value as it was typed, for what has no order. */
export const typed = (test: Test) => (test.op === '..' ? `${test.from}..${test.to}` : test.text);

/** Nothing is called so. */
export const none = (said: string) => unread('filter.none', { text: plain(shorten(said, 40)) });
