import { Prisma } from '../../../db/client.ts';
import { type Day, dayOf, periodInstants, readDay, readPeriod } from '../../../lib/dates/index.ts';
import { readDecimal } from '../../../lib/decimals.ts';
import { type Reading, read } from '../../../lib/errors.ts';
import { readMoney } from '../../../lib/money/index.ts';
import type { Ctx } from '../../context.ts';
import type { Test } from '../parse.ts';
import { type Compare, columnOf } from './asked.ts';
import { ranged } from './ranged.ts';

/** The first and the last value that a text stands for: of a number itself, of `this month` its days. */
interface Stretch {
  readonly from: Prisma.Sql;
  readonly to: Prisma.Sql;
}

/** What has an order, compared with what `read` makes of a text. */
function ordered(
  column: Prisma.Sql,
  test: Test,
  stretch: (text: string) => Reading<Stretch>,
): Reading<Prisma.Sql> {
  if (test.op === '..') {
    const [first, last] = [stretch(test.from), stretch(test.to)];
    if (!first.ok) return first;
    return last.ok ? read(Prisma.sql`${column} BETWEEN ${first.value.from} AND ${last.value.to}`) : last;
  }
  const found = stretch(test.text);
  if (!found.ok) return found;
  const { from, to } = found.value;
  switch (test.op) {
    case '=':
      return read(Prisma.sql`${column} BETWEEN ${from} AND ${to}`);
    case '<':
      return read(Prisma.sql`${column} < ${from}`);
    case '<=':
      return read(Prisma.sql`${column} <= ${to}`);
    case '>':
      return read(Prisma.sql`${column} > ${to}`);
    case '>=':
      return read(Prisma.sql`${column} >= ${from}`);
  }
}

export const number: Compare = (_, field, test) =>
  ordered(
    Prisma.sql`(${columnOf(field)})::numeric`,
    ranged(test, (text) => readDecimal(text).ok),
    (text) => {
      const value = readDecimal(text);
      return value.ok ? read(point(Prisma.sql`${value.value}::numeric`)) : value;
    },
  );

const point = (at: Prisma.Sql): Stretch => ({ from: at, to: at });

/** Amounts in the currency that was said; others are not comparable. */
export const money: Compare = (ctx, field, said) => {
  const test = ranged(said, (text) => readMoney(text, ctx.currency).ok);
  const texts = test.op === '..' ? [test.from, test.to] : [test.text];
  const currencies = texts.map((text) => {
    const amount = readMoney(text, ctx.currency);
    return amount.ok ? amount.value.currency : ctx.currency;
  });
  const { amount, currency } = moneyColumns(field);
  const compared = ordered(amount, test, (text) => {
    const said = readMoney(text, currencies.at(-1) ?? ctx.currency);
    return said.ok ? read(point(Prisma.sql`${said.value.amount}::numeric`)) : said;
  });
  return compared.ok
    ? read(Prisma.sql`(${currency} = ${currencies.at(-1)} AND ${compared.value})`)
    : compared;
};

function moneyColumns(field: Parameters<Compare>[1]) {
  if (typeof field.column === 'string') {
    const { currency = `${field.column}Currency` } = field;
    return { amount: columnOf(field), currency: columnOf({ ...field, column: currency }) };
  }
  const held = Prisma.sql`(${columnOf(field)})::json`;
  return {
    amount: Prisma.sql`(${held} ->> 'amount')::numeric`,
    currency: Prisma.sql`${held} ->> 'currency'`,
  };
}

/** A calendar day. What is planned is read as what comes, what was as what has been. */
export const day: Compare = (ctx, field, test) =>
  ordered(Prisma.sql`(${columnOf(field)})::date`, test, (text) => {
    const days = daysOf(ctx, text, field.column === 'birthday' ? 'past' : 'future');
    if (!days.ok) return days;
    return read({ from: Prisma.sql`${days.value.from}::date`, to: Prisma.sql`${days.value.to}::date` });
  });

export const moment: Compare = (ctx, field, test) => moments(ctx, columnOf(field), test);

/** Moments in a column, compared with the days that were said. */
export const moments = (ctx: Ctx, column: Prisma.Sql, test: Test): Reading<Prisma.Sql> =>
  // One year may stand for both ends: `1/3..31/3/2025`.
  ordered(column, test.op === '..' ? { op: '=', text: `${test.from}..${test.to}` } : test, (text) => {
    const days = daysOf(ctx, text, 'past');
    if (!days.ok) return days;
    const { start, end } = periodInstants(days.value, ctx.zone);
    // Moments are kept to the millisecond.
    return read({ from: Prisma.sql`${start}`, to: Prisma.sql`${new Date(end.getTime() - 1)}` });
  });

/** The days that a text stands for. */
export function daysOf(ctx: Ctx, text: string, prefer: 'past' | 'future'): Reading<{ from: Day; to: Day }> {
  const today = dayOf(ctx.now, ctx.zone);
  const one = prefer === 'future' ? readDay(text, { today, prefer }) : undefined;
  return one?.ok ? read({ from: one.value, to: one.value }) : readPeriod(text, { today });
}
