import { Prisma } from '../../../db/client.ts';
import { read } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import { stagesNamed } from '../../deals/stages.ts';
import { meansNothing, plainly } from '../parse.ts';
import { type Compare, none, typed } from './asked.ts';
import { optionMeant } from './choice.ts';
import { moments } from './order.ts';

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

/** When a deal was won or lost, of those that are so at `ctx.now`. */
export const closed: Compare = (ctx, _, test) => {
  if (meansNothing(typed(test))) return read(stands(ctx, Prisma.sql`s.kind = 'OPEN'`));
  const within = moments(ctx, Prisma.sql`e.at`, test);
  return within.ok ? read(stands(ctx, Prisma.sql`s.kind <> 'OPEN' AND ${within.value}`)) : within;
};

/** Whether the deal `r` came by an event `e` into a stage `s` such as `wanted`, where it still stands. */
const stands = (ctx: Ctx, wanted: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM (
    SELECT v.stage_id, v.at FROM stage_event v
    WHERE v.deal_id = r.id AND v.at <= ${ctx.now} AND (v.revoked_at IS NULL OR v.revoked_at > ${ctx.now})
    ORDER BY v.at DESC, v.id DESC LIMIT 1) e
  JOIN stage s ON s.id = e.stage_id WHERE ${wanted})`;
