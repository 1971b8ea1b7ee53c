import { Prisma } from '../../db/client.ts';
import { readPhone } from '../../lib/phone.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { type Hit, seenWhere } from './search.ts';

/** Records with this e-mail address, phone number (however it is written) or tax code. */
export async function byContact(ctx: Ctx, among: readonly Kind[], query: string): Promise<Hit[]> {
  const typed = query.trim().toLowerCase();
  const phone = readPhone(query);
  const called = phone.ok ? [Prisma.sql`r.phone = ${phone.value}`] : [];
  const person = [...(typed.includes('@') ? [Prisma.sql`lower(r.email) = ${typed}`] : []), ...called];
  const company = /\d{8}/.test(typed) ? [Prisma.sql`lower(r.tax_code) = ${typed}`, ...called] : [];
  const conditions: Record<Kind, Prisma.Sql[]> = { deal: [], lead: person, contact: person, company };
  const found = among.map((kind) => {
    const any = conditions[kind];
    return any.length ? seenWhere(ctx, kind, Prisma.sql`(${Prisma.join(any, ' OR ')})`, 5) : [];
  });
  return (await Promise.all(found)).flat();
}
