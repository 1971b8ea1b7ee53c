import type { Prisma } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { foldCompany } from '../../lib/fold.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change, type Log } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd, visible } from '../visibility.ts';

type NewCompany = Said & { readonly name: string };

/** Adds a company; refuses a second one, as far as one sees, of the same name (legal forms and accents apart) and tax code. */
export const addCompany = (ctx: Ctx, said: NewCompany): Promise<Changed<number>> =>
  change(ctx, 'company.add', (log) => companyAdded(ctx, log, said));

/** The same as a part of another change. */
export async function companyAdded(ctx: Ctx, { tx, created }: Log, said: NewCompany): Promise<number> {
  mayAdd(ctx, 'company');
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('company'))`;
  const alike = await tx.company.findMany({
    where: { folded: { contains: foldCompany(said.name) }, ...visible(ctx.sight.company) },
    select: { id: true, name: true, taxCode: true },
  });
  const twin = alike.find(
    (c) =>
      foldCompany(c.name) === foldCompany(said.name) &&
      (!c.taxCode || !said.taxCode || c.taxCode === said.taxCode),
  );
  if (twin) refuse('company.exists', { company: `${twin.name} (${code('company', twin.id)})` });
  const data: Prisma.CompanyUncheckedCreateInput = newRow(ctx, 'company', said);
  const { id } = await tx.company.create({ data, select: { id: true } });
  created('company', id);
  return id;
}
