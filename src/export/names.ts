import type { Ctx } from '../crm/context.ts';
import { visibleSql } from '../crm/visibility.ts';
import { quoted } from '../db/bulk.ts';
import { Prisma } from '../db/client.ts';
import { fold } from '../lib/fold.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** What a linked record is called, such that an import finds the same one. */
export type Namer = (link: Named | null) => string;

/**
 * By its name; by its number (`#12`) where another that the asker sees has the same, or the name could be read as
 * something else.
 */
export async function namerOf(
  ctx: Ctx,
  table: 'company' | 'contact' | 'lead' | 'member' | 'product',
): Promise<Namer> {
  const open = table === 'member' || table === 'product';
  const seen = open ? Prisma.sql`TRUE` : visibleSql(ctx.sight[table], Prisma.sql`owner_id`);
  const rows = await ctx.db.$queryRaw<{ folded: string }[]>`
    SELECT folded FROM ${quoted(table)} WHERE ${seen} GROUP BY folded HAVING count(*) > 1`;
  const shared = new Set(rows.map(({ folded }) => folded));
  return (link) => {
    if (!link) return '';
    const unclear = shared.has(fold(link.name)) || /[#@]/.test(link.name) || link.name !== link.name.trim();
    return unclear ? `#${link.id}` : link.name;
  };
}
