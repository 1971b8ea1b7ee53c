import { Prisma } from '../../../db/client.ts';
import { dayOf } from '../../../lib/dates/index.ts';
import { read } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import { type Compare, columnOf } from './asked.ts';
import { day, daysOf } from './order.ts';

/**
 * The day of birth; asked for by days of about this year, as nobody is born then, those whose birthday falls on them:
 * `birthday:this month`, `birthday:20/12..5/1`.
 */
export const birthday: Compare = (ctx, field, test) => {
  const days = daysOf(ctx, test.op === '..' ? `${test.from}..${test.to}` : test.text, 'past');
  if (!['=', '..'].includes(test.op) || !days.ok || Number(days.value.from.slice(0, 4)) < yearOf(ctx) - 1)
    return day(ctx, field, test);
  const { from, to } = days.value;
  // Days of the year in the order of the year; a span over its end is two.
  const [first, last] = [from.slice(5), to.slice(5)];
  const born = Prisma.sql`to_char(${columnOf(field)}, 'MM-DD')`;
  return read(
    first <= last
      ? Prisma.sql`${born} BETWEEN ${first} AND ${last}`
      : Prisma.sql`(${born} >= ${first} OR ${born} <= ${last})`,
  );
};

const yearOf = (ctx: Ctx) => Number(dayOf(ctx.now, ctx.zone).slice(0, 4));
