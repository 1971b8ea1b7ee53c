import type { Profiled } from '../attributes/attributes.ts';
import { columnsOf, type Said } from '../attributes/columns.ts';
import type { Ctx } from '../context.ts';
import { customColumn } from '../custom/fields.ts';

/** The columns of a new customer or lead; its owner, where nobody was named, is who adds it. */
export function newRow<Row>(ctx: Ctx, kind: Profiled, said: Said): Row {
  const { ownerId = ctx.member?.id ?? null, ...columns } = columnsOf(kind, said);
  // The attributes' sorts say what each column holds.
  return { ...columns, ...customColumn(said), ownerId, createdAt: ctx.now } as Row;
}
