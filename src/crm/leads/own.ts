import type { Lead, Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { byId } from '../find/search.ts';
import { mayChange } from '../visibility.ts';

/** A lead that the asker changes, locked: of two at once the second sees what the first did. */
export async function ownLead(ctx: Ctx, tx: Tx, id: number): Promise<Lead> {
  await tx.$queryRaw`SELECT id FROM lead WHERE id = ${id} FOR UPDATE`;
  const seen =
    (await byId({ ...ctx, db: tx }, 'lead', id)) ?? refuse('record.none', { record: code('lead', id) });
  mayChange(ctx, 'lead', seen.ownerId, seen.name);
  return tx.lead.findUniqueOrThrow({ where: { id } });
}
