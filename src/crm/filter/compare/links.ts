import { quoted } from '../../../db/bulk.ts';
import { Prisma } from '../../../db/client.ts';
import { read, unread } from '../../../lib/errors.ts';
import { plain, shorten } from '../../../lib/text.ts';
import { readCode } from '../../codes.ts';
import type { Ctx } from '../../context.ts';
import { stagesNamed } from '../../deals/stages.ts';
import { membersMeant } from '../../people/meant.ts';
import { visibleSql } from '../../visibility.ts';
import type { FilterField } from '../fields.ts';
import { meansNothing, plainly } from '../parse.ts';
import { type Compare, columnOf, typed } from './asked.ts';
import { optionMeant } from './choice.ts';
import { holds } from './text.ts';

const linkOf = ({ column }: FilterField) => columnOf({ column: `${column}Id` });

const none = (said: string) => unread('filter.none', { text: plain(shorten(said, 40)) });

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

const open = ['open', 'dang mo', 'mo'];

/** Where a deal stands at `ctx.now`: a stage by its name in either language, `won`, `lost` or `open`. */
export const stage: Compare = async (ctx, _, test) => {
  const said = typed(test);
  const stages = open.includes(plainly(said)) ? [] : await stagesNamed(ctx, said);
  const isOpen = stages.length === 0 && open.includes(plainly(said));
  if (!stages.length && !isOpen) return none(said);
  return read(
    stands(ctx, isOpen ? Prisma.sql`s.kind = 'OPEN'` : Prisma.sql`s.id = ANY(${stages.map(({ id }) => id)})`),
  );
};

/** The department in charge of where a deal stands at `ctx.now`. */
export const department: Compare = (ctx, field, test) => {
  if (meansNothing(typed(test))) return read(stands(ctx, Prisma.sql`s.department IS NULL`));
  const found = optionMeant(ctx, field, test);
  return found.ok ? read(stands(ctx, Prisma.sql`s.department::text = ${found.value.toUpperCase()}`)) : found;
};

/** Whether the deal `r` stands in a stage `s` such as `wanted`. */
const stands = (ctx: Ctx, wanted: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM stage s WHERE ${wanted} AND s.id = (
    SELECT v.stage_id FROM stage_event v
    WHERE v.deal_id = r.id AND v.at <= ${ctx.now} AND (v.revoked_at IS NULL OR v.revoked_at > ${ctx.now})
    ORDER BY v.at DESC, v.id DESC LIMIT 1))`;
