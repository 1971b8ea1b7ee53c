import { Prisma } from '../../../db/client.ts';
import { workCalendar } from '../../../lib/dates/index.ts';
import { read } from '../../../lib/errors.ts';
import { openDeals } from '../../deals/needing.ts';
import type { Compare } from './asked.ts';
import { optionMeant } from './choice.ts';

/** What an open deal needs at `ctx.now`: those of the digest, by the same rule. */
export const needs: Compare = async (ctx, field, test) => {
  const found = optionMeant(ctx, field, test);
  if (!found.ok) return found;
  const deals = await openDeals(ctx, workCalendar());
  return read(Prisma.sql`r.id IN (SELECT d.id FROM ${deals} d WHERE d.${Prisma.raw(found.value)})`);
};
