import type { Said } from '../attributes/columns.ts';
import type { Log } from '../changes/change.ts';
import { companyAdded } from '../companies/add.ts';
import type { Ctx } from '../context.ts';
import { isNew, made } from '../records/made.ts';

/**
 * What is said of a contact, with its company made in the same change where that is a new one; it belongs to whom the
 * contact will, `ownerId` where nobody is named.
 */
export async function withCompany<S extends Said>(
  ctx: Ctx,
  log: Log,
  said: S,
  ownerId: number | null = null,
): Promise<S> {
  const { company, owner = ownerId === null ? undefined : { id: ownerId } } = said;
  if (!isNew(company)) return said;
  const id = await made(ctx, log, 'company', company, (named) =>
    companyAdded(ctx, log, { ...named, ...(owner ? { owner } : {}) }),
  );
  return { ...said, company: { id } };
}
