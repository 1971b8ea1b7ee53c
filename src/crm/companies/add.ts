import { refuse } from '../../i18n/refusal.ts';
import { fold, foldCompany } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mayAdd } from '../visibility.ts';

export interface NewCompany {
  readonly name: string;
  readonly industry?: string | undefined;
  readonly employees?: number | undefined;
  readonly country?: string | undefined;
  readonly website?: string | undefined;
  readonly phone?: string | undefined;
  readonly taxCode?: string | undefined;
}

/** Adds a company; refuses a second one of the same name (legal forms and accents apart) and tax code. */
export async function addCompany(ctx: Ctx, input: NewCompany): Promise<Changed<number>> {
  mayAdd(ctx, 'company');
  return change(ctx, 'company.add', async ({ tx, created }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('company'))`;
    const alike = await tx.company.findMany({
      where: { folded: { contains: foldCompany(input.name) } },
      select: { id: true, name: true, taxCode: true },
    });
    const twin = alike.find(
      (c) =>
        foldCompany(c.name) === foldCompany(input.name) &&
        (!c.taxCode || !input.taxCode || c.taxCode === input.taxCode),
    );
    if (twin) refuse('company.exists', { company: `${twin.name} (${code('company', twin.id)})` });
    const { id } = await tx.company.create({
      data: { ...input, folded: fold(input.name), ownerId: ctx.member?.id ?? null, createdAt: ctx.now },
      select: { id: true },
    });
    created('company', id);
    return id;
  });
}
