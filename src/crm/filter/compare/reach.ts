import { quoted } from '../../../db/bulk.ts';
import { Prisma } from '../../../db/client.ts';
import { read, unread } from '../../../lib/errors.ts';
import { readPhone } from '../../../lib/phone.ts';
import { plain, shorten } from '../../../lib/text.ts';
import { type Compare, columnOf, typed } from './asked.ts';
import { escaped } from './text.ts';

/** A telephone number however it is written, or some digits in a row of one. */
export const phones: Compare = (_, field, test) => {
  const said = typed(test);
  const phone = readPhone(said);
  const digits = phone.ok ? phone.value : said.replaceAll(/\D/g, '').replace(/^0/, '');
  if (!digits) return unread('phone.unreadable', { text: plain(shorten(said, 40)) });
  return read(anyHas(field.column, digits));
};

/** An address or a part of one: `@acme.vn`. */
export const emails: Compare = (_, field, test) => read(anyHas(field.column, typed(test)));

/** The first one stands in its own column, all others in a list beside it. */
function anyHas(column: string | number, part: string): Prisma.Sql {
  const others = quoted(`${column}s`);
  const like = `%${escaped(part.toLowerCase())}%`;
  return Prisma.sql`(lower(${columnOf({ column })}) LIKE ${like} OR EXISTS (
    SELECT FROM jsonb_array_elements(r.${others}) one WHERE lower(one ->> 'value') LIKE ${like}))`;
}
