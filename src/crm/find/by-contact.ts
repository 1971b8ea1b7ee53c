import { Prisma } from '../../db/client.ts';
import { readPhone } from '../../lib/phone.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { type Hit, seenWhere } from './search.ts';

/**
 * Records with this e-mail address, phone number (however it is written, with whatever extension where none is asked
 * for) or tax code: the main one or a further one, each by an index.
 */
export async function byContact(ctx: Ctx, among: readonly Kind[], query: string): Promise<Hit[]> {
  const typed = query.trim().toLowerCase();
  const phone = readPhone(query);
  const reached: Prisma.Sql[] = [];
  if (phone.ok)
    reached.push(
      Prisma.sql`r.phone = ${phone.value}`,
      Prisma.sql`r.phones @> ${holding(phone.value)}::jsonb`,
      Prisma.sql`(r.phone || r.phones::text) LIKE '%;ext=%' AND (r.phone || r.phones::text) LIKE ${`%${phone.value};%`}`,
    );
  if (typed.includes('@'))
    reached.push(
      Prisma.sql`lower(r.email) = ${typed}`,
      Prisma.sql`lower(r.emails::text)::jsonb @> ${holding(typed)}::jsonb`,
    );
  const coded = /\d{8}/.test(typed) ? [Prisma.sql`lower(r.tax_code) = ${typed}`] : [];
  const conditions: Record<Kind, Prisma.Sql[]> = {
    deal: [],
    lead: reached,
    contact: reached,
    company: [...reached, ...coded],
  };
  const found = among.map((kind) => {
    const any = conditions[kind];
    return any.length ? seenWhere(ctx, kind, Prisma.sql`(${Prisma.join(any, ' OR ')})`, 5) : [];
  });
  return (await Promise.all(found)).flat();
}

const holding = (value: string) => JSON.stringify([{ value }]);
