import { quoted } from '../../../db/bulk.ts';
import { Prisma } from '../../../db/client.ts';
import { read } from '../../../lib/errors.ts';
import { readCode } from '../../codes.ts';
import { membersMeant } from '../../people/meant.ts';
import { visibleSql } from '../../visibility.ts';
import type { FilterField } from '../fields.ts';
import { type Compare, columnOf, none, typed } from './asked.ts';
import { holds } from './text.ts';

const linkOf = ({ column }: FilterField) => columnOf({ column: `${column}Id` });

/** Everybody whom the name fits equally well. */
export const member: Compare = async (ctx, field, test) => {
  const found = await membersMeant(ctx, typed(test), { past: true });
  if (found.length === 0) return none(typed(test));
  return read(Prisma.sql`${linkOf(field)} = ANY(${found.map(({ id }) => id)})`);
};

/** A record by its number or a part of its name, among those that are there to be seen. */
const record =
  (kind: 'company' | 'contact'): Compare =>
  (ctx, field, test) => {
    const said = typed(test);
    const code = readCode(said);
    const named =
      code && (code.kind === null || code.kind === kind)
        ? Prisma.sql`x.id = ${Math.min(code.id, 2_147_483_647)}`
        : holds(Prisma.sql`x.folded`, said);
    const seen = visibleSql(ctx.sight[kind], Prisma.sql`x.owner_id`);
    return read(
      Prisma.sql`EXISTS (SELECT FROM ${quoted(kind)} x WHERE x.id = ${linkOf(field)} AND ${seen} AND ${named})`,
    );
  };

export const company = record('company');
export const contact = record('contact');

export const product: Compare = (_, field, test) =>
  read(
    Prisma.sql`EXISTS (SELECT FROM product x WHERE x.id = ${linkOf(field)} AND ${holds(Prisma.sql`x.folded`, typed(test))})`,
  );
