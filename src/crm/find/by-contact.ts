import { Prisma } from '../../db/client.ts';
import { readPhone } from '../../lib/phone.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visible } from '../visibility.ts';
import { byId, type Hit } from './search.ts';

/** Records with this e-mail address, phone number (however it is written) or tax code. */
export async function byContact(ctx: Ctx, among: readonly Kind[], query: string): Promise<Hit[]> {
  const typed = query.trim().toLowerCase();
  const phone = readPhone(query);
  const where = [
    ...(typed.includes('@') ? [{ email: { equals: typed, mode: Prisma.QueryMode.insensitive } }] : []),
    ...(phone.ok ? [{ phone: phone.value }] : []),
  ];
  const [leads, contacts, companies] = await Promise.all([
    where.length && among.includes('lead')
      ? ctx.db.lead.findMany({
          where: { AND: [visible(ctx.sight), { OR: where }] },
          select: { id: true },
          take: 5,
        })
      : [],
    where.length && among.includes('contact')
      ? ctx.db.contact.findMany({ where: { OR: where }, select: { id: true }, take: 5 })
      : [],
    among.includes('company') && /\d{8}/.test(typed)
      ? ctx.db.company.findMany({
          where: { OR: [{ taxCode: typed }, ...(phone.ok ? [{ phone: phone.value }] : [])] },
          select: { id: true },
          take: 5,
        })
      : [],
  ]);
  const found = await Promise.all([
    ...leads.map(({ id }) => byId(ctx, 'lead', id)),
    ...contacts.map(({ id }) => byId(ctx, 'contact', id)),
    ...companies.map(({ id }) => byId(ctx, 'company', id)),
  ]);
  return found.filter((hit) => hit !== null);
}
